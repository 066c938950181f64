import { join } from 'node:path';
import { z } from 'zod';
import { FormworkError } from '../../report/formwork-error.ts';
import type { Machine } from '../../report/machine.ts';
import type { Totals } from './totals.ts';
import { writeWhole } from './write-whole.ts';

type Where = { readonly machine: Machine; readonly root: string };

/** Where the history lies, relative to the root; one line for each commit that was told, and committed itself. */
export const historyFile = 'coverage/history.jsonl';

/** What was covered at one commit. */
export type HistoryEntry = {
  /** 40 hex digits. */
  readonly commit: string;
  /** When it was committed, in ISO 8601, UTC. */
  readonly date: string;
  readonly totals: Totals;
  /** By the packages' names. */
  readonly packages: Readonly<Record<string, Totals>>;
};

/** The entries in their order; none where there is no history. Throws `coverage/history-corrupt`, with the line. */
export function readHistory({ machine, root }: Where): readonly HistoryEntry[] {
  return parseHistory(machine.files.readIfPresent(join(root, historyFile)) ?? '');
}

/**
 * Appends an entry, so that whoever reads meanwhile finds all of it or none. Returns false where that commit is there already: then
 * nothing is added or replaced. Throws `coverage/history-corrupt`.
 */
export function appendToHistory(entry: HistoryEntry, { machine, root }: Where): boolean {
  const path = join(root, historyFile);
  const before = machine.files.readIfPresent(path) ?? '';
  if (parseHistory(before).some(({ commit }) => commit === entry.commit)) return false;
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  writeWhole(machine, path, `${before}${gap}${JSON.stringify(entry)}\n`);
  return true;
}

function parseHistory(text: string): readonly HistoryEntry[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => {
    const entry = entrySchema.safeParse(parsed(line));
    if (entry.success) return entry.data;
    throw new FormworkError({
      code: 'coverage/history-corrupt',
      message: `Line ${index + 1} of ${historyFile} is no entry of the history.`,
      fix: 'Mend it or take the line out, with its reason in the commit: git log -p shows when it was right.',
      file: historyFile,
      line: index + 1,
    });
  });
}

/** The JSON in a line; undefined where there is none. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const count = z.int().nonnegative();
const share = z.object({ found: count, hit: count, percent: z.number().min(0).max(100) });
const totals = z.object({ lines: share, functions: share, branches: share, statements: share.exactOptional() });
const entrySchema = z.object({
  commit: z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/),
  date: z.iso.datetime(),
  totals,
  packages: z.record(z.string(), totals),
});
