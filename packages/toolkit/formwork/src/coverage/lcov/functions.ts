import { byte, lineNumber, Misread, natural, restOfLine, takes, takesEnd, takesText, textFrom, type Lines } from './read-bytes.ts';
import type { LcovFunction } from './record.ts';

/** The functions of a record as they come, in the older form and in that of lcov 2.2 and later. */
export type OpenFunctions = {
  readonly starts: { readonly name: string; readonly line: number; hits: number }[];
  /** Where the calls stand that came in the order of the functions, as most tools write them: the n-th is of the n-th function. */
  readonly inOrder: number[];
  /** All calls from the first that did not. */
  readonly others: Call[];
  /** The lines of leaders by their index. */
  readonly leaders: Map<number, number>;
  readonly aliases: (Call & { readonly leader: number })[];
};

/** How often a function was called, and where in the report that stands. */
type Call = { readonly hits: number; readonly name: string; readonly place: number };

/** Before the first function. */
export function openFunctions(): OpenFunctions {
  return { starts: [], inOrder: [], others: [], leaders: new Map(), aliases: [] };
}

/** Reads `FN:<line>[,<last line>],<name>` from behind the colon. Throws `Misread`. */
export function readFunction(lines: Lines, into: OpenFunctions): void {
  const from = lines.at;
  const line = lineNumber(lines);
  if (Number.isNaN(line) || !takes(lines, byte.comma)) throw wrong(lines, from, 'FN', 'line and name');
  const name = lines.at;
  if (Number.isNaN(natural(lines)) || !takes(lines, byte.comma)) lines.at = name;
  into.starts.push({ name: restOfLine(lines), line, hits: 0 });
}

/** Reads `FNDA:<hits>,<name>` from behind the colon. Throws `Misread`. */
export function readCall(lines: Lines, into: OpenFunctions): void {
  const from = lines.at;
  const hits = natural(lines);
  if (Number.isNaN(hits) || !takes(lines, byte.comma)) throw wrong(lines, from, 'FNDA', 'count and name');
  const place = lines.before + from;
  const expected = into.others.length === 0 ? into.starts[into.inOrder.length] : undefined;
  if (expected !== undefined && takesText(lines, expected.name)) {
    expected.hits = hits;
    into.inOrder.push(place);
  } else into.others.push({ hits, name: restOfLine(lines), place });
}

/** Reads `FNL:<index>,<line>[,<last line>]` from behind the colon. Throws `Misread`. */
export function readLeader(lines: Lines, into: OpenFunctions): void {
  const from = lines.at;
  const index = natural(lines);
  const line = takes(lines, byte.comma) ? lineNumber(lines) : NaN;
  const isWhole = takesEnd(lines) || (takes(lines, byte.comma) && !Number.isNaN(lineNumber(lines)) && takesEnd(lines));
  if (Number.isNaN(index + line) || !isWhole || into.leaders.has(index)) throw wrong(lines, from, 'FNL', 'new index and line');
  into.leaders.set(index, line);
}

/** Reads `FNA:<index>,<hits>,<name>` from behind the colon. Throws `Misread`. */
export function readAlias(lines: Lines, into: OpenFunctions): void {
  const from = lines.at;
  const leader = natural(lines);
  const hits = takes(lines, byte.comma) ? natural(lines) : NaN;
  if (Number.isNaN(leader + hits) || !takes(lines, byte.comma)) throw wrong(lines, from, 'FNA', 'index, count and name');
  into.aliases.push({ leader, hits, name: restOfLine(lines), place: lines.before + from });
}

/** Functions with their calls. One that nobody counted was never called. Throws `Misread` where a call fits no function. */
export function closedFunctions({ starts, inOrder, others, leaders, aliases }: OpenFunctions): readonly LcovFunction[] {
  const functions = others.length === 0 && inOrder.length === starts.length ? starts : matched(starts, inOrder, others);
  return aliases.length === 0 ? functions : [...functions, ...aliased(leaders, aliases)];
}

/** The n-th call of a name is of the n-th function of that name, if there are as many. */
function matched(starts: readonly LcovFunction[], inOrder: readonly number[], others: readonly Call[]): readonly LcovFunction[] {
  const first = starts.slice(0, inOrder.length).map((one, index) => ({ ...one, place: Number(inOrder[index]) }));
  const byName = Map.groupBy(starts, ({ name }) => name);
  const hits = new Map<LcovFunction, number>();
  for (const [name, ofName] of Map.groupBy([...first, ...others], (call) => call.name)) {
    const functions = byName.get(name) ?? [];
    if (functions.length !== ofName.length) {
      const counts = `FNDA counts ${name} ${times(ofName.length)}, and FN names it ${times(functions.length)}`;
      throw new Misread(counts, Number(ofName.at(-1)?.place));
    }
    for (const [nth, one] of functions.entries()) hits.set(one, Number(ofName[nth]?.hits));
  }
  return starts.map((one) => ({ ...one, hits: hits.get(one) ?? 0 }));
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function aliased(leaders: OpenFunctions['leaders'], aliases: OpenFunctions['aliases']): readonly LcovFunction[] {
  return aliases.map(({ leader, hits, name, place }) => {
    const line = leaders.get(leader);
    if (line === undefined) throw new Misread(`FNA names function ${leader}, of which no FNL tells the line`, place);
    return { name, line, hits };
  });
}

function wrong(lines: Lines, from: number, key: string, expected: string): Misread {
  return new Misread(`${key}:${textFrom(lines, from)} is no ${expected}`, lines.before + from);
}
