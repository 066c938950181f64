import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { parseSync } from 'oxc-parser';
import { effectsInCode } from './effects-in-code.ts';
import { imports, where } from './testing/test-effects.ts';

test('more nesting than anyone writes is unknown, and no crash', () => {
  const code = `${imports} export const a = ({ publish }) => publish(${'x ? placed : '.repeat(3_000)} placed);`;
  const names = effectsInCode(parseSync('a.ts', code).program, where).map(({ name }) => name);
  deepEqual(names, ['orders.order-placed.v1', null]);
});

test('more to choose from than anyone writes is unknown, and no crash', () => {
  const doubled = Array.from(
    { length: 40 },
    (_, index) =>
      `const f${index + 1} = (x) => f${index}(x) ?? f${index}(x); const x${index + 1} = c ? x${index} : [x${index}, ...x${index}]; const o${index + 1} = { ...o${index}, ...o${index} };`,
  );
  const code = `${imports} const x0 = [placed]; const o0 = {}; const f0 = (x) => x; ${doubled.join('')} export const a = ({ publish }) => { publish(x40); publish(f40(placed)); publish(o40.b); };`;
  const seenNames = effectsInCode(parseSync('a.ts', code).program, where).map(({ name }) => name);
  deepEqual(seenNames, [null, 'orders.order-placed.v1', null]);
  const many = `${imports} const x = ${Array.from({ length: 101 }, (_, index) => `c === ${index} ? '${index}' : `).join('')} ''; export const a = ({ audit }) => audit(x);`;
  deepEqual(
    effectsInCode(parseSync('a.ts', many).program, where).map(({ name }) => name),
    [null],
  );
});

test('what is no program has no effects', () => {
  deepEqual(effectsInCode({ type: 'Identifier' }, where), []);
});
