import type { Arm, Branch, Turn } from '../code/piece.ts';
import type { SourceCode } from '../code/source-code.ts';
import type { IstanbulBranch, IstanbulFile } from '../istanbul/istanbul-file.ts';
import type { LcovBranch } from '../lcov/record.ts';
import { isLineByLine, type FileEvidence } from './judge-evidence.ts';
import { quoted } from './judge-findings.ts';

/** The ways through branches that no test took. */
export type Untaken = {
  readonly arms: ReadonlySet<Arm>;
  /** By the line on which they start: each as half a sentence about the tests, or null where the report does not say which one it is. */
  readonly onLine: ReadonlyMap<number, ReadonlySet<string | null>>;
};

/** Which ways were never taken, by the branches of the reports; the place of each is looked up in istanbul's form where it is there. */
export function untakenWays(code: SourceCode, { coverage, istanbul }: FileEvidence): Untaken {
  const arms = new Set<Arm>();
  const onLine = new Map<number, Set<string | null>>();
  const tell: Tell = (line, way, arm) => {
    if (arm !== null) arms.add(arm);
    onLine.set(line, (onLine.get(line) ?? new Set()).add(way));
  };
  const places = placesIn(istanbul);
  if (coverage.branches.some(isUntaken)) {
    if (isLineByLine(coverage, code.lines)) tellTurns(code, coverage.branches.filter(isUntaken), places, tell);
    else tellBranches(code, coverage.branches, places, tell);
  }
  return { arms, onLine };
}

type Tell = (line: number, way: string | null, arm: Arm | null) => void;

/**
 * A report says on which line a branch begins, and how often each of its ways was taken. Which branch of the source that is, and so where
 * its ways start, follows from its column where that is known; else from how many ways it has, and in which order such branches stand on the
 * line.
 */
function tellBranches(code: SourceCode, told: readonly LcovBranch[], places: Places, tell: Tell): void {
  const { lines } = code;
  const branchesOn = Map.groupBy(code.branches, ({ start, arms: { length } }) => `${lines.at(start)} ${length}`);
  const groups = [...Map.groupBy(told, ({ line, block }) => `${line} ${block}`).values()];
  for (const [key, alike] of Map.groupBy(groups, (ways) => `${ways[0]?.line} ${ways.length}`)) {
    const branches = branchesOn.get(key) ?? [];
    alike.forEach((ways, index) => {
      const place = places.get(`${ways[0]?.block} ${key}`);
      const start = place === undefined ? null : lines.start(place.start.line) + place.start.column;
      const placed = branches.find((branch) => branch.start === start);
      const branch = placed ?? (branches.length === alike.length ? branches[index] : undefined);
      ways.forEach((way, nth) => {
        if (!isUntaken(way)) return;
        const arm = branch?.arms[nth] ?? null;
        if (branch === undefined) tell(place?.arms[nth]?.start?.line ?? way.line, null, null);
        else tell(lines.at((arm ?? branch).start), inWords(branch, nth, lines.text), arm);
      });
    });
  }
}

/**
 * V8 tells a range, by the line on which it begins. It may begin at the sign before a way through a branch, or behind what left the block:
 * without its column, it is a way where nothing else could be meant, and no way at all where none begins.
 */
function tellTurns(code: SourceCode, untaken: readonly LcovBranch[], places: Places, tell: Tell): void {
  const { lines } = code;
  const turnAt = new Map(code.turns.map((turn) => [turn.at, turn]));
  const turnsOn = Map.groupBy(code.turns, (turn) => lineOf(turn, code));
  const branchOf = new Map(code.branches.flatMap((branch) => branch.arms.map((arm) => [arm, branch])));
  const late = linesWithLate(code, turnsOn);
  const tellArm = (line: number, arm: Arm | null): void => {
    const branch = branchOf.get(arm);
    const words = arm === null || branch === undefined ? null : inWords(branch, branch.arms.indexOf(arm), lines.text);
    tell(line, words, arm);
    if (arm !== null) tell(lines.at(arm.start), words, arm);
  };
  for (const [line, ranges] of Map.groupBy(untaken, (range) => range.line)) {
    const turns = turnsOn.get(line) ?? [];
    const placed = ranges.map(({ block }) => places.get(`${block} ${line} 1`));
    if (placed.every((place) => place !== undefined)) {
      for (const { start } of placed) {
        const turn = turnAt.get(lines.start(line) + start.column);
        if (turn !== undefined) tellArm(line, turn.arm);
        else if (late.has(line)) tell(line, null, null);
      }
    } else if (late.has(line) || ranges.length < turns.length) {
      tell(line, null, null);
      // A way that ends in the midst of a line may be the one, and the line's own count does not tell.
      for (const { arm } of turns) if (arm !== null) tell(lines.at(arm.end - 1), null, null);
    } else for (const { arm } of turns) tellArm(line, arm);
  }
}

/** A range that begins at the end of a line is told with the next. */
function lineOf({ at }: Turn, { lines }: SourceCode): number {
  const line = lines.at(at);
  return lines.text.slice(at, lines.start(line + 1)).trim() === '' ? line + 1 : line;
}

/** Lines on which V8 may begin to count behind what left the block: where a statement begins behind another, or ends before the sign. */
function linesWithLate({ units, lines }: SourceCode, turnsOn: ReadonlyMap<number, readonly Turn[]>): ReadonlySet<number> {
  const behind = /[;}]\s*(?:(?:export|default|const|let|var|await|using)\s+)*$/;
  const late = new Set<number>();
  for (const { start, end } of units) {
    const line = lines.at(start);
    if (behind.test(lines.text.slice(lines.start(line), start)) || turnsOn.get(line)?.some(({ at }) => end < at)) late.add(line);
  }
  return late;
}

function inWords({ kind, arms }: Branch, nth: number, text: string): string {
  if (kind === 'if') return `its condition ${nth === 0 ? 'never' : 'always'} holds`;
  const arm = arms[nth];
  return `they never take ${quoted(text.slice(arm?.start, arm?.end))}`;
}

function isUntaken({ taken }: LcovBranch): boolean {
  return taken === null || taken === 0;
}

/** Branches by their block in the lcov, their line and how many ways they have. */
type Places = ReadonlyMap<string, IstanbulBranch>;

function placesIn(files: readonly IstanbulFile[]): Places {
  const branches = files.flatMap((file) => file.branches);
  return new Map(branches.map((branch) => [`${branch.id} ${branch.start.line} ${branch.arms.length}`, branch]));
}
