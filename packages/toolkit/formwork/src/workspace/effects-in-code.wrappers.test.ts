import { testEffects, type Row } from './testing/test-effects.ts';

/** Effects that are performed by functions of the same file. */
const rows: readonly Row[] = [
  [
    'an arrow',
    'export const a = (deps) => { const announce = (event) => deps.publish(event, {}); announce(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at announce(orderPlacedV1)'],
  ],
  [
    'a declaration',
    'export const a = (deps) => { announce(orderPlacedV1); function announce(event) { return deps.publish(event, {}); } };',
    ['publishes orders.order-placed.v1 at announce(orderPlacedV1)'],
  ],
  [
    'called twice',
    'export const a = (deps) => { const announce = (event) => deps.publish(event); announce(orderPlacedV1); announce(orderShippedV1); };',
    ['publishes orders.order-placed.v1 at announce(orderPlacedV1)', 'publishes orders.order-shipped.v1 at announce(orderShippedV1)'],
  ],
  [
    'two deep',
    'export const a = (deps) => { const one = (x) => deps.publish(x); const two = (y) => one(y); two(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at two(orderPlacedV1)'],
  ],
  [
    'of the module, given all',
    'const announce = (tools, event) => tools.publish(event); export const a = (deps) => announce(deps, orderPlacedV1);',
    ['publishes orders.order-placed.v1 at announce(deps, orderPlacedV1)'],
  ],
  [
    'of the module, given one',
    'const announce = (emit, event) => emit(event); export const a = ({ publish }) => announce(publish, orderPlacedV1);',
    ['publishes orders.order-placed.v1 at announce(publish, orderPlacedV1)'],
  ],
  [
    'given an object',
    'const announce = ({ publish }, event) => publish(event); export const a = ({ publish }) => announce({ publish }, orderPlacedV1);',
    ['publishes orders.order-placed.v1 at announce({ publish }, orderPlacedV1)'],
  ],
  [
    'curried',
    'const announce = (emit) => (event) => emit(event); export const a = ({ publish }) => announce(publish)(orderPlacedV1);',
    ['publishes orders.order-placed.v1 at announce(publish)(orderPlacedV1)'],
  ],
  [
    'that gives back the capability',
    'const pick = (tools) => { return tools.publish; }; export const a = (deps) => { pick(deps)(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at pick(deps)(orderPlacedV1)'],
  ],
  [
    'with a default',
    'export const a = (deps) => { const announce = (event = orderPlacedV1) => deps.publish(event); announce(orderShippedV1); };',
    ['publishes orders.order-placed.v1 at deps.publish(event)', 'publishes orders.order-shipped.v1 at announce(orderShippedV1)'],
  ],
  [
    'with the rest of the arguments',
    'export const a = (deps) => { const announce = (...all) => deps.publish(...all); announce(orderPlacedV1, {}); };',
    ['publishes orders.order-placed.v1 at deps.publish(...all)'],
  ],
  [
    'that knows its contract',
    'export const a = (deps) => { const announce = () => deps.publish(orderPlacedV1); announce(); };',
    ['publishes orders.order-placed.v1 at deps.publish(orderPlacedV1)'],
  ],
  [
    'in an object',
    'export const a = (deps) => { const tools = { announce: (event) => deps.publish(event), tell(event) { deps.publish(event); } }; tools.announce(orderPlacedV1); tools.tell(orderShippedV1); };',
    [
      'publishes orders.order-placed.v1 at tools.announce(orderPlacedV1)',
      'publishes orders.order-shipped.v1 at tools.tell(orderShippedV1)',
    ],
  ],
  [
    'handed to another function',
    'export const a = (deps) => { const run = (fn) => fn(orderPlacedV1); const announce = (event) => deps.publish(event); run(announce); };',
    ['publishes orders.order-placed.v1 at fn(orderPlacedV1)'],
  ],
  [
    'handed to another module too',
    'export const a = (deps) => { const announce = (event) => deps.publish(event); announce(orderPlacedV1); retry(announce); };',
    ['publishes null at deps.publish(event)', 'publishes orders.order-placed.v1 at announce(orderPlacedV1)'],
  ],
  [
    'called with too little',
    'export const a = (deps) => { const announce = (event) => deps.publish(event); announce(); };',
    ['publishes null at announce()'],
  ],
  [
    'exported',
    'export const announce = (deps, event) => deps.publish(event); export const a = (deps) => announce(deps, orderPlacedV1);',
    ['publishes null at deps.publish(event)', 'publishes orders.order-placed.v1 at announce(deps, orderPlacedV1)'],
  ],
  [
    'that calls itself',
    'export const a = (deps) => { const announce = (event) => { announce(event); deps.publish(event); }; announce(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at announce(orderPlacedV1)'],
  ],
  [
    'a constructor',
    'export const a = (deps) => { const announce = (event) => deps.publish(event); new retry(announce); };',
    ['publishes null at deps.publish(event)'],
  ],
];

testEffects(rows);
