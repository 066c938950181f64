import { drawPackage, manifestOf, ruleTester } from '../rule-tester.ts';
import { contractIsNamed } from './index.ts';

const orders = drawPackage({ 'src/feature.manifest.ts': manifestOf('') });
const bare = drawPackage({});
const event = orders('src/events/order-placed.v1.event.ts');
const job = orders('src/contracts/send-receipt.v2.job.ts');

ruleTester.run('contract-is-named', contractIsNamed, {
  valid: [
    { name: 'an event', filename: event, code: "export const orderPlacedV1 = defineEvent({ name: 'orders.order-placed.v1', schema });" },
    {
      name: 'a channel, with its type beside it',
      filename: orders('src/channels/order-feed.v1.channel.ts'),
      code:
        "export const orderFeedV1 = defineChannel({ scope: 'user', 'name': 'orders.order-feed.v1', schema }); export " +
        'type OrderFeed = 1;',
    },
    {
      name: 'a job of the feature',
      filename: job,
      code: "export const sendReceiptV2 = defineJob({ name: 'orders.send-receipt.v2', schema });",
    },
    { name: 'a job of a package without a manifest', filename: bare('src/contracts/send-receipt.v1.job.ts'), code: 'export {};' },
    { name: 'a file that is no contract', filename: orders('src/bind.ts'), code: 'export {};' },
  ],
  invalid: [
    {
      name: 'a file without a version',
      filename: orders('src/events/order-placed.event.ts'),
      code: 'export {};',
      errors: [
        {
          message:
            'order-placed.event.ts is no name for the file of a contract. Call it <name>.v<n>.event.ts in kebab-case, ' +
            'for example order-placed.v1.event.ts.',
          line: 1,
          column: 1,
        },
      ],
    },
    {
      name: 'no contract in it',
      filename: event,
      code: 'export const orderPlacedV1 = {};',
      errors: [
        {
          message:
            'order-placed.v1.event.ts defines no contract. Write `export const orderPlacedV1 = defineEvent(…)` with name ' +
            "'orders.order-placed.v1'.",
          line: 1,
        },
      ],
    },
    {
      name: 'another export',
      filename: event,
      code: "export const orderPlaced = defineEvent({ name: 'orders.order-placed.v1', schema });",
      errors: [
        {
          message: 'order-placed.v1.event.ts exports orderPlaced. Call it orderPlacedV1, or rename the file.',
          line: 1,
          column: 14,
          endColumn: 25,
        },
      ],
    },
    {
      name: 'another name',
      filename: event,
      code: "export const orderPlacedV1 = defineEvent({ name: 'orders.order-placed.v2', schema });",
      errors: [
        {
          message: "orderPlacedV1 is not named by what its file says. Write name: 'orders.order-placed.v1', or rename the file.",
          line: 1,
          column: 50,
          endColumn: 74,
        },
      ],
    },
    {
      name: 'the name of another feature',
      filename: job,
      code: "export const sendReceiptV2 = defineJob({ name: 'billing.send-receipt.v2', schema });",
      errors: [{ messageId: 'name', line: 1, column: 48 }],
    },
    {
      name: 'a name that is not written out, and none',
      filename: event,
      code: 'export const orderPlacedV1 = defineEvent({ name: `orders.order-placed.v1`, schema });',
      errors: [{ messageId: 'name', line: 1, column: 50 }],
    },
    {
      name: 'no name at all',
      filename: event,
      code: 'export const orderPlacedV1 = defineEvent({ ...shared });',
      errors: [{ messageId: 'name', line: 1, column: 14 }],
    },
    {
      name: 'no object',
      filename: event,
      code: 'export const orderPlacedV1 = defineEvent(shared);',
      errors: [{ messageId: 'name', line: 1, column: 14 }],
    },
    {
      name: 'a contract of another kind',
      filename: event,
      code: "export const orderPlacedV1 = defineJob({ name: 'orders.order-placed.v1', schema });",
      errors: [
        {
          message: 'order-placed.v1.event.ts holds what defineJob makes. Use defineEvent here, or move it to where its kind lies.',
          line: 1,
        },
      ],
    },
    {
      name: 'a second contract',
      filename: event,
      code:
        "export const orderPlacedV1 = defineEvent({ name: 'orders.order-placed.v1' });\nexport const orderLostV1 = " +
        "defineEvent({ name: 'orders.order-lost.v1' });",
      errors: [
        { message: 'order-placed.v1.event.ts defines a second contract, orderLostV1. Give it a file of its own.', line: 2, column: 14 },
      ],
    },
  ],
});
