import type { Evidence } from '../aggregate/evidence.ts';
import type { Count, Counts } from '../aggregate/totals.ts';
import type { PackageCode } from './package-code.ts';

/** What tells statements: istanbul's own form, or the lines of lcov in their place. */
export type StatementEvidence = 'coverage-final.json' | 'lines';

export type OwnFiles = {
  /** By paths relative to the package. Statements are told of all of them, or of none. */
  readonly files: ReadonlyMap<string, Counts>;
  readonly statements: StatementEvidence;
};

/**
 * What a report counts in the files of its own package. Statements are counted where istanbul's form tells them of every file, and tells
 * more than lines; c8's does not.
 */
export function ownFiles({ package: { folder }, files }: Pick<Evidence, 'package' | 'files'>): OwnFiles {
  const own = [...files].filter(([file]) => file.startsWith(`${folder}/`));
  const counted = own.map(([file, { counts }]) => ({ file: file.slice(folder.length + 1), counts, told: toldIn(counts) }));
  const isMore =
    counted.every(({ told }) => told !== null) &&
    counted.some(({ counts: { lines }, told }) => told !== null && told.found !== lines.found);
  return {
    files: new Map(counted.map(({ file, counts, told }) => [file, { ...counts, statements: isMore ? told : null }])),
    statements: isMore ? 'coverage-final.json' : 'lines',
  };
}

/**
 * The files without those that hold nothing to run, where a runner counts them all the same: c8 takes types for lines, and says of a file
 * that no test loads that none of them ran.
 */
export function withoutIdle(files: OwnFiles['files'], code: PackageCode): OwnFiles['files'] {
  const isIdle = (file: string, { lines, functions, branches }: Counts): boolean =>
    lines.found > 0 && lines.hit + functions.hit + branches.hit === 0 && code.isThere(file) && !code.runs(file);
  return new Map([...files].filter(([file, counts]) => !isIdle(file, counts)));
}

/** Where there is no line, there is no statement. */
function toldIn({ lines, statements }: Counts): Count | null {
  return lines.found === 0 ? lines : statements;
}
