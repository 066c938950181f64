import type { Arm } from '../code/piece.ts';
import type { SourceCode } from '../code/source-code.ts';
import type { IstanbulBranch } from '../istanbul/istanbul-file.ts';
import type { LcovBranch } from '../lcov/record.ts';
import { isLineByLine, type FileEvidence } from './judge-evidence.ts';
import type { Statements } from './judge-statements.ts';
import { tellTurns } from './judge-turns.ts';
import { inWords, isUntaken, type Tell } from './judge-way.ts';

/** The ways through branches that no test took. */
export type Untaken = {
  readonly arms: ReadonlySet<Arm>;
  /** By the line on which they start: each as half a sentence about the tests, or null where the report does not say which one it is. */
  readonly onLine: ReadonlyMap<number, ReadonlySet<string | null>>;
};

/** Which ways were never taken, by the branches of the reports; the place of each is looked up in istanbul's form where it is there. */
export function untakenWays(code: SourceCode, { coverage, istanbul }: FileEvidence, statements: Statements | null): Untaken {
  const arms = new Set<Arm>();
  const onLine = new Map<number, Set<string | null>>();
  const tell: Tell = (line, way, arm) => {
    if (arm !== null) arms.add(arm);
    onLine.set(line, (onLine.get(line) ?? new Set()).add(way));
  };
  if (isLineByLine(coverage, code.lines)) tellTurns(code, coverage, statements, tell);
  else if (coverage.branches.some(isUntaken)) tellBranches(code, coverage.branches, placesIn(istanbul.flatMap(({ branches }) => branches)), tell);
  return { arms, onLine };
}

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
      // A chain that a ternary asks begins where the ternary does.
      const placed = branches.find((branch) => branch.start === start && branch.kind === place?.type);
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

/** Branches by their block in the lcov, their line and how many ways they have. */
type Places = ReadonlyMap<string, IstanbulBranch>;

function placesIn(branches: readonly IstanbulBranch[]): Places {
  return new Map(branches.map((branch) => [`${branch.id} ${branch.start.line} ${branch.arms.length}`, branch]));
}
