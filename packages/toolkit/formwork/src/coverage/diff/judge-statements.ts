import type { SourceCode } from '../code/source-code.ts';
import type { Unit } from '../code/piece.ts';
import type { IstanbulFile, Statement } from '../istanbul/istanbul-file.ts';
import { sum, type LineHits } from '../lcov/record.ts';
import { readRanges, type ByRange } from './judge-ranges.ts';
import { isSameLines } from './same-run.ts';

/** What istanbul's form says of the statements of a source. */
export type Statements = {
  readonly hits: ReadonlyMap<Unit, number>;
  /** Lines on which one begins that is none of ours, and that was not run. */
  readonly strays: ReadonlySet<number>;
  /** The hits of what stands at an offset, be it in the midst of a statement; null where they are not known. */
  readonly hitsAt: ((offset: number) => number) | null;
};

/**
 * The hits of each statement. Null where nothing says more than the lcov, or where the counts of the lcov are others, as when some report has
 * no such form beside it, or an old one.
 */
export function statementsOf(code: SourceCode, files: readonly IstanbulFile[], lines: LineHits): Statements | null {
  if (files.length === 0 || !isSameLines(lines, files)) return null;
  const strays = new Set<number>();
  const told = files.map((file): ByRange | ByPlace =>
    isByLine(file) ? (readRanges(code, file) ?? knowsNothing) : { hits: hitsByPlace(code, file.statements, strays), hitsAt: null },
  );
  const hits = new Map<Unit, number>();
  for (const unit of code.units) {
    const known = told.flatMap((one) => one.hits.get(unit) ?? []);
    if (known.length === files.length) hits.set(unit, known.reduce(sum));
  }
  const counts = told.flatMap((one) => one.hitsAt ?? []);
  const hitsAt = counts.length < files.length ? null : (offset: number): number => counts.map((countAt) => countAt(offset)).reduce(sum);
  if (files.length > 1) strays.clear();
  return hits.size + strays.size === 0 ? null : { hits, strays, hitsAt };
}

type ByPlace = { readonly hits: ReadonlyMap<Unit, number>; readonly hitsAt: null };

const knowsNothing: ByPlace = { hits: new Map(), hitsAt: null };

/** Whether they are told a line each, whatever stands on it, as c8 does. */
export function isByLine({ statements, branches }: IstanbulFile): boolean {
  // The only statement of a text may well begin its only line.
  if (statements.length < 2 && branches[0]?.type !== 'branch') return false;
  return statements.every(({ start: { line, column } }, index) => column === 0 && line === index + 1);
}

/** The hits of the statements that begin where ours are counted; the lines of others that were not run go to `strays`. */
function hitsByPlace(code: SourceCode, statements: readonly Statement[], strays: Set<number>): ReadonlyMap<Unit, number> {
  const unitsOn = Map.groupBy(code.units, ({ counted }) => code.lines.at(counted));
  const hits = new Map<Unit, number>();
  for (const [line, found] of Map.groupBy(statements, ({ start }) => start.line)) {
    const units = (unitsOn.get(line) ?? []).toSorted((a, b) => a.counted - b.counted);
    const unitAt = new Map(units.map((unit) => [unit.counted - code.lines.start(line), unit]));
    // A compiler in between may have moved the columns.
    const isMoved = units.length === found.length && !found.some(({ start }) => unitAt.has(start.column));
    found
      .toSorted((a, b) => a.start.column - b.start.column)
      .forEach((statement, index) => {
        const unit = isMoved ? units[index] : unitAt.get(statement.start.column);
        if (unit !== undefined) hits.set(unit, Math.min(hits.get(unit) ?? Infinity, statement.hits));
        else if (statement.hits === 0) strays.add(line);
      });
  }
  return hits;
}
