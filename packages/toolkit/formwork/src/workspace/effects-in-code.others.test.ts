import { testEffects, type Row } from './testing/test-effects.ts';

/** What is no capability, though it is called like one. */
const rows: readonly Row[] = [
  [
    'a method of a dependency',
    'export const a = ({ repository }) => { repository.publish(orderPlacedV1); repository.drafts.publish(); };',
    [],
  ],
  ['a method of a member', 'export const a = (deps) => deps.repository.publish(orderPlacedV1);', []],
  ['the second parameter', 'export const a = (deps, tools) => tools.publish(orderPlacedV1);', []],
  ['the input of the use case', 'export const a = (deps) => async (input) => input.publish(orderPlacedV1);', []],
  ['a function of the module', 'const publish = () => {}; export const a = (deps) => publish(orderPlacedV1);', []],
  ['an import', 'export const a = (deps) => retry(orderPlacedV1);', []],
  ['a global', 'export const a = (deps) => publish(orderPlacedV1);', []],
  [
    'a method that is bound',
    'export const a = ({ orders, publish }) => { const save = orders.save.bind(orders); save(orderPlacedV1); };',
    [],
  ],
  ['a key that nobody knows', 'export const a = (deps) => (input) => deps[input.key](orderPlacedV1);', []],
  [
    'a parameter of a constructor',
    'export const a = ({ publish }) => class { constructor(private publish) { publish(orderPlacedV1); } };',
    [],
  ],
  ['a name of every object', 'export const a = (deps) => deps.toString(orderPlacedV1);', []],
  ['shadowed by a parameter', 'export const a = ({ publish }) => (publish) => publish(orderPlacedV1);', []],
  ['shadowed by a constant', 'export const a = ({ publish }) => { { const publish = () => {}; publish(orderPlacedV1); } };', []],
  ['shadowed by a caught error', 'export const a = ({ publish }) => { try {} catch ({ publish }) { publish(orderPlacedV1); } };', []],
  [
    'shadowed by a loop',
    'export const a = ({ publish }) => { for (const publish of types) publish(orderPlacedV1); for (let publish = types; ;) publish(orderPlacedV1); for (const publish in types) publish(orderPlacedV1); };',
    [],
  ],
  [
    'not shadowed by a loop over a name that was there',
    'export const a = ({ publish }) => { let event; for (event of types) publish(orderPlacedV1); return; };',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1)'],
  ],
  ['in a class without a name', 'export default class { run({ publish }) { publish(orderPlacedV1); } }', []],
  [
    'shadowed in a switch',
    'export const a = ({ publish }) => { switch (1) { case 1: const publish = types; publish(orderPlacedV1); } };',
    [],
  ],
  ['shadowed by a function', 'export const a = ({ publish }) => { function publish() {} return publish; };', []],
  ['shadowed by a class', 'export const a = ({ publish }) => { { class publish {} new publish(orderPlacedV1); } };', []],
  ['shadowed by its own name', 'export const a = ({ publish }) => (function publish() { publish(orderPlacedV1); })();', []],
  [
    'not shadowed outside of the block',
    'export const a = ({ publish }) => { { const publish = 1; } publish(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1)'],
  ],
  [
    'not shadowed after the catch',
    'export const a = ({ publish }) => { try {} catch { publish(orderPlacedV1); } };',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1)'],
  ],
  ['replaced in a copy', 'export const a = (deps) => { const tools = { ...deps, publish: () => {} }; tools.publish(orderPlacedV1); };', []],
  [
    'a copy that comes after',
    'export const a = (deps) => { const tools = { publish: () => {}, ...deps }; tools.publish(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at tools.publish(orderPlacedV1)'],
  ],
  ['types alone', 'export const a = (deps: { publish(x: typeof orderPlacedV1): void }): void => {};', []],
];

testEffects(rows);
