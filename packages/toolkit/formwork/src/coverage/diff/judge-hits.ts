import { functionAround, type Arm, type FunctionCode, type Piece, type Unit } from '../code/piece.ts';
import type { Words } from '../code/pieces-by-line.ts';
import type { SourceCode } from '../code/source-code.ts';
import { hitsAt } from '../lcov/record.ts';
import type { FileCoverage } from '../lcov/merged.ts';
import { callsIn } from './judge-calls.ts';
import type { Statements } from './judge-statements.ts';
import { tailsIn } from './judge-tails.ts';

/** `none`: it was never run. `silence`: the reports should know something of it, and do not. */
export type Hits = 'some' | 'none' | 'silence';

/** Of a line: `none` where something on it was never run; `unrun` is that, as it is written, where something else on it was. */
export type LineHits = {
  readonly hits: Hits;
  readonly unrun: string | null;
  /** Whether of its statements, which were run, some words are known not to have been. */
  readonly isCutShort: boolean;
};

/**
 * Asks the reports about lines, each with the words that stand on it. `untaken` are the ways through branches that no test took.
 *
 * A statement has the hits of its own, where istanbul's form tells them; or those of a line on which it goes on and no other is counted;
 * or those of the line on which it is counted itself, unless it is known not to have run: several may share that line, and lcov tells the
 * most of them. What is declared runs nothing, and tools are free to say nothing of it.
 */
export function hitsIn(
  code: SourceCode,
  coverage: FileCoverage,
  statements: Statements | null,
  untaken: ReadonlySet<Arm>,
): (line: number, words: Words) => LineHits {
  const { lines, firsts } = code;
  const countOn = (line: number): number | undefined => hitsAt(coverage.lines, line);
  const countedOn = Map.groupBy(code.units, ({ counted }) => lines.at(counted));
  const calls = callsIn(code, coverage);
  const isTail = tailsIn(code, coverage);

  const hitsOf = (unit: Unit, line: number): number | undefined => {
    const own = statements?.hits.get(unit);
    if (own !== undefined) return own;
    if ((unit.fieldOf !== null && calls.unmade.has(unit.fieldOf))) return 0;
    const at = lines.at(unit.counted);
    const here = line === at || countedOn.has(line) ? undefined : countOn(line);
    return here ?? countOn(at) ?? countOn(lines.at(unit.start));
  };

  const callsOf = (fn: FunctionCode): number | undefined => {
    const first = firsts.get(fn);
    return calls.of.get(fn) ?? (first === undefined ? undefined : hitsOf(first, lines.at(first.counted)));
  };

  /** Whether what is counted on a line is known not to run, by what stands around it and begins on that line too. */
  const isIdleWithin = (outer: Piece | null, counted: number, line: number): boolean => {
    for (let around = outer; around !== null; around = around.outer) {
      const begins = lines.at(around.is === 'unit' ? around.counted : around.start);
      const isEnd = counted === lines.at(around.end - 1);
      if (around.is === 'arm' && untaken.has(around) && (begins === counted || isEnd)) return line !== begins;
      if (around.is === 'function') {
        const called = calls.of.get(around);
        const isShared = counted <= lines.at(around.body) || isEnd;
        if (called !== undefined || !isShared) return isShared && called === 0;
      } else if (begins !== counted) return false;
    }
    return false;
  };

  const ofUnit = (unit: Unit, line: number): Hits => {
    const isTold = statements?.hits.has(unit) === true;
    if (!isTold && isIdleWithin(unit.outer, lines.at(unit.counted), line)) return 'none';
    const hits = hitsOf(unit, line);
    if (hits !== undefined) return hits === 0 ? 'none' : 'some';
    return unit.isOptional ? ofScope(unit) : 'silence';
  };

  /** Of a statement that no tool need count: as what is in it, behind it or before it, or around it. */
  const ofScope = (unit: Unit): Hits => {
    const inside = code.units.filter(({ outer }) => outer === unit);
    const beside = code.units.filter(({ outer }) => outer === unit.outer);
    const at = beside.indexOf(unit);
    const near = [...inside.slice(0, 1), ...beside.slice(at + 1), ...beside.slice(0, at).toReversed()];
    const known = near.map((other) => hitsOf(other, lines.at(other.counted))).find((hits) => hits !== undefined);
    if (known !== undefined) return known === 0 ? 'none' : 'some';
    const fn = functionAround(unit);
    if (fn !== null) return calls.of.get(fn) === 0 ? 'none' : 'some';
    if (coverage.lines.hits.some((hits) => hits > 0)) return 'some';
    return coverage.lines.hits.length > 0 ? 'none' : 'silence';
  };

  /** Of a declaration, which runs nothing by itself: as what is around it, where nobody tells. */
  const ofDeclaration = (fn: FunctionCode | null, line: number): Hits => {
    if (countedOn.has(line)) return 'some';
    const hits = countOn(line) ?? (fn === null ? undefined : callsOf(fn));
    if (hits !== undefined) return hits === 0 ? 'none' : 'some';
    return fn !== null && fn.outer !== null && ofPiece(fn.outer, line) === 'none' ? 'none' : 'some';
  };

  const ofPiece = (piece: Piece | null, line: number): Hits => {
    if (piece?.is === 'unit') return ofUnit(piece, line);
    if (piece?.is !== 'arm') return ofDeclaration(piece, line);
    if (untaken.has(piece) && line !== lines.at(piece.start)) return 'none';
    return ofPiece(piece.outer, line);
  };

  const isMissing = (line: number): boolean => (statements === null ? calls.missingOn : statements.strays).has(line);

  /** The head of a function belongs to what is around it, and a keyword between two parts of a statement to neither. */
  const isCutShort = (line: number, words: Words): boolean => {
    if (statements?.hitsAt == null) return isTail(line, words);
    const isUnrun = (offset: number): boolean => statements?.hitsAt?.(offset) === 0 && !isBetween(lines.text, offset);
    return [...words].some(([piece, offsets]) => piece?.is !== 'function' && offsets.some(isUnrun));
  };

  return (line, words) => {
    const all = Array.from(new Set([...words.keys(), ...(countedOn.get(line) ?? [])]), (piece) => ({ piece, hits: ofPiece(piece, line) }));
    const isRun = all.some(({ piece, hits }) => piece !== null && piece.is !== 'function' && hits === 'some');
    // The head of a function that is handed on runs with the call.
    const none = all.find(({ piece, hits }) => hits === 'none' && !(isRun && piece?.is === 'function'));
    if (none === undefined) {
      const hits = isMissing(line) ? 'none' : (all.find(({ hits: found }) => found === 'silence')?.hits ?? 'some');
      return { hits, unrun: null, isCutShort: isCutShort(line, words) };
    }
    const { piece } = none;
    const isPart = piece?.is === 'unit' && lines.at(piece.start) === line && all.some((one) => one.hits === 'some' && one.piece?.is === 'unit');
    return { hits: 'none', unrun: isPart ? lines.text.slice(piece.start, piece.end) : null, isCutShort: false };
  };
}

function isBetween(text: string, offset: number): boolean {
  const between = /(?:case|catch|default|do|else|finally|try|while)\b/y;
  between.lastIndex = offset;
  return between.test(text);
}
