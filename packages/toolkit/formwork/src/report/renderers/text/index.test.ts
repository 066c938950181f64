import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { finding } from '../../finding.ts';
import { report } from '../../report.ts';
import { renderText } from './index.ts';

const manifest = 'packages/features/blog/src/feature.manifest.ts';
const failed = report({
  gate: 'conformance',
  base: '0123456789abcdef0123456789abcdef01234567',
  inspected: { features: 12, useCases: 31, entities: 1 },
  durationMs: 1840,
  note: 'Two features were left out.',
  findings: [
    finding({
      code: 'closure/orphan-consumer',
      file: manifest,
      line: 14,
      column: 7,
      message: 'blog.greetAuthor consumes auth.user-signed-up.v1, which no feature publishes.',
      fix: 'Publish it in auth,\nor remove it here.',
    }),
    finding({
      code: 'closure/unheard-event',
      severity: 'warning',
      file: manifest,
      line: 9,
      column: 12,
      message: 'Nobody hears it.',
      fix: 'Leave it out.',
    }),
    finding({
      code: 'pending/draft',
      severity: 'pending',
      file: 'packages/features/mail/src/feature.manifest.ts',
      message: 'A draft.',
      fix: 'Implement it.',
    }),
    finding({ code: 'workspace/odd', file: '.', message: 'A \u001b[31mred\u0007 \u202ename.', fix: 'Rename it.' }),
  ],
});

const picture = `error  workspace/odd
  A \u{fffd}[31mred\u{fffd} \u{fffd}name.
  fix: Rename it.

packages/features/blog/src/feature.manifest.ts:9:12  warning  closure/unheard-event
  Nobody hears it.
  fix: Leave it out.

packages/features/blog/src/feature.manifest.ts:14:7  error    closure/orphan-consumer
  blog.greetAuthor consumes auth.user-signed-up.v1, which no feature publishes.
  fix: Publish it in auth,
  or remove it here.

packages/features/mail/src/feature.manifest.ts:1:1  pending  pending/draft
  A draft.
  fix: Implement it.

note: Two features were left out.
✖ conformance failed · 2 errors, 1 warning, 1 pending · 12 features, 31 use cases, 1 entity · base 0123456789 · 1.8 s
`;

test('every finding has its place, what does not hold and the next step, and the last line sums up', () => {
  equal(renderText(failed, { color: false }), picture);
});

test('colours change nothing else', () => {
  const colored = renderText(failed, { color: true });
  deepEqual([colored.includes('\u001b[31merror\u001b[39m'), stripVTControlCharacters(colored)], [true, picture]);
});

test('one line says that nothing was found, or that the tool could not finish', () => {
  const passed = report({ gate: 'coverage:diff', inspected: { lines: 0 }, durationMs: 8.2, findings: [] });
  const stopped = report({ gate: 'gates', inspected: {}, durationMs: 999, findings: [], evidenceMissing: true });
  deepEqual(
    [passed, stopped].map((some) => renderText(some, { color: false })),
    ['✔ coverage:diff passed · 0 lines · 8 ms\n', '✖ gates could not finish · 999 ms\n'],
  );
});

test('findings that say the same of consecutive lines are one entry; what each of them says is kept while there is room', () => {
  const line = (file: string, line: number, message: string) =>
    finding({ code: 'coverage/uncovered', file, line, column: line, message, fix: 'Write a test.' });
  const many = report({
    gate: 'coverage:diff',
    inspected: { lines: 210 },
    durationMs: 3,
    findings: [
      line('src/a.ts', 9, "No test runs 'one();'."),
      line('src/a.ts', 10, "No test runs 'two(\n);'."),
      line('src/a.ts', 12, "No test runs 'three();'."),
      finding({ code: 'coverage/partial', file: 'src/a.ts', line: 10, message: 'One arm is never taken.', fix: 'Write a test.' }),
      ...Array.from({ length: 200 }, (_, index) => line('src/b.ts', index + 1, `No test runs 'b${index}();'.`)),
      line('src/c.ts', 1, 'Nothing is known of it.'),
      line('src/c.ts', 2, 'Nothing is known of it.'),
    ],
  });
  equal(
    renderText(many, { color: false }),
    `src/a.ts:9-10   error  coverage/uncovered
   9  No test runs 'one();'.
  10  No test runs 'two(
      );'.
  fix: Write a test.

src/a.ts:10:1   error  coverage/partial
  One arm is never taken.
  fix: Write a test.

src/a.ts:12:12  error  coverage/uncovered
  No test runs 'three();'.
  fix: Write a test.

src/b.ts:1-200  error  coverage/uncovered
${Array.from({ length: 11 }, (_, index) => `  ${`${index + 1}`.padStart(3)}  No test runs 'b${index}();'.\n`).join('')}  … and 189 more
  fix: Write a test.

src/c.ts:1-2  error  coverage/uncovered
  Nothing is known of it.
  fix: Write a test.

✖ coverage:diff failed · 206 errors · 210 lines · 3 ms
`,
  );
});
