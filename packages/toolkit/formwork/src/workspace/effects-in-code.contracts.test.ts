import { testEffects, type Row } from './testing/test-effects.ts';

/** Which contract or action an effect is about. */
const rows: readonly Row[] = [
  ['renamed by the import', 'export const a = ({ publish }) => publish(placed);', ['publishes orders.order-placed.v1 at publish(placed)']],
  [
    'of a namespace',
    'export const a = ({ publish }) => publish(orderPlaced.orderPlacedV1);',
    ['publishes orders.order-placed.v1 at publish(orderPlaced.orderPlacedV1)'],
  ],
  [
    'taken out of a namespace',
    'const { orderPlacedV1: x } = orderPlaced; export const a = ({ publish }) => publish(x);',
    ['publishes orders.order-placed.v1 at publish(x)'],
  ],
  [
    'imported on the way',
    `export const a = ({ publish }) => async () => publish((await import('@repo/orders-contracts/events/order-placed.v1')).orderPlacedV1);`,
    [`publishes orders.order-placed.v1 at publish((await import('@repo/orders-contracts/events/order-placed.v1')).orderPlacedV1)`],
  ],
  [
    'imported from who knows where',
    'export const a = ({ publish }) => async () => publish((await import(types)).orderPlacedV1);',
    ['publishes null at publish((await import(types)).orderPlacedV1)'],
  ],
  [
    'kept in a constant',
    'const x = orderPlacedV1; const y = x; export const a = ({ publish }) => publish(y);',
    ['publishes orders.order-placed.v1 at publish(y)'],
  ],
  [
    'one of two',
    'export const a = ({ publish }) => publish(x ? orderPlacedV1 : orderShippedV1);',
    [
      'publishes orders.order-placed.v1 at publish(x ? orderPlacedV1 : orderShippedV1)',
      'publishes orders.order-shipped.v1 at publish(x ? orderPlacedV1 : orderShippedV1)',
    ],
  ],
  [
    'a variable given twice',
    'export const a = ({ publish }) => { let x = orderPlacedV1; x = orderShippedV1; publish(x); };',
    ['publishes orders.order-placed.v1 at publish(x)', 'publishes orders.order-shipped.v1 at publish(x)'],
  ],
  [
    'a variable that is given something unknown',
    'export const a = ({ publish }) => (input) => { let x = orderPlacedV1; x = input; publish(x); };',
    ['publishes orders.order-placed.v1 at publish(x)', 'publishes null at publish(x)'],
  ],
  ['a variable that is never given', 'export const a = ({ publish }) => { let x; publish(x); };', ['publishes null at publish(x)']],
  [
    'each of a list',
    'export const a = ({ publish }) => { for (const x of [orderPlacedV1, orderShippedV1]) publish(x); };',
    ['publishes orders.order-placed.v1 at publish(x)', 'publishes orders.order-shipped.v1 at publish(x)'],
  ],
  [
    'each of a list, by a method',
    'export const a = ({ publish }) => [orderPlacedV1, orderShippedV1].map((x) => publish(x));',
    ['publishes orders.order-placed.v1 at publish(x)', 'publishes orders.order-shipped.v1 at publish(x)'],
  ],
  ['each of an unknown list', 'export const a = ({ publish }) => types.map((x) => publish(x));', ['publishes null at publish(x)']],
  [
    'a place of a list',
    'const all = [orderPlacedV1, , ...types]; export const a = ({ publish }) => { publish(all[0]); publish(all[1]); publish(all[9]); };',
    ['publishes orders.order-placed.v1 at publish(all[0])', 'publishes null at publish(all[1])', 'publishes null at publish(all[9])'],
  ],
  [
    'a member of an object',
    'const all = { orderPlacedV1, b: orderShippedV1 }; export const a = ({ publish }) => { publish(all.orderPlacedV1); publish(all.c); };',
    ['publishes orders.order-placed.v1 at publish(all.orderPlacedV1)', 'publishes null at publish(all.c)'],
  ],
  [
    'spread arguments',
    'const all = [orderPlacedV1, {}]; export const a = ({ publish }) => { publish(...all); publish(...types); };',
    ['publishes orders.order-placed.v1 at publish(...all)', 'publishes null at publish(...types)'],
  ],
  ['none', 'export const a = ({ publish }) => publish();', ['publishes null at publish()']],
  [
    'a text',
    `export const a = ({ publish }) => publish('orders.order-placed.v1');`,
    [`publishes null at publish('orders.order-placed.v1')`],
  ],
  [
    'a forged one',
    `const x = { name: 'orders.order-placed.v1' }; export const a = ({ publish }) => publish(x);`,
    ['publishes null at publish(x)'],
  ],
  ['a default import', 'export const a = ({ publish }) => publish(something);', ['publishes null at publish(something)']],
  ['an import outside of the law', 'export const a = ({ publish }) => publish(types);', ['publishes null at publish(types)']],
  ['an import by a quoted name', 'export const a = ({ publish }) => publish(odd);', ['publishes null at publish(odd)']],
  ['calculated', 'export const a = ({ publish }) => publish(placed + placed);', ['publishes null at publish(placed + placed)']],
  [
    'given by the caller',
    'export const a = ({ publish }) => (input) => publish(input.contract);',
    ['publishes null at publish(input.contract)'],
  ],
  [
    'shadowed',
    'export const a = ({ publish }) => (orderPlacedV1) => publish(orderPlacedV1);',
    ['publishes null at publish(orderPlacedV1)'],
  ],
  [
    'an action kept in a constant',
    `const action = 'order.placed'; export const a = ({ audit }) => audit(action);`,
    ['audits order.placed at audit(action)'],
  ],
  [
    'an action in a template',
    'export const a = ({ audit }) => { audit(`order.placed`); audit(`order.${x}`); };',
    ['audits order.placed at audit(`order.placed`)', 'audits null at audit(`order.${x}`)'],
  ],
  [
    'an action in an object',
    `const actions = { placed: 'order.placed' } as const; export const a = ({ audit }) => audit(actions.placed);`,
    ['audits order.placed at audit(actions.placed)'],
  ],
  [
    'an action that is no text',
    'export const a = ({ audit }) => { audit(1); audit(orderPlacedV1); };',
    ['audits null at audit(1)', 'audits null at audit(orderPlacedV1)'],
  ],
];

testEffects(rows);
