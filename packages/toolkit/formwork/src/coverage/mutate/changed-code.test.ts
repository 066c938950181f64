import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { changedCode } from './changed-code.ts';

const source = `import { a } from './a.ts';

export const fee = (age: number, isMember: boolean): number => {
  if (
    age >= 18 &&
    !isMember
  ) {
    return 100;
  } else {
    return age;
  }
};

export const words = {
  name: 'fee', // what it is called
  text: \`first
    second\`,
};

export class Fee {
  readonly age = 1;
}
export function rest(
  one = 1,
): number { return one; }
`;

const told = (file: string, text: string, lines: readonly number[]): readonly string[] =>
  Array.from(
    new Set(changedCode(file, text, new Set(lines)).map(({ lines: { from, to }, within }) => `${from}-${to} in ${within.from}-${within.to}`)),
  );

for (const [what, lines, expected] of [
  ['nothing', [], []],
  ['an import', [1], ['1-1 in 1-1']],
  ['the head of a function', [3], ['3-3 in 3-3', '3-3 in 3-12']],
  ['the first part of a condition', [5], ['5-5 in 5-5', '5-5 in 4-11']],
  ['the last part of it, and a bracket', [6, 7], ['6-7 in 6-7', '6-6 in 4-11']],
  ['a whole statement', [8], ['8-8 in 8-8']],
  ['another way', [9], ['9-9 in 9-9', '9-9 in 4-11']],
  ['a bracket', [12], ['12-12 in 12-12']],
  ['a property', [15], ['15-15 in 15-15', '15-15 in 14-18']],
  ['the middle of a text', [17], ['17-17 in 17-17', '17-17 in 14-18']],
  ['all of a statement', [14, 15, 16, 17, 18], ['14-18 in 14-18']],
  ['a class', [20], ['20-20 in 20-20']],
  ['a field', [21], ['21-21 in 21-21']],
  ['a parameter', [24], ['24-24 in 24-24', '24-24 in 23-25']],
  ['several places', [1, 5, 8], ['1-1 in 1-1', '5-5 in 5-5', '8-8 in 8-8', '5-5 in 4-11']],
] as const) {
  test(`what is mutated where ${what} changed`, () => deepEqual(told('fee.ts', source, lines), expected));
}

const silent = `a(1 >
  2);
// Stryker disable next-line all
b(3);
// Stryker disable StringLiteral: words
c('x');
// Stryker restore StringLiteral
d();
e(); // Stryker disable all
`;

for (const [what, lines, expected] of [
  ['the next line', [3], ['3-3 in 3-3', '4-4 in 4-10']],
  ['what comes until it is restored', [5], ['5-5 in 5-5', '6-6 in 6-10']],
  ['all that comes', [9], ['9-9 in 9-9', '10-10 in 10-10']],
  ['nothing, as the comment is an old one', [4], ['4-4 in 4-4']],
] as const) {
  test(`what is mutated where a comment takes out ${what}`, () => deepEqual(told('fee.ts', silent, lines), expected));
}

test('a comment behind which nothing comes takes out nothing', () =>
  deepEqual(told('fee.ts', 'a(); // Stryker disable all', [1]), ['1-1 in 1-1']));

test('of what cannot be parsed, the lines themselves', () => deepEqual(told('fee.ts', 'const = ;\n', [1]), ['1-1 in 1-1']));

test('each line is mutated, and around each change lies the whole of it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 25 })), (lines) => {
      const changes = changedCode('fee.ts', source, new Set(lines));
      deepEqual(
        lines.filter((line) => !changes.some(({ lines: { from, to } }) => from <= line && line <= to)),
        [],
      );
      deepEqual(
        changes.filter(({ lines: { from, to }, within }) => within.from > from || within.to < to),
        [],
      );
    }),
  );
});
