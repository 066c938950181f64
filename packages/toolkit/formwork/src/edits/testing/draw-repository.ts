import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { runGit as git } from '../../report/testing/run-git.ts';

// A snapshot shows modes, also of what git writes, which are not to be those of whoever runs the tests.
process.umask(0o022);

/** Makes a git repository with these files, all committed, for as long as the test runs. Returns its folder. */
export function drawRepository(tree: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'formwork-edits-')));
  after(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(tree)) put(root, path, text);
  git(root, 'init', '--quiet');
  commit(root);
  return root;
}

export function commit(root: string): void {
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message=all');
}

/** Writes one file. */
export function put(root: string, path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  chmodSync(join(root, path), mode);
}

/** What git says is not as it was committed, one line a path. */
export function status(root: string): string {
  return git(root, 'status', '--short', '--untracked-files=all');
}

/** Every file with its mode and text, every folder and link; without `.git` and what formwork keeps for itself. */
export function snapshot(root: string): Readonly<Record<string, string>> {
  const below = (folder: string): readonly (readonly [string, string])[] =>
    readdirSync(join(root, folder))
      .filter((name) => folder !== '' || (name !== '.git' && name !== '.formwork'))
      .sort()
      .flatMap((name) => {
        const path = join(folder, name);
        const found = lstatSync(join(root, path));
        if (found.isDirectory()) return [[`${path}/`, ''] as const, ...below(path)];
        const mode = (found.mode & 0o777).toString(8);
        return [
          [
            path,
            found.isSymbolicLink() ? `-> ${readlinkSync(join(root, path))}` : `${mode} ${readFileSync(join(root, path), 'utf8')}`,
          ] as const,
        ];
      });
  return Object.fromEntries(below(''));
}
