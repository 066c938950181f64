import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { blocksOf, linesOf, toldBy } from './blocks.ts';
import { finding, type Severity } from './finding.ts';

/** `a.ts:3:1 code` with a severity, a fix and a message where they matter. */
function at(place: string, facts: { readonly severity?: Severity; readonly fix?: string; readonly message?: string } = {}) {
  const [, file = '', line, column, code = ''] = /^(.*):(\d+):(\d+) (.*)$/.exec(place) ?? [];
  return finding({ code, file, line: Number(line), column: Number(column), message: 'Wrong.', fix: 'Right it.', ...facts });
}

for (const [what, findings, blocks] of [
  ['nothing', [], []],
  ['consecutive lines', [at('a.ts:3:1 x'), at('a.ts:4:9 x'), at('a.ts:5:1 x')], ['a.ts:3-5 x 3']],
  ['a line between', [at('a.ts:3:1 x'), at('a.ts:5:1 x')], ['a.ts:3 x 1', 'a.ts:5 x 1']],
  ['another file', [at('a.ts:3:1 x'), at('b.ts:4:1 x')], ['a.ts:3 x 1', 'b.ts:4 x 1']],
  ['another code between', [at('a.ts:3:1 x'), at('a.ts:3:2 y'), at('a.ts:4:1 x')], ['a.ts:3-4 x 2', 'a.ts:3 y 1']],
  ['another severity', [at('a.ts:3:1 x'), at('a.ts:4:1 x', { severity: 'warning' })], ['a.ts:3 x 1', 'a.ts:4 x 1']],
  ['another fix', [at('a.ts:3:1 x'), at('a.ts:4:1 x', { fix: 'Or so.' })], ['a.ts:3 x 1', 'a.ts:4 x 1']],
  ['one line alone', [at('a.ts:3:1 x'), at('a.ts:3:2 y'), at('a.ts:3:3 x')], ['a.ts:3 x 1', 'a.ts:3 y 1', 'a.ts:3 x 1']],
  ['two on a line of several', [at('a.ts:3:1 x'), at('a.ts:3:3 x'), at('a.ts:4:1 x')], ['a.ts:3-4 x 3']],
  ['lines that go back', [at('a.ts:4:1 x'), at('a.ts:3:1 x')], ['a.ts:4 x 1', 'a.ts:3 x 1']],
] as const) {
  test(`blocks: ${what}`, () =>
    deepEqual(
      blocksOf(findings).map((block) => `${block.first.file}:${linesOf(block)} ${block.first.code} ${block.findings.length}`),
      blocks,
    ));
}

test('a block says once what all of its findings say, and else what each says, as far as there is room', () => {
  const lines = (...messages: readonly string[]) =>
    blocksOf(messages.map((message, index) => at(`a.ts:${index + 1}:1 x`, { message }))).map((block) => toldBy(block, 3));
  deepEqual(lines('a', 'a', 'a', 'a'), [{ told: [{ line: null, message: 'a' }], left: 0 }]);
  deepEqual(lines('a', 'b'), [
    {
      told: [
        { line: 1, message: 'a' },
        { line: 2, message: 'b' },
      ],
      left: 0,
    },
  ]);
  deepEqual(lines('a', 'b', 'c', 'd'), [
    {
      told: [
        { line: 1, message: 'a' },
        { line: 2, message: 'b' },
      ],
      left: 2,
    },
  ]);
});
