import { appendFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { runGit } from '../../report/testing/run-git.ts';

export type Repository = {
  readonly root: string;
  /** Writes files; null removes one. */
  readonly write: (files: Readonly<Record<string, string | Buffer | null>>) => void;
  /** Runs git as a user without any configuration of their own would, and returns what it printed. */
  readonly git: (...words: readonly string[]) => string;
  /** Commits everything that lies there, and returns the commit. */
  readonly commit: () => string;
};

/** A git repository with these files committed on `main`, in a folder that is gone after the tests. */
export function gitRepository(files: Readonly<Record<string, string | Buffer>>): Repository {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'formwork-repository-')));
  after(() => rmSync(root, { recursive: true, force: true }));
  const git = (...words: readonly string[]): string => runGit(root, ...words).trim();
  const repository: Repository = {
    root,
    git,
    write: (changes) => {
      for (const [file, text] of Object.entries(changes)) {
        const path = join(root, file);
        if (text === null) rmSync(path);
        else {
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, text);
        }
      }
    },
    commit: () => {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', 'change');
      return git('rev-parse', 'HEAD');
    },
  };
  // Without the examples of hooks, which take longer to write than all the rest.
  git('init', '--quiet', '--initial-branch=main', '--template=');
  // Line ends are the only thing in which whoever runs the tests has a say, where the repository has none.
  appendFileSync(join(root, '.git/config'), '[core]\n\tautocrlf = false\n\teol = lf\n');
  repository.write(files);
  repository.commit();
  return repository;
}
