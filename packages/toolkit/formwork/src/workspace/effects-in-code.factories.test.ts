import { testEffects, type Row } from './testing/test-effects.ts';

/** Whose first parameter holds the capabilities. */
const rows: readonly Row[] = [
  [
    'a function declaration',
    'export function a({ publish }) { return () => publish(orderPlacedV1); }',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1)'],
  ],
  [
    'a function expression',
    'export const a = function ({ publish }) { return () => publish(orderPlacedV1); };',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1)'],
  ],
  [
    'the default export',
    'export default ({ publish }) => publish(orderPlacedV1);',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1)'],
  ],
  [
    'a nameless default function',
    'export default function ({ publish }) { publish(orderPlacedV1); }',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1)'],
  ],
  [
    'exported later',
    'const a = ({ publish }) => publish(orderPlacedV1); export { a as b };',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1)'],
  ],
  [
    'in another call',
    'export const a = retry(({ publish }) => publish(orderPlacedV1));',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1)'],
  ],
  [
    'with a type',
    'export const a = (({ publish }) => publish(orderPlacedV1)) satisfies unknown;',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1)'],
  ],
  [
    'two of them',
    'export const a = ({ publish }) => publish(orderPlacedV1), b = ({ audit }) => audit("b");',
    ['publishes orders.order-placed.v1 at publish(orderPlacedV1)', 'audits b at audit("b")'],
  ],
  ['not exported', 'const a = ({ publish }) => publish(orderPlacedV1);', []],
  ['exported by another module', `export { a } from './a.ts'; export * from './b.ts'; export * as c from './c.ts';`, []],
  ['a type', 'export type A = { publish: () => void }; export interface B { publish(x: typeof orderPlacedV1): void }', []],
  ['a class and an enum', 'export class A { run(publish) { publish(orderPlacedV1); } } export enum B { publish = 1 }', []],
  ['destructured exports', 'export const { a, b } = types; export declare function c(publish: unknown): void;', []],
];

testEffects(rows);
