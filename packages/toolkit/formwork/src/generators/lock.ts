import { z } from 'zod';
import { FormworkError } from '../report/formwork-error.ts';
import { sha256 } from '../report/sha256.ts';

/** `generated` is formwork's to make anew; `owned` is what people fill in. */
export type Ownership = 'generated' | 'owned';

const lockSchema = z.object({
  schema: z.literal('formwork/lock@1'),
  runs: z.array(
    z.object({
      kind: z.string(),
      templateVersion: z.int(),
      options: z.record(z.string(), z.unknown()),
      files: z.record(z.string(), z.object({ sha256: z.string(), ownership: z.enum(['generated', 'owned']) })),
    }),
  ),
});

/** `formwork.lock.json`: which runs made a package, and what each of its files was. Paths are relative to the package. */
export type Lock = z.output<typeof lockSchema>;
export type LockedRun = Lock['runs'][number];

export const lockFile = 'formwork.lock.json';

/** Reads a lock's text; `file` is where it lies. Throws `lock/invalid`. */
export function parseLock(text: string, file: string): Lock {
  const parsed = lockSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new FormworkError({
    code: 'lock/invalid',
    message: `${file} is no formwork/lock@1.`,
    fix: `Take ${file} back from git: generators write it, and nobody else.`,
    file,
  });
}

/**
 * The lock with one more run, in place of an earlier one that made the same thing; `file` is where it lies.
 * Throws `edit/exists` where the earlier one made it with other options.
 */
export function withRun(lock: Lock | null, run: LockedRun, file: string): Lock {
  const runs = lock?.runs ?? [];
  const index = runs.findIndex((other) => thingOf(other) === thingOf(run));
  const earlier = runs[index];
  if (earlier === undefined) return { schema: 'formwork/lock@1', runs: [...runs, run] };
  const differing = Object.keys({ ...earlier.options, ...run.options }).filter((key) => shown(earlier, key) !== shown(run, key));
  if (differing.length > 0) throw madeOtherwise(earlier, run, differing, file);
  return { schema: 'formwork/lock@1', runs: runs.with(index, run) };
}

/** What a run makes, as it is typed: `use-case billing issue-invoice`. */
function thingOf({ kind, options: { feature, name } }: LockedRun): string {
  return [kind, feature, name].filter((word) => word !== undefined).join(' ');
}

function shown({ options }: LockedRun, key: string): string {
  return JSON.stringify(options[key]) ?? 'nothing';
}

function madeOtherwise(earlier: LockedRun, run: LockedRun, differing: readonly string[], file: string): FormworkError {
  const what = differing.map((key) => `${key} ${shown(earlier, key)}, not ${shown(run, key)}`);
  return new FormworkError({
    code: 'edit/exists',
    message: `${thingOf(run)} is there already, and was made with ${what.join('; ')}.`,
    fix: `Change it by hand, or choose another name. Where it was deleted since, take its run out of ${file}.`,
    file,
  });
}

/** What a run made: its files by path, in the paths' order. */
export function lockedFiles(
  made: readonly { readonly path: string; readonly text: string; readonly ownership: Ownership }[],
): LockedRun['files'] {
  const sorted = [...made].sort((a, b) => (a.path < b.path ? -1 : 1));
  return Object.fromEntries(sorted.map(({ path, text, ownership }) => [path, { sha256: sha256(text), ownership }]));
}

export function renderLock(lock: Lock): string {
  return `${JSON.stringify(lock, null, 2)}\n`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
