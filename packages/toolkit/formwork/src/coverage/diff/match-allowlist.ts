import picomatch from 'picomatch';
import { finding, type Finding } from '../../report/finding.ts';
import type { Allowlist, Allows } from './allowlist.ts';

/** Makes an allowlist ready to be asked. */
export function allowing({ entries }: Allowlist): Allows {
  const compiled = entries.map(({ file, match }) => ({ isFile: globbing(file), match }));
  const allowsFile = (file: string): boolean => compiled.some(({ isFile, match }) => match === undefined && isFile(file));
  return {
    file: allowsFile,
    line: (file, text) => allowsFile(file) || compiled.some(({ isFile, match }) => match === text.trim() && isFile(file)),
  };
}

/** One finding for each entry that speaks of nothing in the repository. `linesOf` gives the lines of a file. */
export function unusedEntries(
  { file: stating, entries }: Allowlist,
  files: readonly string[],
  linesOf: (file: string) => readonly string[],
): readonly Finding[] {
  return entries.flatMap(({ file, match, line, column }) => {
    const matching = files.filter(globbing(file));
    if (match === undefined ? matching.length > 0 : matching.some((one) => linesOf(one).some((text) => text.trim() === match))) return [];
    const what =
      match === undefined || matching.length === 0 ? `no file of the repository matches ${file}` : `no line of ${file} is '${match}'`;
    return finding({
      code: 'coverage/allowlist-unused',
      file: stating,
      line,
      column,
      message: `The allowlist allows what is not there: ${what}.`,
      fix: 'Take the entry out, together with its test.',
    });
  });
}

function globbing(glob: string): (file: string) => boolean {
  const matches = picomatch(glob, { dot: true });
  return (file) => matches(file);
}
