import type { TextLines } from '../code/text-lines.ts';
import type { Freshness } from '../freshness/read-freshness.ts';
import type { IstanbulFile } from '../istanbul/istanbul-file.ts';
import type { FileCoverage } from '../lcov/merged.ts';

/** A changed source as it lies there; its text is null where it cannot be read. */
export type ChangedSource = {
  /** Relative to the root, with `/`. */
  readonly file: string;
  /** The lines that are new or changed, from 1. */
  readonly lines: ReadonlySet<number>;
  readonly text: string | null;
};

/** What the reports say of a file. */
export type FileEvidence = {
  /** All lcov together. */
  readonly coverage: FileCoverage;
  /** What lies beside them in istanbul's form, of the same file. */
  readonly istanbul: readonly IstanbulFile[];
  /** The same where it tells other counts than the lcov, as of another run: nobody knows which of them holds. */
  readonly doubtful: IstanbulFile | null;
  readonly freshness: Freshness;
};

/**
 * Whether a tool counted the lines of the text one by one, as V8's own coverage is told: words and brackets have a count too, and a branch is
 * any range that V8 counts by itself.
 */
export function isLineByLine({ lines: { numbers }, branches }: FileCoverage, lines: TextLines): boolean {
  const last = numbers.at(-1);
  if (last === undefined || last !== numbers.length || lines.text.trimEnd().length > lines.start(last + 1)) return false;
  return branches[0]?.line === 1 && branches.every(({ branch }) => branch === '0');
}
