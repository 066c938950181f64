import type { FileCoverageData } from 'istanbul-lib-coverage';
import { z } from 'zod';
import { FormworkError } from '../../../report/formwork-error.ts';
import { lastLine } from '../../lcov/read-bytes.ts';

/** What `coverage-final.json` holds: each source under its path on the machine that measured it. */
export type IstanbulMap = Readonly<Record<string, FileCoverageData>>;

/** Parses the text of a `coverage-final.json`. `file` is how the error calls it. Throws `istanbul/corrupt`. */
export function parseIstanbulMap(text: string, file: string): IstanbulMap {
  const value = jsonIn(text);
  if (isIstanbulMap(value)) return value;
  throw new FormworkError({
    code: 'istanbul/corrupt',
    message: `${file} is no coverage in istanbul's form.`,
    fix: 'Make the report anew, and let nothing else write to it meanwhile.',
    file,
  });
}

/** Null where the text is no JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isIstanbulMap(value: unknown): value is IstanbulMap {
  return mapSchema.safeParse(value).success;
}

/** A column is null where a tool knows no end of the line, and less than 0 where c8 places one before it. */
const position = z.object({ line: z.int().positive().max(lastLine), column: z.number().nullable() });
const range = z.object({ start: position, end: position });
/** The first of a branch is what tells it from others. One that is not written, the else of an if, has no place. */
const arm = z.object({ start: z.object({}), end: z.object({}) });
const count = z.int().nonnegative();

const fileSchema = z
  .object({
    path: z.string(),
    statementMap: z.record(z.string(), range),
    fnMap: z.record(z.string(), z.object({ name: z.string(), decl: range, loc: range })),
    branchMap: z.record(z.string(), z.object({ loc: range, locations: z.tuple([arm], z.unknown()) })),
    s: z.record(z.string(), count),
    f: z.record(z.string(), count),
    b: z.record(z.string(), z.array(count)),
  })
  .refine(({ s, statementMap, f, fnMap, b, branchMap }) => isSame(s, statementMap) && isSame(f, fnMap) && isSame(b, branchMap));

const mapSchema = z.record(z.string(), fileSchema);

/** Whether everything that is counted has its place, and every place its count. */
function isSame(counts: object, places: object): boolean {
  return Object.keys(counts).sort().join() === Object.keys(places).sort().join();
}
