import type { SourceCode } from '../code/source-code.ts';
import type { Unit } from '../code/piece.ts';
import type { IstanbulFile, Statement } from '../istanbul/istanbul-file.ts';
import { sum, type LineHits } from '../lcov/record.ts';

/** What istanbul's form says of the statements of a source. */
export type Statements = {
  readonly hits: ReadonlyMap<Unit, number>;
  /** Lines on which one begins that is none of ours, and that was not run. */
  readonly strays: ReadonlySet<number>;
};

/**
 * The hits of each statement. Null where these say nothing, or nothing more than the lcov: none is there, they count by line, they are not
 * about the same statements, or the counts of the lcov are others, as when some report has no such form or has an old one beside it.
 */
export function statementsOf(code: SourceCode, files: readonly IstanbulFile[], lines: LineHits): Statements | null {
  const statements = addedUp(files.map((file) => file.statements));
  if (statements === null || isByLine(statements) || !isSame(lines, mostByLine(statements))) return null;

  const unitsOn = Map.groupBy(code.units, ({ counted }) => code.lines.at(counted));
  const hits = new Map<Unit, number>();
  const strays = new Set<number>();
  for (const [line, found] of Map.groupBy(statements, ({ start }) => start.line)) {
    const units = (unitsOn.get(line) ?? []).toSorted((a, b) => a.counted - b.counted);
    const unitAt = new Map(units.map((unit) => [unit.counted - code.lines.start(line), unit]));
    // A compiler in between may have moved the columns.
    const isMoved = units.length === found.length && !found.some(({ start }) => unitAt.has(start.column));
    found.forEach((statement, index) => {
      const unit = isMoved ? units[index] : unitAt.get(statement.start.column);
      if (unit !== undefined) hits.set(unit, Math.min(hits.get(unit) ?? Infinity, statement.hits));
      else if (statement.hits === 0) strays.add(line);
    });
  }
  return { hits, strays };
}

/** The statements of all together, by their places; null where there are none or they differ. */
function addedUp(files: readonly (readonly Statement[])[]): readonly Statement[] | null {
  const [first, ...others] = files.map((statements) =>
    statements.toSorted((a, b) => a.start.line - b.start.line || a.start.column - b.start.column),
  );
  if (first === undefined || others.some((other) => other.length !== first.length)) return null;
  const isElsewhere = ({ start }: Statement, index: number): boolean =>
    others.some((other) => other[index]?.start.line !== start.line || other[index].start.column !== start.column);
  if (first.some(isElsewhere)) return null;
  return first.map(({ start, hits }, index) => ({ start, hits: others.reduce((all, other) => sum(all, Number(other[index]?.hits)), hits) }));
}

/** Whether lines are told as statements, as c8 does. */
export function isByLine(statements: readonly Statement[]): boolean {
  return statements.length > 1 && statements.every(({ start: { line, column } }, index) => column === 0 && line === index + 1);
}

function mostByLine(statements: readonly Statement[]): LineHits {
  const byLine = new Map<number, number>();
  for (const { start, hits } of statements) byLine.set(start.line, Math.max(byLine.get(start.line) ?? 0, hits));
  return { numbers: [...byLine.keys()], hits: [...byLine.values()] };
}

function isSame(a: LineHits, b: LineHits): boolean {
  const isLike = (one: readonly number[], other: readonly number[]): boolean =>
    one.length === other.length && one.every((number, index) => number === other[index]);
  return isLike(a.numbers, b.numbers) && isLike(a.hits, b.hits);
}
