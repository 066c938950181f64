import type { FunctionCode } from '../code/piece.ts';
import type { SourceCode } from '../code/source-code.ts';
import { hitsAt, type LcovFunction } from '../lcov/record.ts';
import type { FileCoverage } from '../lcov/merged.ts';
import { isLineByLine } from './judge-evidence.ts';

/** What the reports say of calls. */
export type Calls = {
  /** How often a function was called, of those of which that is known. */
  readonly of: ReadonlyMap<FunctionCode, number>;
  /** Lines on which functions begin and hold code, and one of them was never called. */
  readonly missingOn: ReadonlySet<number>;
  /** Classes of which no instance was made: V8 tells the fields of one as a function. */
  readonly unmade: ReadonlySet<object>;
};

/** How V8 calls what gives the fields of a class their values. It has no name that a source could give. */
const initializer = /^<.*>$/;

/** Which functions were called. Where a line begins several, the reports tell them in the order of the source, or leave out some. */
export function callsIn(code: SourceCode, coverage: FileCoverage): Calls {
  const of = new Map<FunctionCode, number>();
  const missingOn = new Set<number>();
  const told = Map.groupBy(coverage.functions, ({ name }) => initializer.test(name));
  const toldOn = Map.groupBy(told.get(false) ?? [], ({ line }) => line);
  const isMissing = missing(code, coverage);
  for (const [line, begun] of Map.groupBy(code.functions, (fn) => lineOf(fn, toldOn, code))) {
    const calls = toldOn.get(line) ?? [];
    if (calls.length === begun.length) begun.forEach((fn, index) => of.set(fn, Number(calls[index]?.hits)));
    else if (calls.length < begun.length) {
      if (isMissing(line, begun, calls)) missingOn.add(line);
    } else if (begun.length === 1 || calls.every(({ hits }) => hits === 0)) {
      // Several reports call them by several names.
      for (const fn of begun) of.set(fn, Math.max(...calls.map(({ hits }) => hits)));
    }
  }
  return { of, missingOn, unmade: unmadeClasses(code, told.get(true) ?? []) };
}

/** The line on which the reports tell a function: tools differ about what is its first word. */
function lineOf({ places, start }: FunctionCode, toldOn: ReadonlyMap<number, unknown>, { lines }: SourceCode): number {
  return places.map(lines.at).find((line) => toldOn.has(line)) ?? lines.at(start);
}

/**
 * Whether one of the functions that begin on a line, and hold code there, was not called, though not all of them are told. One that is told
 * was not; or V8, which tells functions without a name only by the range of each that was called, tells fewer ranges than there are such.
 */
function missing(
  code: SourceCode,
  coverage: FileCoverage,
): (line: number, begun: readonly FunctionCode[], calls: readonly LcovFunction[]) => boolean {
  const { lines, firsts } = code;
  const ranges = isLineByLine(coverage, lines) ? Map.groupBy(coverage.branches, ({ line }) => line) : null;
  return (line, begun, calls) => {
    const { true: here = [], false: elsewhere = [] } = Object.groupBy(begun, (fn) => {
      const first = firsts.get(fn);
      return `${first !== undefined && lines.at(first.counted) === line}`;
    });
    if (here.length === begun.length && calls.some(({ hits }) => hits === 0)) return true;
    if (ranges === null) return false;
    const module = line === 1 ? 1 : 0;
    const called = elsewhere.filter((fn) => {
      const first = firsts.get(fn);
      return first !== undefined && (hitsAt(coverage.lines, lines.at(first.counted)) ?? 0) > 0;
    });
    return (ranges.get(line) ?? []).length - module - called.length < here.length;
  };
}

function unmadeClasses(code: SourceCode, initializers: readonly LcovFunction[]): ReadonlySet<object> {
  const fieldsOn = Map.groupBy(code.units, ({ fieldOf, start }) => (fieldOf === null ? null : code.lines.at(start)));
  const never = initializers.filter(({ hits }) => hits === 0);
  return new Set(never.flatMap(({ line }) => (fieldsOn.get(line) ?? []).flatMap(({ fieldOf }) => fieldOf ?? [])));
}
