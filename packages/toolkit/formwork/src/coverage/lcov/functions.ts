import { byte, lineNumber, Misread, natural, restOfLine, takes, takesEnd, takesText, textFrom, type Lines } from './read-bytes.ts';
import type { LcovFunction } from './record.ts';

/** The functions of a record as they come: where each begins, who was called how often, and both in the form of lcov 2.2 and later. */
export type OpenFunctions = {
  readonly starts: { readonly line: number; readonly name: string }[];
  readonly calls: Call[];
  /** Whether the n-th call is of the n-th function, as most tools write them. */
  inOrder: boolean;
  /** The lines of leaders by their index. */
  readonly leaders: Map<number, number>;
  readonly aliases: (Call & { readonly leader: number })[];
};

/** How often a function was called, and where in the report that stands. */
type Call = { readonly hits: number; readonly name: string; readonly place: number };

/** Before the first function. */
export function openFunctions(): OpenFunctions {
  return { starts: [], calls: [], inOrder: true, leaders: new Map(), aliases: [] };
}

/** Reads `FN:<line>[,<last line>],<name>` from behind the colon. Throws `Misread`. */
export function readFunction(lines: Lines, into: OpenFunctions): void {
  const from = lines.at;
  const line = lineNumber(lines);
  if (Number.isNaN(line) || !takes(lines, byte.comma)) throw wrong(lines, from, 'FN', 'line and name');
  const name = lines.at;
  if (Number.isNaN(natural(lines)) || !takes(lines, byte.comma)) lines.at = name;
  into.starts.push({ line, name: restOfLine(lines) });
}

/** Reads `FNDA:<hits>,<name>` from behind the colon. Throws `Misread`. */
export function readCall(lines: Lines, into: OpenFunctions): void {
  const from = lines.at;
  const hits = natural(lines);
  if (Number.isNaN(hits) || !takes(lines, byte.comma)) throw wrong(lines, from, 'FNDA', 'count and name');
  const expected = into.starts[into.calls.length]?.name;
  const isExpected = expected !== undefined && takesText(lines, expected);
  const name = isExpected ? expected : restOfLine(lines);
  into.inOrder &&= name === expected;
  into.calls.push({ hits, name, place: lines.before + from });
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
export function closedFunctions({ starts, calls, inOrder, leaders, aliases }: OpenFunctions): readonly LcovFunction[] {
  const counted = inOrder && calls.length === starts.length ? calls : matched(starts, calls);
  const functions = starts.map(({ line, name }, index) => ({ name, line, hits: counted[index]?.hits ?? 0 }));
  return aliases.length === 0 ? functions : [...functions, ...aliased(leaders, aliases)];
}

/** The call of each function: the n-th call of a name is of the n-th function of that name, if there are as many. */
function matched(starts: OpenFunctions['starts'], calls: OpenFunctions['calls']): readonly (Call | undefined)[] {
  const byName = Map.groupBy(starts.keys(), (index) => starts[index]?.name);
  const found = new Array<Call | undefined>(starts.length);
  for (const [name, ofName] of Map.groupBy(calls, (call) => call.name)) {
    const functions = byName.get(name) ?? [];
    if (functions.length !== ofName.length) {
      const counts = `FNDA counts ${name} ${times(ofName.length)}, and FN names it ${times(functions.length)}`;
      throw new Misread(counts, Number(ofName.at(-1)?.place));
    }
    for (const [nth, index] of functions.entries()) found[index] = ofName[nth];
  }
  return found;
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
