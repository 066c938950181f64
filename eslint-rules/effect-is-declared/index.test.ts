import { appendFileSync, writeFileSync } from 'node:fs';
import { equal } from 'node:assert/strict';
import test from 'node:test';
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { drawPackage, manifestOf, ruleTester } from '../rule-tester.ts';
import { effectIsDeclared } from './index.ts';

const orders = drawPackage({
  'src/feature.manifest.ts': manifestOf(
    "cancelOrder: { status: 'live', mutates: true, publishes: ['orders.order-cancelled.v1'], enqueues: ['orders.send-receipt.v1'], " +
      "broadcasts: ['orders.order-feed.v1'], audits: ['order.cancelled'] }, shipOrder: { status: 'draft', mutates: true }",
  ),
});
const unscoped = drawPackage({
  'package.json': '{ "name": "orders" }',
  'src/feature.manifest.ts': manifestOf("shipOrder: { status: 'live', mutates: true }"),
});

const code = (body: string): string =>
  [
    "import { orderCancelledV1, orderCancelledV1 as cancelled } from '@repo/orders-contracts/events/order-cancelled.v1';",
    "import { orderCancelledV2 } from '@repo/orders-contracts/events/order-cancelled.v2';",
    "import { orderFeedV1 } from '@repo/orders-contracts/channels/order-feed.v1';",
    "import { sendReceiptV1 } from '../contracts/send-receipt.v1.job.ts';",
    `export const factory = ({ publish, enqueue, broadcast, audit, ...rest }) => async (input) => { ${body} };`,
  ].join('\n');
const filename = orders('src/use-cases/cancel-order.use-case.ts');
const draft = orders('src/use-cases/ship-order.use-case.ts');

ruleTester.run('effect-is-declared', effectIsDeclared, {
  valid: [
    {
      name: 'every kind of effect, declared',
      filename,
      code: code(
        'await publish(orderCancelledV1, {}); await enqueue(sendReceiptV1, {}); await broadcast(orderFeedV1, {}); ' +
          "await audit('order.cancelled');",
      ),
    },
    { name: 'an effect whose name cannot be told', filename, code: code('await audit(input.action); await publish(input.contract, {});') },
    {
      name: 'a call that only looks like one',
      filename,
      code: code("rest.log.publish('x'); const audit = () => {}; audit('order.lost');"),
    },
    {
      name: 'a use case that is not declared',
      filename: orders('src/use-cases/hold-order.use-case.ts'),
      code: code('publish(orderCancelledV2, {});'),
    },
    { name: 'a file that is no use case', filename: orders('src/bind.ts'), code: code('publish(orderCancelledV2, {});') },
    {
      name: 'a package whose name has no scope',
      filename: unscoped('src/use-cases/ship-order.use-case.ts'),
      code: code('publish(orderCancelledV2, {});'),
    },
  ],
  invalid: [
    {
      name: 'an event of another version',
      filename,
      code: code('await publish(orderCancelledV2, {});'),
      errors: [
        {
          message:
            "cancelOrder publishes 'orders.order-cancelled.v2', which it does not declare. Add 'orders.order-cancelled.v2' to publishes " +
            'of cancelOrder in src/feature.manifest.ts, or do not publish it.',
          line: 5,
          column: 102,
          endLine: 5,
          endColumn: 131,
        },
      ],
    },
    {
      name: 'every kind of effect, by aliases too, and in a draft',
      filename: draft,
      code: code("const say = publish; say(cancelled, {}); enqueue(sendReceiptV1, {}); broadcast(orderFeedV1, {}); audit('order.lost');"),
      errors: [
        {
          messageId: 'undeclared',
          data: {
            name: 'shipOrder',
            kind: 'publishes',
            effect: 'orders.order-cancelled.v1',
            manifest: 'src/feature.manifest.ts',
            verb: 'publish',
          },
        },
        {
          messageId: 'undeclared',
          data: {
            name: 'shipOrder',
            kind: 'enqueues',
            effect: 'orders.send-receipt.v1',
            manifest: 'src/feature.manifest.ts',
            verb: 'enqueue',
          },
        },
        {
          messageId: 'undeclared',
          data: {
            name: 'shipOrder',
            kind: 'broadcasts',
            effect: 'orders.order-feed.v1',
            manifest: 'src/feature.manifest.ts',
            verb: 'broadcast',
          },
        },
        {
          messageId: 'undeclared',
          data: { name: 'shipOrder', kind: 'audits', effect: 'order.lost', manifest: 'src/feature.manifest.ts', verb: 'audit' },
        },
      ],
    },
  ],
});

test('a manifest that changes while the editor runs is read again', () => {
  const manifest = drawPackage({ 'src/feature.manifest.ts': manifestOf("cancelOrder: { status: 'live', mutates: true }") });
  const file = manifest('src/use-cases/cancel-order.use-case.ts');
  const linter = new Linter({ cwd: manifest('.') });
  const config = {
    files: ['**/*.ts'],
    languageOptions: { parser },
    plugins: { conformance: { rules: { rule: effectIsDeclared } } },
    rules: { 'conformance/rule': 'error' as const },
  };
  const findings = () => linter.verify(code('publish(orderCancelledV1, {});'), config, { filename: file }).length;
  equal(findings(), 1);
  writeFileSync(
    manifest('src/feature.manifest.ts'),
    manifestOf("cancelOrder: { status: 'live', mutates: true, publishes: ['orders.order-cancelled.v1'] }"),
  );
  equal(findings(), 0);
  appendFileSync(manifest('src/feature.manifest.ts'), ' }');
  equal(findings(), 0, 'nothing is concluded from a manifest that cannot be read');
});
