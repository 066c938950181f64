import { functionAround, type FunctionCode, type Unit } from '../code/piece.ts';
import type { SourceCode } from '../code/source-code.ts';
import type { IstanbulFile, Place } from '../istanbul/istanbul-file.ts';
import { initializer } from './judge-calls.ts';

/** A piece of the text that V8 counted as one; `fn` is the function that it is. */
type Counted = { readonly start: number; readonly end: number; readonly hits: number; readonly fn: FunctionCode | null };

/**
 * The hits of each statement by the ranges that V8 counts, which c8 hands on: each inside of which another does not lie has its own. A
 * function without a name that was never called has none. Nothing is known where the ranges are those of another text, as when a compiler
 * has been in between.
 */
export function hitsByRange(code: SourceCode, { branches, functions }: IstanbulFile): ReadonlyMap<Unit, number> {
  const { lines } = code;
  const offsetOf = ({ line, column }: Place): number => Math.min(lines.start(line) + column, lines.start(line + 1));
  const endingAt = Map.groupBy(code.functions, ({ end }) => end);
  const counted = (range: { readonly start: Place; readonly end: Place }, hits: number): Counted => {
    const [start, end] = [offsetOf(range.start), offsetOf(range.end)];
    return { start, end, hits, fn: (endingAt.get(end) ?? []).find((fn) => fn.start <= start && start < fn.body) ?? null };
  };
  const named = functions.filter(({ name }) => !initializer.test(name)).map((range) => counted(range, range.hits));
  const initializers = functions.filter(({ name }) => initializer.test(name)).map((range) => counted(range, range.hits));
  const ranges = [...branches.map((range) => counted(range, range.arms[0]?.hits ?? 0)), ...named, ...initializers];
  const isExact = ranges.some(({ start, end }) => start === 0 && end === lines.text.trimEnd().length) && named.every(({ fn }) => fn !== null);
  return isExact ? hitsIn(code, ranges) : new Map();
}

function hitsIn(code: SourceCode, ranges: readonly Counted[]): ReadonlyMap<Unit, number> {
  const called = new Set(ranges.map(({ fn }) => fn));
  const sorted = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const hits = new Map<Unit, number>();
  const around: Counted[] = [];
  let entered = 0;
  for (const unit of code.units.toSorted((a, b) => a.start - b.start)) {
    for (let next = sorted[entered]; next !== undefined && next.start <= unit.start; next = sorted[entered]) {
      entered += 1;
      around.push(next);
    }
    while (Number(around.at(-1)?.end) <= unit.start) around.pop();
    // A function that the statement consists of begins where it does.
    const own = around.findLast(({ end, fn }) => end > unit.start && (fn === null || fn.start < unit.start || fn.end > unit.end));
    const fn = functionAround(unit);
    hits.set(unit, fn === null || called.has(fn) ? (own?.hits ?? 0) : 0);
  }
  return hits;
}
