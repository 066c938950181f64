import { byte, lastLine, lineNumber, Misread, natural, restOfLine, takes, takesEnd, textFrom, type Lines } from './read-bytes.ts';
import { addTaken, type LcovBranch } from './record.ts';

/** The arms of a record as they come, and the line, block and branch of the last one. */
export type OpenBranches = {
  readonly arms: LcovBranch[];
  /** Whether each arm stands behind the one before, by block and branch or by line, block and branch: then none stands twice. */
  byBlock: boolean;
  byLine: boolean;
  line: number;
  block: number;
  branch: number;
};

/** Before the first arm. */
export function openBranches(): OpenBranches {
  return { arms: [], byBlock: true, byLine: true, line: 0, block: -1, branch: -1 };
}

/**
 * Reads `BRDA:<line>,<block>,<branch>,<taken>` from behind the colon. The number of a block may have letters before it (`e`: an exception),
 * and a branch may be an expression, commas included. Arms that the tool was told to leave out (`U`) are no arms, nor are those on line 0, as
 * coverage.py tells the way out of a module. Throws `Misread`.
 */
export function readArm(lines: Lines, into: OpenBranches): void {
  const from = lines.at;
  const line = lineNumber(lines);
  const block = takes(lines, byte.comma) ? natural(lines) : NaN;
  const branch = takes(lines, byte.comma) ? natural(lines) : NaN;
  const isFollowed = takes(lines, byte.comma);
  const taken = takes(lines, byte.minus) ? null : natural(lines);
  if (!(isFollowed && line + Number(taken) > 0 && block <= lastLine && branch <= lastLine && takesEnd(lines))) {
    lines.at = from;
    readNamedArm(lines, into);
    return;
  }
  const isBehind = block === into.block ? branch > into.branch : block > into.block;
  into.byBlock &&= isBehind;
  into.byLine &&= line === into.line ? isBehind : line > into.line;
  into.line = line;
  into.block = block;
  into.branch = branch;
  into.arms.push({ line, block: String(block), branch: String(branch), taken });
}

const namedArm = /^(?<line>\d{1,10}),(?<type>[a-z]*)(?<leftOut>U?)(?<block>\d+),(?<branch>.+),(?<taken>-|\d+)$/s;

function readNamedArm(lines: Lines, into: OpenBranches): void {
  const from = lines.at;
  const { line, type = '', leftOut, block = '', branch = '', taken } = namedArm.exec(restOfLine(lines))?.groups ?? {};
  if (!(Number(line) <= lastLine)) {
    throw new Misread(`BRDA:${textFrom(lines, from)} is no line, block, branch and count`, lines.before + from);
  }
  if (leftOut === 'U' || Number(line) === 0) return;
  into.byBlock = false;
  into.byLine = false;
  const hits = taken === '-' ? null : Math.min(Number(taken), Number.MAX_SAFE_INTEGER);
  into.arms.push({ line: Number(line), block: `${type}${block}`, branch, taken: hits });
}

/** Arms, each once; one that stands twice was taken as often as both. */
export function closedBranches({ arms, byBlock, byLine }: OpenBranches): readonly LcovBranch[] {
  if (byBlock || byLine) return arms;
  const distinct = new Map<string, LcovBranch>();
  for (const arm of arms) {
    const key = `${arm.line},${arm.block},${arm.branch}`;
    const known = distinct.get(key);
    distinct.set(key, known === undefined ? arm : { ...arm, taken: addTaken(known.taken, arm.taken) });
  }
  return [...distinct.values()];
}
