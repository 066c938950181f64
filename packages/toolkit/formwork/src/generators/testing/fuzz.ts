import { deepEqual, ok } from 'node:assert/strict';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { planEdits } from '../../edits/plan-edits.ts';
import type { Edit } from '../../edits/plan.ts';
import { fakeMachine } from '../../report/fake-machine.ts';
import { FormworkError } from '../../report/formwork-error.ts';

/** Words in kebab-case, among them those that templates, the language and the house use themselves. */
const word = fc.oneof(
  { weight: 2, arbitrary: fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...'id input output request context capability capabilities use case created at answer controller bind memory not found error map promise'.split(
        ' ',
      ),
      ...'test expect valid saved stub class new this events feature core contracts schema manifest repository kept structured clone z'.split(
        ' ',
      ),
    ),
  },
);

/** Names that may do, in kebab-case and camelCase. */
const plausibleNames = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .chain((words) =>
    fc.constantFrom(
      words.join('-'),
      words.map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join(''),
    ),
  );

/** Anything that may be typed for a name. */
export const names = fc.oneof(
  { weight: 12, arbitrary: plausibleNames },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '..',
      '../x',
      'a/../../x',
      '/etc',
      'C:\\x',
      '__proto__',
      'constructor',
      "a'b",
      'a`${b}',
      '{{x}}',
      '$&',
      'x'.repeat(200),
    ),
  },
);

/** What came of options: the edits, or the code of the refusal. No other error may come. */
export function attempt(make: () => readonly Edit[]): readonly Edit[] | string {
  try {
    return make();
  } catch (error) {
    ok(error instanceof FormworkError, inspect(error));
    return error.code;
  }
}

/**
 * Asserts that edits, applied to `files`, stay below `roots`, and that every file that they make can be parsed: TypeScript without so much as
 * a name that is declared twice.
 */
export function assertSound(edits: readonly Edit[], files: Readonly<Record<string, string>>, roots: readonly string[]): void {
  const plan = planEdits(edits, { files: fakeMachine({ files }).files, root: '/repo', command: 'gen', followUps: [] });
  for (const { path, after } of plan.edits) {
    deepEqual([path, roots.some((root) => path.startsWith(root))], [path, true]);
    if (path.endsWith('.json')) JSON.parse(after);
    if (path.endsWith('.ts')) deepEqual([path, parseSync(path, after, { showSemanticErrors: true }).errors], [path, []]);
  }
}
