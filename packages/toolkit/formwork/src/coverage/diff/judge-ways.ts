import type { Arm, Branch } from '../code/piece.ts';
import type { SourceCode } from '../code/source-code.ts';
import type { IstanbulBranch } from '../istanbul/istanbul-file.ts';
import type { LcovBranch } from '../lcov/record.ts';
import { isLineByLine, type FileEvidence } from './judge-evidence.ts';
import { quoted } from './judge-findings.ts';

/** The ways through branches that no test took. */
export type Untaken = {
  readonly arms: ReadonlySet<Arm>;
  /** By the line on which they start: each as half a sentence about the tests, or null where the report does not say which one it is. */
  readonly onLine: ReadonlyMap<number, readonly (string | null)[]>;
};

/**
 * Which ways were never taken. A report says on which line a branch begins, and how often each of its ways was taken; which branch of the
 * source that is, and where its ways start, follows from its column where that is known, or else from how many ways it has and in which
 * order such branches stand on the line.
 */
export function untakenWays(code: SourceCode, { coverage, istanbul }: FileEvidence): Untaken {
  const arms = new Set<Arm>();
  const onLine = new Map<number, (string | null)[]>();
  const tell = (line: number, way: string | null): void => {
    const told = onLine.get(line);
    if (told === undefined) onLine.set(line, [way]);
    else told.push(way);
  };

  const untaken = coverage.branches.filter(isUntaken);
  if (untaken.length === 0) return { arms, onLine };
  if (isLineByLine(coverage, code.lines)) {
    const turns = linesWithTurns(code);
    for (const { line } of untaken) if (turns.has(line)) tell(line, null);
    return { arms, onLine };
  }

  const places = placesIn(istanbul.flatMap(({ branches }) => branches));
  const branchesOn = Map.groupBy(code.branches, ({ start, arms: { length } }) => `${code.lines.at(start)} ${length}`);
  const groups = [...Map.groupBy(coverage.branches, ({ line, block }) => `${line} ${block}`).values()];
  for (const [key, alike] of Map.groupBy(groups, (ways) => `${ways[0]?.line} ${ways.length}`)) {
    const branches = branchesOn.get(key) ?? [];
    alike.forEach((ways, index) => {
      const place = places.get(`${ways[0]?.block} ${key}`);
      const branch = branchAt(branches, place, code) ?? (branches.length === alike.length ? branches[index] : undefined);
      ways.forEach((way, nth) => {
        if (!isUntaken(way)) return;
        const arm = branch?.arms[nth] ?? null;
        if (arm !== null) arms.add(arm);
        if (branch === undefined) tell(place?.arms[nth]?.line ?? way.line, null);
        else tell(code.lines.at((arm ?? branch).start), inWords(branch, nth, code.lines.text));
      });
    });
  }
  return { arms, onLine };
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
function placesIn(branches: readonly IstanbulBranch[]): ReadonlyMap<string, IstanbulBranch> {
  return new Map(branches.map((branch) => [`${branch.id} ${branch.start.line} ${branch.arms.length}`, branch]));
}

function branchAt(branches: readonly Branch[], place: IstanbulBranch | undefined, { lines }: SourceCode): Branch | undefined {
  if (place === undefined) return undefined;
  const offset = lines.start(place.start.line) + place.start.column;
  return branches.find(({ start }) => start === offset);
}

/** Where V8 may begin a range: at a way through a branch, and at a statement that stands behind something on its line. */
function linesWithTurns({ turns, units, lines }: SourceCode): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { from, to } of turns) for (let line = lines.at(from); line <= lines.at(to); line += 1) found.add(line);
  for (const { start } of units) {
    const line = lines.at(start);
    if (lines.text.slice(lines.start(line), start).trim() !== '') found.add(line);
  }
  return found;
}
