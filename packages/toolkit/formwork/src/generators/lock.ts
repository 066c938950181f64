import { createHash } from 'node:crypto';
import { z } from 'zod';
import { FormworkError } from '../report/formwork-error.ts';

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

/** The lock with one more run, in place of an earlier one of the same kind and options. */
export function withRun(lock: Lock | null, run: LockedRun): Lock {
  const runs = lock?.runs ?? [];
  const same = runs.findIndex(({ kind, options }) => kind === run.kind && JSON.stringify(options) === JSON.stringify(run.options));
  return { schema: 'formwork/lock@1', runs: same === -1 ? [...runs, run] : runs.with(same, run) };
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

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
