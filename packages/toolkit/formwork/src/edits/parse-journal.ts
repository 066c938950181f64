import { z } from 'zod';
import type { Journal } from './journal.ts';
import { foldersTo, pathProblem } from './path-rules.ts';

const image = z.strictObject({ text: z.string(), mode: z.int().min(0).max(0o7777) });

const journalSchema = z
  .strictObject({
    schema: z.literal('formwork/run@1'),
    doing: z.enum(['apply', 'undo']),
    run: z.int().positive(),
    token: z.string().regex(/^[0-9a-z-]+$/),
    command: z.string(),
    changes: z.array(
      z.strictObject({ path: z.string().refine((path) => pathProblem(path) === null), before: image.nullable(), after: z.string() }),
    ),
    folders: z.array(z.string()),
    followUps: z.array(z.strictObject({ argv: z.tuple([z.literal('pnpm'), z.literal('install')]) })),
    lockfile: z.strictObject({ before: image.nullable(), after: z.string().nullable(), restore: z.boolean() }),
  })
  // A folder is removed with what git ignores in it, so it has to be one that leads to a file of the run.
  .refine(({ folders, changes }) =>
    folders.every((folder) => changes.some(({ path, before }) => before === null && foldersTo(path).includes(folder))),
  );

/** A journal or a run's record from its text; null where it is none that this version wrote whole. */
export function parseJournal(text: string): Journal | null {
  try {
    return journalSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
