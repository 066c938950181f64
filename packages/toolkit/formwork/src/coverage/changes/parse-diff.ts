import { FormworkError } from '../../report/formwork-error.ts';

/** Which lines of a file, as it lies there now, are new or other than before. */
export type ChangedLines = { readonly file: string; readonly lines: ReadonlySet<number> };

/**
 * Reads git's patch format, prefixes `a/` and `b/`. Names come from the `+++` line; bodies are read by the counts of their hunks, so that a
 * changed line may look like anything. Files that are gone, links and submodules have no lines. Throws `git/diff-unreadable`.
 */
export function parseDiff(text: string): readonly ChangedLines[] {
  const changed: ChangedLines[] = [];
  const lines = text.split('\n');
  let isFile = true;
  let added: Set<number> | null = null;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.startsWith('diff --git ')) [isFile, added] = [true, null];
    else if (/^(?:new file mode|new mode|index [0-9a-f]+\.\.[0-9a-f]+) (?:120000|160000)$/.test(line)) isFile = false;
    else if (line.startsWith('+++ ')) {
      const file = nameOf(line.slice(4));
      added = new Set();
      if (isFile && file !== null) changed.push({ file, lines: added });
    } else if (line.startsWith('@@ ')) index = readHunk(lines, index, added);
  }
  return changed;
}

/** Reads one hunk, and returns the index of its last line. */
function readHunk(lines: readonly string[], header: number, added: Set<number> | null): number {
  const counts = /^@@ -\d+(?:,(?<old>\d+))? \+(?<start>\d+)(?:,(?<new>\d+))? @@/.exec(`${lines[header]}`)?.groups;
  if (counts === undefined || added === null) throw unreadable(`${lines[header]}`);
  let before = Number(counts['old'] ?? 1);
  let after = Number(counts['new'] ?? 1);
  let at = Number(counts['start']);
  let index = header;
  while (before > 0 || after > 0) {
    index += 1;
    switch (lines[index]?.[0]) {
      case '+':
        added.add(at);
        at += 1;
        after -= 1;
        break;
      case '-':
        before -= 1;
        break;
      case '\\':
        break;
      case ' ':
        at += 1;
        before -= 1;
        after -= 1;
        break;
      default:
        throw unreadable(`${lines[index] ?? 'the end of the text'}`);
    }
  }
  return index;
}

/** The name without prefix and quotes; null where the file is gone. Git puts a tab behind a name that holds a space. */
function nameOf(written: string): string | null {
  const name = written.startsWith('"') ? unquoted(written.slice(1, written.lastIndexOf('"'))) : written.replace(/\t$/, '');
  return name === '/dev/null' ? null : name.slice('b/'.length);
}

const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

/** A name as git quotes it: like a string of C, bytes in octal. */
function unquoted(text: string): string {
  const bytes = [...text.matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs)].flatMap(([, octal, escape, plain]) => {
    if (octal !== undefined) return [Number.parseInt(octal, 8)];
    return escape === undefined ? [...Buffer.from(`${plain}`)] : [escapes[escape] ?? 0];
  });
  return Buffer.from(bytes).toString('utf8');
}

function unreadable(line: string): FormworkError {
  return new FormworkError({
    code: 'git/diff-unreadable',
    message: `The diff cannot be read at '${line.slice(0, 60)}'.`,
    fix: 'Run git diff by hand, and see whether it says the same.',
  });
}
