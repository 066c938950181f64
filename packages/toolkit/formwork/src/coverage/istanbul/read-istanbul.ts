import { z } from 'zod';
import { FormworkError } from '../../report/formwork-error.ts';
import type { IstanbulFile, Place } from './istanbul-file.ts';

const place = z.object({ line: z.int(), column: z.number().nullish() });
const range = z.object({ start: place, end: place });
/** An `if` without `else` has a way without a place. */
const way = z.object({ start: z.object({ line: z.int().optional(), column: z.number().nullish() }) });
const hits = z.int().min(0);
const source = z.object({
  statementMap: z.record(z.string(), range),
  s: z.record(z.string(), hits),
  branchMap: z.record(z.string(), z.object({ type: z.string().default(''), loc: range, locations: z.array(way) })).default({}),
  b: z.record(z.string(), z.array(hits)).default({}),
  fnMap: z.record(z.string(), z.object({ name: z.string().default(''), loc: range })).default({}),
  f: z.record(z.string(), hits).default({}),
});
const sources = z.record(z.string(), z.unknown());

/** As istanbul's own reporter writes it, a file a line; so the files that are not asked for need not be parsed. */
const entry = /^[{,] *(?<path>"(?:[^"\\]|\\.)*"): *(?<source>\{.*\})\r?$/;

/**
 * Reads the text of a `coverage-final.json`, as istanbul, nyc, jest, vitest and c8 write it: the files that are wanted, by their paths as they
 * stand there. `file` is how the error calls the report. Throws `istanbul/corrupt`.
 */
export function readIstanbul(text: string, file: string, wants: (path: string) => boolean): ReadonlyMap<string, IstanbulFile> {
  const read = new Map<string, IstanbulFile>();
  for (const [path, found] of entriesIn(text, file, wants)) {
    const parsed = source.safeParse(found);
    if (!parsed.success) throw corrupt(file, `what it says of ${path} has not the form`);
    read.set(path, fileOf(parsed.data));
  }
  return read;
}

function* entriesIn(text: string, file: string, wants: (path: string) => boolean): Generator<readonly [string, unknown], void, undefined> {
  const lines = text.trimEnd().split('\n');
  const entries = lines.slice(0, -1).map((line) => entry.exec(line)?.groups);
  if (lines.length > 1 && lines.at(-1) === '}' && entries.every((groups) => groups !== undefined)) {
    for (const groups of entries) {
      const path = parse(`${groups['path']}`, z.string(), file);
      if (wants(path)) yield [path, parse(`${groups['source']}`, z.unknown(), file)];
    }
    return;
  }
  for (const [path, found] of Object.entries(parse(text, sources, file))) if (wants(path)) yield [path, found];
}

function parse<Schema extends z.ZodType>(text: string, schema: Schema, file: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw corrupt(file, 'it is no JSON of files', error);
  }
}

function fileOf({ statementMap, s, branchMap, b, fnMap, f }: z.output<typeof source>): IstanbulFile {
  return {
    statements: Object.entries(statementMap).map(([id, { start }]) => ({ start: startAt(start), hits: s[id] ?? 0 })),
    branches: Object.entries(branchMap).map(([id, { type, loc, locations }]) => ({
      id,
      type,
      start: startAt(loc.start),
      end: endAt(loc.end),
      arms: locations.map(({ start: { line, column } }, nth) => ({
        start: line === undefined ? null : startAt({ line, column }),
        hits: b[id]?.[nth] ?? 0,
      })),
    })),
    functions: Object.entries(fnMap).map(([id, { name, loc }]) => ({
      name,
      start: startAt(loc.start),
      end: endAt(loc.end),
      hits: f[id] ?? 0,
    })),
  };
}

/** A compiler in between may lose a column. */
function startAt({ line, column }: z.output<typeof place>): Place {
  return { line, column: column ?? 0 };
}

function endAt({ line, column }: z.output<typeof place>): Place {
  return { line, column: column ?? Infinity };
}

function corrupt(file: string, what: string, cause?: unknown): FormworkError {
  return new FormworkError({
    code: 'istanbul/corrupt',
    message: `${file} is no coverage in istanbul's form: ${what}.`,
    fix: 'Make the report anew, or leave the file out: the lcov beside it says most of it.',
    file,
    cause,
  });
}
