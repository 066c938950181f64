import { didYouMean } from '../report/nearest.ts';
import { join, type Entry, type Literal } from './literal.ts';

/** What a manifest says wrong, in one sentence, and where. */
export type Fault = { readonly offset: number; readonly message: string; readonly fix: string };

/** The entries of an object by key; what is no object, a key that is not known and one that stands twice are faults. */
export function objectAt(literal: Literal, path: string, known: readonly string[], faults: Fault[]): ReadonlyMap<string, Entry> {
  const entries = entriesAt(literal, path, faults);
  for (const { key, offset } of entries.filter((entry) => !known.includes(entry.key))) {
    faults.push({
      offset,
      message: `'${join(path, key)}' is no key of a manifest.`,
      fix: `${didYouMean(key, known)}Use ${known.map((text) => `'${text}'`).join(', ')}, or take it out.`,
    });
  }
  return new Map(entries.map((entry) => [entry.key, entry]));
}

/** The entries of an object with keys of any name. */
export function entriesAt(literal: Literal, path: string, faults: Fault[]): readonly Entry[] {
  if (literal.is !== 'object') {
    const subject = path === '' ? 'What defineFeature is given' : `'${path}'`;
    faults.push({ offset: literal.offset, message: `${subject} is no object.`, fix: 'Write an object, with { and }.' });
    return [];
  }
  const seen = new Set<string>();
  for (const { key, offset } of literal.entries) {
    if (seen.has(key)) faults.push({ offset, message: `'${join(path, key)}' stands twice.`, fix: 'Take one of them out.' });
    seen.add(key);
  }
  return literal.entries;
}

/** The entry that an object has to have; null where it has not, and then that is a fault. */
export function required(keys: ReadonlyMap<string, Entry>, key: string, within: Literal, path: string, faults: Fault[]): Entry | null {
  const entry = keys.get(key);
  if (entry === undefined && within.is === 'object') {
    faults.push({ offset: within.offset, message: `'${join(path, key)}' is missing.`, fix: `Write '${key}'.` });
  }
  return entry ?? null;
}
