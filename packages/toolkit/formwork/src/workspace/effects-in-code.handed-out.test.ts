import { testEffects, type Row } from './testing/test-effects.ts';

/** Capabilities that are handed to code of another module. */
const rows: readonly Row[] = [
  ['a capability', 'export const a = ({ publish }) => retry(publish, orderPlacedV1);', ['publishes null at publish']],
  [
    'in an object',
    'export const a = ({ publish, orders }) => retry({ emit: publish, orders, types });',
    ['publishes null at { emit: publish, orders, types }'],
  ],
  ['in a list', 'export const a = ({ publish }) => retry([publish, types]);', ['publishes null at [publish, types]']],
  ['spread', 'export const a = ({ publish }) => retry(...[publish]);', ['publishes null at ...[publish]']],
  [
    'all of them',
    'export const a = (deps) => retry(deps);',
    ['publishes null at deps', 'enqueues null at deps', 'broadcasts null at deps', 'audits null at deps'],
  ],
  ['to a class', 'export const a = ({ audit }) => new types.Trail(audit);', ['audits null at audit']],
  ['to a method of a list', 'export const a = ({ audit }) => [1].forEach(audit);', ['audits null at audit']],
  [
    'a function around it',
    'export const a = ({ publish }) => retry(() => publish(orderPlacedV1));',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1)'],
  ],
  [
    'its promise',
    'export const a = ({ publish }) => Promise.all([publish(orderPlacedV1)]);',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1)'],
  ],
  [
    'in an object that holds itself',
    'export const a = ({ audit }) => { let list; list = { audit, next: list }; retry(list); };',
    ['audits null at list'],
  ],
  [
    'an own Object',
    'const Object = types; export const a = (deps) => Object.freeze({ ...deps }).publish(orderPlacedV1);',
    ['publishes null at { ...deps }', 'enqueues null at { ...deps }', 'broadcasts null at { ...deps }', 'audits null at { ...deps }'],
  ],
];

testEffects(rows);
