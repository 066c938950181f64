import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { effectsInCode } from './effects-in-code.ts';
import { parsers } from './testing/parsers.ts';

/** A step takes the name of a value and a number, and gives statements that end in a name for the same value. */
type Step = (from: string, number: number) => readonly [statements: string, to: string];

const sameValue: readonly Step[] = [
  (from, number) => [`const a${number} = ${from};`, `a${number}`],
  (from, number) => [`let a${number}; a${number} = ${from};`, `a${number}`],
  (from, number) => [`const { k: a${number} } = { k: ${from} };`, `a${number}`],
  (from, number) => [`const [, a${number}] = [0, ${from}];`, `a${number}`],
  (from, number) => [`const o${number} = { inner: { k: ${from} } };`, `o${number}.inner['k']`],
  (from, number) => [`const f${number} = (x) => x;`, `f${number}(${from})`],
  (from, number) => [`function f${number}() { return ${from}; }`, `f${number}()`],
  (from, number) => [`const a${number} = ((${from}) as any)!;`, `a${number}`],
  (from, number) => [`const a${number} = ${from} ?? ${from};`, `a${number}`],
];

const sameDependencies: readonly Step[] = [
  ...sameValue,
  (from, number) => [`const a${number} = { orders, ...${from} };`, `a${number}`],
  (from, number) => [`const a${number} = Object.freeze(${from});`, `a${number}`],
  (from, number) => [`const { orders: o${number}, ...a${number} } = ${from};`, `a${number}`],
];

const capability: readonly Step[] = [
  (from) => ['', `${from}.publish`],
  (from) => ['', `${from}?.['publish']`],
  (from, number) => [`const { publish: a${number} } = ${from};`, `a${number}`],
  (from, number) => [`const a${number} = ${from}.publish.bind(${from});`, `a${number}`],
];

const called: readonly ((emit: string, contract: string) => string)[] = [
  (emit, contract) => `(${emit})(${contract}, {});`,
  (emit, contract) => `(${emit})?.(${contract}, {});`,
  (emit, contract) => `(${emit}).call(null, ${contract}, {});`,
  (emit, contract) => `(${emit}).apply(null, [${contract}, {}]);`,
  (emit, contract) => `for (const each of [${contract}]) { const send = () => (${emit})(each); send(); }`,
  (emit, contract) => `const tell = (event) => (${emit})(event, {}); tell(${contract});`,
];

const steps = (from: readonly Step[]) => fc.array(fc.constantFrom(...from), { maxLength: 4 });

test('however a capability and a contract are handed about, the effect is the same', () => {
  const code = fc
    .record({
      dependencies: steps(sameDependencies),
      taken: fc.constantFrom(...capability),
      emit: steps(sameValue),
      contract: steps(sameValue),
      call: fc.constantFrom(...called),
      parser: fc.constantFrom(...Object.values(parsers)),
    })
    .map(({ dependencies, taken, emit, contract, call, parser }) => {
      let number = 0;
      const statements: string[] = [];
      const follow = (from: string, path: readonly Step[]) =>
        path.reduce((name, step) => {
          const [before, to] = step(name, (number += 1));
          statements.push(before);
          return to;
        }, from);
      const emitter = follow(follow('deps', [...dependencies, taken]), emit);
      const written = follow('orderPlacedV1', contract);
      return {
        parser,
        text: `import { orderPlacedV1 } from '@repo/orders-contracts/events/order-placed.v1';
export const placeOrderUseCase = (deps) => async () => { ${statements.join(' ')} ${call(emitter, written)} };`,
      };
    });
  fc.assert(
    fc.property(code, ({ parser, text }) => {
      const effects = effectsInCode(parser(text), { feature: 'orders', scope: '@repo' });
      deepEqual([...new Set(effects.map(({ kind, name }) => `${kind} ${name}`))], ['publishes orders.order-placed.v1'], text);
    }),
    { numRuns: 300 },
  );
});
