import type { FileCoverageData } from 'istanbul-lib-coverage';
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

/** Without a schema: to load what reads one takes longer than a report does. */
function isIstanbulMap(value: unknown): value is IstanbulMap {
  return isRecordOf(value, isFile);
}

function isFile(value: unknown): boolean {
  if (!isObject(value) || typeof value['path'] !== 'string') return false;
  const { statementMap, s, fnMap, f, branchMap, b } = value;
  if (!isRecordOf(statementMap, isRange) || !isRecordOf(fnMap, isFunction) || !isRecordOf(branchMap, isBranch)) return false;
  if (!isRecordOf(s, isCount) || !isRecordOf(f, isCount) || !isRecordOf(b, isListOfCounts)) return false;
  return isSame(s, statementMap) && isSame(f, fnMap) && isSame(b, branchMap);
}

function isFunction(value: unknown): boolean {
  return isObject(value) && typeof value['name'] === 'string' && isRange(value['decl']) && isRange(value['loc']);
}

/** The first of its arms is what tells a branch from others. One that is not written, the else of an if, has no place. */
function isBranch(value: unknown): boolean {
  if (!isObject(value) || !isRange(value['loc']) || !Array.isArray(value['locations'])) return false;
  const [first]: readonly unknown[] = value['locations'];
  return isObject(first) && isObject(first['start']) && isObject(first['end']);
}

function isRange(value: unknown): boolean {
  return isObject(value) && isPosition(value['start']) && isPosition(value['end']);
}

/** A column is null where a tool knows no end of the line, and less than 0 where c8 places one before it. */
function isPosition(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { line, column } = value;
  return isCount(line) && line > 0 && line <= lastLine && (column === null || Number.isFinite(column));
}

function isListOfCounts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isCount);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isRecordOf(value: unknown, fits: (each: unknown) => boolean): value is Readonly<Record<string, unknown>> {
  return isObject(value) && Object.values(value).every(fits);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether everything that is counted has its place, and every place its count. */
function isSame(counts: object, places: object): boolean {
  return Object.keys(counts).sort().join() === Object.keys(places).sort().join();
}
