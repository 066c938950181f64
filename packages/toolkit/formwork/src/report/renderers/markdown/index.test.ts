import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { finding } from '../../finding.ts';
import { report } from '../../report.ts';
import { renderMarkdown } from './index.ts';

type Facts = Parameters<typeof finding>[0];

const wrong: Facts = { code: 'a/wrong', file: 'src/a.ts', line: 3, column: 7, message: 'Wrong.', fix: 'Right it.' };
const said = (gate: string, findings: readonly Facts[], facts: Partial<Parameters<typeof report>[0]> = {}) =>
  report({ gate, inspected: { files: 2 }, durationMs: 5, findings: findings.map(finding), ...facts });
const lines = (count: number, facts: Partial<Facts> = {}): readonly Facts[] =>
  Array.from({ length: count }, (_, index) => ({ ...wrong, line: index * 2 + 1, ...facts }));
const cells = (facts: Partial<Facts>): string | undefined =>
  renderMarkdown([said('lint', [{ ...wrong, ...facts }])], { gate: 'lint' })
    .trimEnd()
    .split('\n')
    .at(-1);

test('one report: a marker for bots, what came of it, and a table with neighbouring lines as one', () => {
  const neighbours = ["No test runs 'a();'.", 'Wrong.', 'Wrong.', 'Wrong.', 'Wrong.'].map((message, index) => ({
    ...wrong,
    file: 'src/b.ts',
    line: index + 7,
    message,
  }));
  equal(
    renderMarkdown(
      [
        said(
          'coverage:diff',
          [...neighbours, { ...wrong, severity: 'warning' }, { ...wrong, file: '.' }, ...lines(2, { file: 'src/c.ts' })],
          {
            base: '0123456789abcdef0123456789abcdef01234567',
          },
        ),
      ],
      { gate: 'coverage:diff' },
    ),
    `<!-- formwork:coverage:diff -->
### ❌ coverage:diff failed

| gate | status | findings | inspected |
| --- | --- | --- | --- |
| coverage:diff | ❌ failed | 8 errors, 1 warning | 2 files |

Compared with \`0123456789\`.

| where | what | fix |
| --- | --- | --- |
| the repository | **error** \`a/wrong\`<br>Wrong. | Right it. |
| \`src/b.ts:7-11\` | **error** \`a/wrong\`<br>7: \`No test runs 'a();'.\`<br>8: Wrong.<br>9: Wrong.<br>… and 2 more | Right it. |
| \`src/c.ts:1\` | **error** \`a/wrong\`<br>Wrong. | Right it. |
| \`src/c.ts:3\` | **error** \`a/wrong\`<br>Wrong. | Right it. |
| \`src/a.ts:3\` | **warning** \`a/wrong\`<br>Wrong. | Right it. |
`,
  );
});

test('several reports: the worst is the heading, each has its own table, and a long one is folded away', () => {
  const text = renderMarkdown(
    [said('lint', lines(11)), said('typecheck', [], { note: 'nothing changed' }), said('conformance', [{ ...wrong, severity: 'pending' }])],
    { gate: 'gates' },
  );
  equal(
    text,
    `<!-- formwork:gates -->
### ❌ gates failed

| gate | status | findings | inspected |
| --- | --- | --- | --- |
| lint | ❌ failed | 11 errors | 2 files |
| typecheck | ✅ passed | - | 2 files<br>nothing changed |
| conformance | ✅ passed | 1 pending | 2 files |

#### lint

<details>
<summary>11 findings</summary>

| where | what | fix |
| --- | --- | --- |
${Array.from({ length: 11 }, (_, index) => `| \`src/a.ts:${index * 2 + 1}\` | **error** \`a/wrong\`<br>Wrong. | Right it. |\n`).join('')}
</details>

#### conformance

| where | what | fix |
| --- | --- | --- |
| \`src/a.ts:3\` | **pending** \`a/wrong\`<br>Wrong. | Right it. |
`,
  );
});

test('nothing found passes; missing evidence could not finish, and says why', () => {
  const heading = (facts: Partial<Parameters<typeof report>[0]>) =>
    renderMarkdown([said('lint', []), said('test', [], facts)], { gate: 'gates' }).split('\n')[1];
  deepEqual([heading({}), heading({ evidenceMissing: true })], ['### ✅ gates passed', '### ⚠️ gates could not finish']);
});

test('what stands in the repository is text', () => {
  const rows: readonly (readonly [facts: Partial<Facts>, expected: string])[] = [
    [{ message: 'Wrong, and it goes on: no.' }, '| `src/a.ts:3` | **error** `a/wrong`<br>Wrong, and it goes on: no. | Right it. |'],
    [{ message: 'Ask @team of #12.' }, '| `src/a.ts:3` | **error** `a/wrong`<br>`Ask @team of #12.` | Right it. |'],
    [{ message: 'See www.example.com' }, '| `src/a.ts:3` | **error** `a/wrong`<br>`See www.example.com` | Right it. |'],
    [{ message: 'a | b \\| c' }, '| `src/a.ts:3` | **error** `a/wrong`<br>`a \\| b \\ \\| c` | Right it. |'],
    [{ message: 'one\n\n| two\r\n' }, '| `src/a.ts:3` | **error** `a/wrong`<br>`one \\| two` | Right it. |'],
    [{ message: '<img src=x onerror=alert(1)>' }, '| `src/a.ts:3` | **error** `a/wrong`<br>`<img src=x onerror=alert(1)>` | Right it. |'],
    [{ message: '`a` ``b' }, '| `src/a.ts:3` | **error** `a/wrong`<br>``` `a` ``b ``` | Right it. |'],
    [{ message: 'a`' }, '| `src/a.ts:3` | **error** `a/wrong`<br>`` a` `` | Right it. |'],
    [{ file: 'a|b`@c\n.ts', code: 'eslint/a|b' }, '| ``a\\|b`@c .ts:3`` | **error** `eslint/a\\|b`<br>Wrong. | Right it. |'],
    [{ fix: '[here](http://x)' }, '| `src/a.ts:3` | **error** `a/wrong`<br>Wrong. | `[here](http://x)` |'],
    [{ message: '\u202e\u0007' }, '| `src/a.ts:3` | **error** `a/wrong`<br>`\ufffd\ufffd` | Right it. |'],
  ];
  deepEqual(
    rows.map(([facts]) => [facts, cells(facts)]),
    rows,
  );
});

test('whatever is found, it is one row of three cells, and all but plain words is in code spans', () => {
  const anything = fc.string({ unit: fc.constantFrom(...'|\\\\`<>@#*_[]()!~a1 \n\t') });
  fc.assert(
    fc.property(anything, anything, anything, (file, message, fix) => {
      const row = cells({ file, message, fix }) ?? '';
      deepEqual(row.split(/(?<!\\)\|/).length, 5);
      const outside = row
        .replace(/(?<!`)(`+)(?!`)(?:[^]*?[^`])\1(?!`)/g, '')
        .replaceAll('<br>', '')
        .replaceAll('**error**', '');
      deepEqual(/[\\`<>@#*_[\]()!~]/.exec(outside), null);
    }),
  );
});

test('a comment stays under the limit of GitHub, errors are kept first, and it says how many findings are left out', () => {
  const long = { message: `${'|`x'.repeat(2000)}😀`, fix: '@|'.repeat(2000), file: `${'f|'.repeat(400)}.ts` };
  const reports = ['lint', 'typecheck', 'test', 'conformance', 'fallow:audit', 'coverage:aggregate', 'coverage:diff'].map((gate) =>
    said(gate, [...lines(300, { ...long, code: 'a/odd', severity: 'warning' }), ...lines(5, long)], { note: '|'.repeat(9000) }),
  );
  const text = renderMarkdown(reports, { gate: 'gates' });
  const [, left] = /\n\n(\d+) findings left out: a comment has no room for more\. `--format json` has them all\.\n$/.exec(text) ?? [];
  const shown = text.match(/\| \*\*(?:error|warning)\*\* /g)?.length ?? 0;
  deepEqual([text.length < 65_536, text.length > 60_000, shown + Number(left)], [true, true, 7 * 305]);
  const brief = renderMarkdown([said('lint', [...lines(3000, { code: 'a/odd', severity: 'warning' }), ...lines(900)])], { gate: 'lint' });
  deepEqual([brief.length < 65_536, brief.match(/\*\*error\*\*/g)?.length], [true, 900]);
});
