import { functionAround, type FunctionCode, type Unit } from '../code/piece.ts';
import type { SourceCode } from '../code/source-code.ts';
import { indexAt, type TextLines } from '../code/text-lines.ts';
import type { IstanbulFile, Place } from '../istanbul/istanbul-file.ts';
import { initializer } from './judge-calls.ts';

/** A piece of the text that V8 counted as one; `fn` is the function that it is. */
type Counted = { readonly start: number; readonly end: number; readonly hits: number; readonly fn: FunctionCode | null };

/** What the ranges that V8 counts, which c8 hands on, say of a source. */
export type ByRange = {
  /** The hits of each statement: each range inside of which another does not lie has its own. */
  readonly hits: ReadonlyMap<Unit, number>;
  /** The hits of what stands at an offset. */
  readonly hitsAt: (offset: number) => number;
};

/** Null where the ranges are those of another text, as when a compiler has been in between. */
export function readRanges(code: SourceCode, file: IstanbulFile): ByRange | null {
  const ranges = shiftsOf(code.lines).map((shift) => exactRanges(code, file, shift)).find((found) => found !== null);
  if (ranges === undefined) return null;
  // A function without a name that was never called has no range.
  const called = new Set(ranges.map(({ fn }) => fn));
  const never = code.functions.filter((fn) => !called.has(fn)).map((fn): Counted => ({ start: fn.start, end: fn.end, hits: 0, fn }));
  return { hits: hitsIn(code, ranges), hitsAt: hitsAtIn([...ranges, ...never]) };
}

/** How far V8's ranges may lie before the text: it never sees a byte order mark. */
function shiftsOf({ text }: TextLines): readonly number[] {
  return text.startsWith('\uFEFF') ? [1, 0] : [0];
}

function exactRanges(code: SourceCode, { branches, functions }: IstanbulFile, shift: number): readonly Counted[] | null {
  const { lines } = code;
  const offsetOf = ({ line, column }: Place): number => Math.min(lines.start(line) + column + shift, lines.start(line + 1));
  const endingAt = Map.groupBy(code.functions, ({ end }) => end);
  const counted = (range: { readonly start: Place; readonly end: Place }, hits: number): Counted => {
    const [start, end] = [offsetOf(range.start), offsetOf(range.end)];
    return { start, end, hits, fn: (endingAt.get(end) ?? []).find((fn) => fn.start <= start && start < fn.body) ?? null };
  };
  const named = functions.filter(({ name }) => !initializer.test(name)).map((range) => counted(range, range.hits));
  const initializers = functions.filter(({ name }) => initializer.test(name)).map((range) => counted(range, range.hits));
  const ranges = [...branches.flatMap((range) => range.arms.map(({ hits }) => counted(range, hits))), ...named, ...initializers];
  const isWhole = ranges.some(({ start, end }) => start === shift && end >= lines.text.trimEnd().length);
  return isWhole && named.every(({ fn }) => fn !== null) ? ranges : null;
}

function hitsIn(code: SourceCode, ranges: readonly Counted[]): ReadonlyMap<Unit, number> {
  const called = new Set(ranges.map(({ fn }) => fn));
  const sorted = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const hits = new Map<Unit, number>();
  const around: Counted[] = [];
  let entered = 0;
  // What gives a field its value begins at its name, behind what a type may say before it.
  const atOf = ({ fieldOf, start, counted }: Unit): number => (fieldOf === null ? start : counted);
  for (const unit of code.units.toSorted((a, b) => atOf(a) - atOf(b))) {
    const at = atOf(unit);
    for (let next = sorted[entered]; next !== undefined && next.start <= at; next = sorted[entered]) {
      entered += 1;
      around.push(next);
    }
    while (Number(around.at(-1)?.end) <= at) around.pop();
    // A function that the statement consists of begins where it does.
    const own = around.findLast(({ end, fn }) => end > at && (fn === null || fn.start < unit.start || fn.end > unit.end));
    const fn = functionAround(unit);
    hits.set(unit, fn === null || called.has(fn) ? Number(own?.hits) : 0);
  }
  return hits;
}

/** The innermost range around an offset says how often it was run. */
function hitsAtIn(ranges: readonly Counted[]): (offset: number) => number {
  const parts: { readonly start: number; readonly hits: number }[] = [];
  const around: Counted[] = [];
  const leaveUntil = (offset: number): void => {
    for (let last = around.at(-1); last !== undefined && last.end <= offset; last = around.at(-1)) {
      around.pop();
      parts.push({ start: last.end, hits: around.at(-1)?.hits ?? 1 });
    }
  };
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    leaveUntil(range.start);
    around.push(range);
    parts.push(range);
  }
  leaveUntil(Infinity);
  const starts = parts.map(({ start }) => start);
  return (offset) => Number(parts[indexAt(starts, offset)]?.hits);
}
