import { testEffects, type Row } from './testing/test-effects.ts';

/** The ways in which code comes by a capability and calls it. */
const rows: readonly Row[] = [
  [
    'a member',
    'export const a = (deps) => async () => { await deps.publish(orderPlacedV1, {}); };',
    ['publishes orders.order-placed.v1 at deps.publish(orderPlacedV1, {})'],
  ],
  [
    'each capability',
    `export const a = (deps) => () => [deps.publish(orderPlacedV1, {}), deps.enqueue(sendReceiptV1, {}), deps.broadcast(orderFeedV1, {}), deps.audit('order.placed')];`,
    [
      'publishes orders.order-placed.v1 at deps.publish(orderPlacedV1, {})',
      'enqueues orders.send-receipt.v1 at deps.enqueue(sendReceiptV1, {})',
      'broadcasts orders.order-feed.v1 at deps.broadcast(orderFeedV1, {})',
      `audits order.placed at deps.audit('order.placed')`,
    ],
  ],
  [
    'a destructured parameter',
    'export const a = ({ publish }: Capabilities) => () => publish(orderPlacedV1, {});',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1, {})'],
  ],
  [
    'a renamed one',
    'export const a = ({ publish: emit }) => () => emit(orderPlacedV1);',
    ['publishes orders.order-placed.v1 at emit(orderPlacedV1)'],
  ],
  [
    'one with a default',
    'export const a = ({ publish = none } = {}) => () => publish(orderPlacedV1);',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1)'],
  ],
  [
    'a quoted one',
    `export const a = ({ 'publish': emit }) => () => emit(orderPlacedV1);`,
    ['publishes orders.order-placed.v1 at emit(orderPlacedV1)'],
  ],
  [
    'the rest of a parameter',
    'export const a = ({ orders, ...tools }) => () => tools.publish(orderPlacedV1);',
    ['publishes orders.order-placed.v1 at tools.publish(orderPlacedV1)'],
  ],
  [
    'destructured later',
    'export const a = (deps) => { const { publish: emit } = deps; return () => emit(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at emit(orderPlacedV1)'],
  ],
  [
    'a member kept in a constant',
    'export const a = (deps) => { const emit = deps.publish; return () => emit(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at emit(orderPlacedV1)'],
  ],
  [
    'a member given to a variable',
    'export const a = (deps) => { let emit; emit = deps.publish; return () => emit(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at emit(orderPlacedV1)'],
  ],
  [
    'destructured into variables',
    'export const a = (deps) => { let emit; ({ publish: emit } = deps); return () => emit(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at emit(orderPlacedV1)'],
  ],
  [
    'destructured into variables with a default',
    'export const a = (deps) => { let emit; ({ publish: emit = none } = deps); return () => emit(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at emit(orderPlacedV1)'],
  ],
  [
    'a var of the function',
    'export const a = (deps) => { { var emit = deps.publish; } return () => emit(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at emit(orderPlacedV1)'],
  ],
  [
    'a var of the module',
    'var emit; { var emit; } export const a = (deps) => { emit = deps.publish; emit(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at emit(orderPlacedV1)'],
  ],
  [
    'bound',
    'export const a = (deps) => { const emit = deps.publish.bind(deps); emit(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at emit(orderPlacedV1)'],
  ],
  [
    'bound to a contract',
    'export const a = ({ publish }) => { const emit = publish.bind(null, orderPlacedV1); emit({}); };',
    ['publishes orders.order-placed.v1 at emit({})'],
  ],
  [
    'called by call',
    'export const a = ({ publish }) => publish.call(null, orderPlacedV1);',
    ['publishes orders.order-placed.v1 at publish.call(null, orderPlacedV1)'],
  ],
  ['called by call without arguments', 'export const a = ({ publish }) => publish.call();', ['publishes null at publish.call()']],
  [
    'called by apply',
    'export const a = ({ publish }) => publish.apply(null, [orderPlacedV1, {}]);',
    ['publishes orders.order-placed.v1 at publish.apply(null, [orderPlacedV1, {}])'],
  ],
  [
    'called by apply with an unknown list',
    'export const a = ({ publish }) => publish.apply(null, types);',
    ['publishes null at publish.apply(null, types)'],
  ],
  ['called by apply with no list', 'export const a = ({ publish }) => publish.apply();', ['publishes null at publish.apply()']],
  [
    'called by apply with an empty list',
    'export const a = ({ publish }) => publish.apply(null, []);',
    ['publishes null at publish.apply(null, [])'],
  ],
  [
    'spread into another object',
    'export const a = (deps) => { const tools = { ...deps, orders: 1 }; tools.publish(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at tools.publish(orderPlacedV1)'],
  ],
  [
    'frozen',
    'export const a = (deps) => { const tools = Object.freeze({ ...deps }); tools.publish(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at tools.publish(orderPlacedV1)'],
  ],
  [
    'assigned',
    'export const a = (deps) => { const tools = Object.assign({}, deps); tools.publish(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at tools.publish(orderPlacedV1)'],
  ],
  [
    'put into an object',
    'export const a = ({ publish }) => { const tools = { emit: publish }; tools.emit(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at tools.emit(orderPlacedV1)'],
  ],
  [
    'added to what was there',
    'export const a = (deps) => { let tools = {}; tools = { ...tools, ...tools, ...deps }; tools.publish(orderPlacedV1); tools.other(); };',
    ['publishes orders.order-placed.v1 at tools.publish(orderPlacedV1)'],
  ],
  [
    'a call in a key',
    'export const a = ({ publish }) => { const { [publish(orderPlacedV1)]: x } = types; };',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1)'],
  ],
  [
    'put into a list',
    'export const a = ({ publish }) => { const [emit] = [publish]; emit(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at emit(orderPlacedV1)'],
  ],
  [
    'an optional call',
    'export const a = (deps) => deps?.publish?.(orderPlacedV1);',
    ['publishes orders.order-placed.v1 at deps?.publish?.(orderPlacedV1)'],
  ],
  [
    'an optional member kept in a constant',
    'export const a = (deps) => { const emit = deps?.publish; emit?.(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at emit?.(orderPlacedV1)'],
  ],
  [
    'a computed literal',
    `export const a = (deps) => deps['publish'](orderPlacedV1);`,
    [`publishes orders.order-placed.v1 at deps['publish'](orderPlacedV1)`],
  ],
  [
    'a computed template',
    'export const a = (deps) => deps[`publish`](orderPlacedV1);',
    ['publishes orders.order-placed.v1 at deps[`publish`](orderPlacedV1)'],
  ],
  [
    'a computed constant',
    `const key = 'publish'; export const a = (deps) => deps[key](orderPlacedV1);`,
    ['publishes orders.order-placed.v1 at deps[key](orderPlacedV1)'],
  ],
  [
    'a computed pattern',
    `const key = 'publish'; export const a = ({ [key]: emit }) => emit(orderPlacedV1);`,
    ['publishes orders.order-placed.v1 at emit(orderPlacedV1)'],
  ],
  [
    'a computed member of an object',
    `const key = 'x'; export const a = ({ publish }) => ({ [key]: publish }).x(orderPlacedV1);`,
    ['publishes orders.order-placed.v1 at ({ [key]: publish }).x(orderPlacedV1)'],
  ],
  [
    'with types around it',
    'export const a = (deps) => ((deps as any)!.publish satisfies unknown as any)<string>(orderPlacedV1 as any);',
    ['publishes orders.order-placed.v1 at ((deps as any)!.publish satisfies unknown as any)<string>(orderPlacedV1 as any)'],
  ],
  [
    'chosen',
    'export const a = ({ publish, enqueue }) => (x ? publish : enqueue)(orderPlacedV1);',
    [
      'publishes orders.order-placed.v1 at (x ? publish : enqueue)(orderPlacedV1)',
      'enqueues orders.order-placed.v1 at (x ? publish : enqueue)(orderPlacedV1)',
    ],
  ],
  [
    'or a fallback',
    'export const a = (deps) => (deps.publish ?? none)(orderPlacedV1);',
    ['publishes orders.order-placed.v1 at (deps.publish ?? none)(orderPlacedV1)'],
  ],
  [
    'the last of a sequence',
    'export const a = (deps) => (0, deps.publish)(orderPlacedV1);',
    ['publishes orders.order-placed.v1 at (0, deps.publish)(orderPlacedV1)'],
  ],
  [
    'given on the way',
    'export const a = (deps) => { let emit; (emit = deps.publish)(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at (emit = deps.publish)(orderPlacedV1)'],
  ],
];

testEffects(rows);
