import test from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import { finding } from '../report/finding.ts';
import { parseSource } from './parse-source.ts';

test('what is TypeScript has a syntax tree, with offsets that count a byte order mark', () => {
  const { program, finding: none } = parseSource('a.ts', '\uFEFFconst a: number = 1;');
  deepEqual([program?.body.map(({ type, start }) => [type, start]), none], [[['VariableDeclaration', 1]], null]);
});

test('an empty file has nothing in it', () => {
  deepEqual(parseSource('a.ts', '').program?.body, []);
});

test('a syntax error is a finding at its place', () => {
  deepEqual(parseSource('src/a.ts', 'const a = 1;\nconst = 2;\n'), {
    program: null,
    finding: finding({
      code: 'workspace/syntax-error',
      file: 'src/a.ts',
      line: 2,
      column: 7,
      message: 'src/a.ts cannot be parsed: Unexpected token.',
      fix: 'Correct the syntax; until then nothing is known of this file.',
    }),
  });
});

const cases: readonly (readonly [title: string, text: string, isRead: boolean])[] = [
  ['a short file, all of it brackets', '['.repeat(1_000) + ']'.repeat(1_000), true],
  ['a longer one', '['.repeat(1_001) + ']'.repeat(1_001), false],
  ['a sum of very many', `x = ${Array(20_000).fill('a').join(' + ')};`, true],
  ['an if with very many others', `${'if (a) b; else '.repeat(5_000)} c;`, true],
  ['brackets a thousand deep', `${'['.repeat(1_000)}${']'.repeat(1_000)}${' '.repeat(2_000)}`, true],
  ['brackets that would take the process with them', `${'('.repeat(50_000)}1${')'.repeat(50_000)}`, false],
  ['braces that never close', '{'.repeat(50_000), false],
  ['many brackets beside one another', '[(0)];{}'.repeat(2_000), true],
  ['more closed than opened, in texts', `'${')'.repeat(3_000)}';`, true],
  ['arrows within arrows', `${'a=>'.repeat(40_000)}1`, false],
  ['a very long file', `// ${'x'.repeat(150_000)}`, false],
];

for (const [title, text, isRead] of cases) {
  test(`${title}: ${isRead ? 'read' : 'refused'}`, () => {
    const { program, finding: refused } = parseSource('a.ts', text);
    equal(program !== null, isRead);
    equal(refused?.message ?? null, isRead ? null : 'a.ts is too long or too deeply nested to be read.');
  });
}

test('however much was parsed before, a file has the same tree', () => {
  const texts = ['const a: number = 1; // one', `x = ${Array(20_000).fill('a').join(' + ')};`];
  const read = () =>
    texts.map((text) => {
      const { program, comments } = { comments: () => [], ...parseSource('a.ts', text) };
      return [program?.body.map(({ type, start, end }) => [type, start, end]), comments()];
    });
  const first = read();
  for (let again = 0; again < 10; again += 1) deepEqual(read(), first);
});
