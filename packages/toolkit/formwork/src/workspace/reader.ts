import { relative } from 'node:path';
import { absentIsNull, errorCode } from '../report/error-code.ts';
import { finding, type Finding } from '../report/finding.ts';
import { isOutside } from '../report/is-outside.ts';
import type { EntryKind, Files } from '../report/machine.ts';

/** Something in a folder that may be read; a link to a file inside of the repository counts as that file. */
export type Entry = { readonly name: string; readonly kind: 'file' | 'directory' };

/** Reads below the root, and gathers as findings what could not be read. Paths are relative to the root, with `/`; `.` is the root. */
export type Reader = {
  /** Null where there is no such file, and where it could not be read: then that is a finding. */
  readonly text: (file: string) => string | null;
  /** What a folder holds, sorted by name. */
  readonly list: (folder: string) => readonly Entry[];
  readonly kind: (path: string) => EntryKind | null;
  readonly note: (findings: readonly Finding[]) => void;
  readonly findings: () => readonly Finding[];
  readonly filesRead: () => number;
};

/** A reader of the repository in `root`, an absolute path. */
export function readerOf(root: string, files: Files): Reader {
  const findings: Finding[] = [];
  let filesRead = 0;

  const attempt = <T>(path: string, read: (absolute: string) => T, otherwise: T): T => {
    try {
      return read(`${root}/${path}`);
    } catch (error) {
      const code = errorCode(error);
      if (code === null) throw error;
      findings.push(unreadable(path, code));
      return otherwise;
    }
  };

  const linked = (path: string): readonly Entry['kind'][] =>
    attempt<readonly Entry['kind'][]>(
      path,
      (absolute) => {
        const real = absentIsNull(() => files.realPath(absolute));
        if (real === null) return [];
        if (!isOutside(relative(files.realPath(root), real))) return files.kind(real) === 'file' ? ['file'] : [];
        findings.push(leadsOut(path));
        return [];
      },
      [],
    );

  return {
    text: (file) => {
      const text = attempt(file, files.readIfPresent, null);
      if (text !== null) filesRead += 1;
      return text;
    },
    list: (folder) =>
      attempt(folder, files.list, []).flatMap(({ name, kind }): readonly Entry[] => {
        if (kind === 'link') return linked(pathIn(folder, name)).map((known) => ({ name, kind: known }));
        return kind === 'other' ? [] : [{ name, kind }];
      }),
    kind: (path) => attempt(path, files.kind, null),
    note: (noted) => void findings.push(...noted),
    findings: () => findings,
    filesRead: () => filesRead,
  };
}

/** A path below a folder of the repository. */
export function pathIn(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}

function unreadable(path: string, code: string): Finding {
  return finding({
    code: 'workspace/unreadable',
    file: path,
    message: `${path} cannot be read: ${code}.`,
    fix: 'Make it readable; until then nothing is known of it.',
  });
}

function leadsOut(path: string): Finding {
  return finding({
    code: 'workspace/link-leads-out',
    file: path,
    message: `${path} is a link that leads out of the repository, and is not followed.`,
    fix: 'Put what it stands for into the repository, or remove the link.',
  });
}
