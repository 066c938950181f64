import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { drawWorkspace } from './draw-workspace.ts';

test('a line without a bar is a use case that does what it declares', () => {
  const { features } = drawWorkspace(`
    orders: placeOrder publishes orders.order-placed.v1 audits order.placed, order.seen consumes payments.payment-failed.v1
  `);
  const [orders] = features;
  deepEqual(orders?.manifest?.useCases, [
    {
      name: 'placeOrder',
      at: { line: 2, column: 9 },
      status: 'live',
      mutates: true,
      triggers: { consumes: [{ name: 'payments.payment-failed.v1', at: { line: 2, column: 94 } }], works: [], receives: [] },
      effects: {
        publishes: [{ name: 'orders.order-placed.v1', at: { line: 2, column: 30 } }],
        enqueues: [],
        broadcasts: [],
        audits: [
          { name: 'order.placed', at: { line: 2, column: 60 } },
          { name: 'order.seen', at: { line: 2, column: 74 } },
        ],
      },
    },
  ]);
  deepEqual(orders.useCases, [
    {
      file: 'packages/features/orders/src/use-cases/place-order.use-case.ts',
      name: 'placeOrder',
      at: { line: 2, column: 9 },
      code: {
        exports: ['placeOrderUseCase'],
        effects: [
          { kind: 'publishes', name: 'orders.order-placed.v1', at: { line: 2, column: 30 } },
          { kind: 'audits', name: 'order.placed', at: { line: 2, column: 60 } },
          { kind: 'audits', name: 'order.seen', at: { line: 2, column: 74 } },
        ],
        throwsNotImplemented: false,
      },
    },
  ]);
  deepEqual(orders.triggers, [
    {
      file: 'packages/features/orders/src/handlers/on-payments-payment-failed.v1.handler.ts',
      kind: 'consumes',
      isParsed: true,
      contract: 'payments.payment-failed.v1',
    },
  ]);
});

for (const [line, declared, files] of [
  ['orders: shipOrder draft publishes orders.order-shipped.v1', 'shipOrder draft', 'shipOrder throws'],
  ['orders: shipOrder draft | nothing', 'shipOrder draft', 'shipOrder'],
  ['orders: shipOrder | throws publishes ?', 'shipOrder live', 'shipOrder publishes:null throws'],
  ['orders: shipOrder | unreadable', 'shipOrder live', 'shipOrder unreadable'],
  ['orders: shipOrder | absent', 'shipOrder live', ''],
  ['orders: | giftOrder', '', 'giftOrder'],
  ['orders: | works orders.send-receipt.v1', '', 'src/jobs/send-receipt.v1.worker.ts'],
  ['orders: | receives orders.order-feed.v1', '', 'src/realtime/on-orders-order-feed.v1.handler.ts'],
  ['orders: | consumes ?auth.user-left.v1', '', 'src/handlers/on-auth-user-left.v1.handler.ts unparsed'],
  ['orders unreadable', 'unreadable', ''],
] as const) {
  test(`${line}: manifest [${declared}], files [${files}]`, () => {
    const [feature] = drawWorkspace(line).features;
    const manifest = feature?.manifest?.useCases.map(({ name, status }) => `${name} ${status}`).join() ?? 'unreadable';
    const sources = feature?.useCases.map(({ name, code }) =>
      [
        name,
        ...(code?.effects.map((effect) => `${effect.kind}:${effect.name}`) ?? ['unreadable']),
        ...(code?.throwsNotImplemented ? ['throws'] : []),
      ].join(' '),
    );
    const triggers = feature?.triggers.map(
      ({ file, isParsed }) => `${file.replace('packages/features/orders/', '')}${isParsed ? '' : ' unparsed'}`,
    );
    deepEqual([manifest, [...(sources ?? []), ...(triggers ?? [])].join()], [declared, files]);
  });
}
