import { deepEqual, rejects, throws } from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after } from 'node:test';
import { systemError } from '../../report/faulty-files.ts';
import type { Machine } from '../../report/machine.ts';
import { nodeMachine } from '../../report/node-machine.ts';
import { resolveBase } from '../../report/resolve-base.ts';
import type { ChangedFile } from '../changes/changed-file.ts';
import { changedFiles } from '../changes/changed-files.ts';
import { gitRepository, type Repository } from '../testing/git-repository.ts';

const ten = Array.from({ length: 10 }, (_, index) => `line${index + 1};\n`).join('');
const third = ten.replace('line3;', 'other;');

type Asked = { readonly root?: string; readonly base?: string; readonly languages?: readonly string[] };
type Told = Readonly<Record<string, string>>;

/** Each changed file with its changed lines and where it comes from: `3,4`, `new 1,2`, `3 from b.ts`. */
async function changesOf({ root: toplevel }: Repository, { root = toplevel, base = 'start', languages = [] }: Asked = {}): Promise<Told> {
  const machine = { ...nodeMachine(), env: {} };
  return told(await changedFiles({ machine, root }, await resolveBase(machine, root, { flag: base }), languages));
}

function told(changed: readonly ChangedFile[]): Told {
  return Object.fromEntries(
    changed.map(({ file, from, lines }): [string, string] => {
      const where = [...lines].join(',');
      return [file, from === null ? `new ${where}` : from === file ? where : `${where} from ${from}`];
    }),
  );
}

/** `a.ts` of ten lines, `link.ts` and what else is given, committed on `main` and tagged `start`. */
function started(files: Readonly<Record<string, string | Buffer>> = {}): Repository {
  const repository = gitRepository({ 'a.ts': ten, ...files });
  repository.git('tag', 'start');
  return repository;
}

type Situation = {
  readonly has?: Readonly<Record<string, string | Buffer>>;
  readonly does: (repository: Repository & { readonly at: (path: string) => string }) => unknown;
  readonly is: Told;
  readonly asked?: (repository: Repository) => Asked;
};

const situations: Readonly<Record<string, Situation>> = {
  'nothing has changed': { does: () => {}, is: {} },
  'an unstaged edit': { does: ({ write }) => write({ 'a.ts': third }), is: { 'a.ts': '3' } },
  'a staged edit': { does: ({ write, git }) => [write({ 'a.ts': third }), git('add', 'a.ts')], is: { 'a.ts': '3' } },
  'a committed edit': { does: ({ write, commit }) => [write({ 'a.ts': third }), commit()], is: { 'a.ts': '3' } },
  'a committed, a staged and an unstaged edit of one file': {
    does: ({ write, git, commit }) => {
      write({ 'a.ts': third });
      commit();
      write({ 'a.ts': third.replace('line5', 'other') });
      git('add', 'a.ts');
      write({ 'a.ts': third.replace('line5', 'other').replace('line7', 'other') });
    },
    is: { 'a.ts': '3,5,7' },
  },
  'a staged edit that was taken back since': {
    does: ({ write, git }) => [write({ 'a.ts': third }), git('add', 'a.ts'), write({ 'a.ts': ten })],
    is: {},
  },
  'a committed edit that was taken back since': {
    does: ({ write, commit }) => [write({ 'a.ts': third }), commit(), write({ 'a.ts': ten })],
    is: {},
  },
  'what main has got since is not ours': {
    does: ({ write, git, commit }) => {
      git('checkout', '--quiet', '-b', 'topic');
      write({ 'b.ts': 'ours\n' });
      commit();
      git('checkout', '--quiet', 'main');
      write({ 'a.ts': third });
      commit();
      git('checkout', '--quiet', 'topic');
    },
    is: { 'b.ts': 'new 1' },
    asked: () => ({ base: 'main' }),
  },

  'an untracked file': {
    does: ({ write }) => write({ 'n.ts': 'one\ntwo', 'deep/er/n.ts': 'one\n' }),
    is: { 'deep/er/n.ts': 'new 1', 'n.ts': 'new 1,2' },
  },
  'a file that git is told to expect': {
    does: ({ write, git }) => [write({ 'n.ts': 'one\n' }), git('add', '--intent-to-add', 'n.ts')],
    is: { 'n.ts': 'new 1' },
  },
  'an untracked file that the repository ignores': {
    has: { '.gitignore': 'ignored.ts\n' },
    does: ({ write }) => write({ 'ignored.ts': 'one\n', '.git/info/exclude': 'excluded.ts\n', 'excluded.ts': 'one\n' }),
    is: {},
  },
  'an ignored file that git knows all the same': {
    has: { '.gitignore': 'known.ts\n' },
    does: ({ write, git }) => [write({ 'known.ts': 'one\n' }), git('add', '--force', 'known.ts')],
    is: { 'known.ts': 'new 1' },
  },
  'a file that git was told to forget': { does: ({ git }) => git('rm', '--quiet', '--cached', 'a.ts'), is: {} },
  'a file that git was told to forget, and that was edited': {
    does: ({ git, write }) => [git('rm', '--quiet', '--cached', 'a.ts'), write({ 'a.ts': third })],
    is: { 'a.ts': '3' },
  },

  'an edit of a file that git is to take for unchanged': {
    does: ({ write, git }) => [git('update-index', '--assume-unchanged', 'a.ts'), write({ 'a.ts': third, 'n.ts': 'one\n' })],
    is: { 'a.ts': '3', 'n.ts': 'new 1' },
  },
  'an edit of a file that git is to pass over': {
    does: ({ write, git }) => [git('update-index', '--skip-worktree', 'a.ts'), write({ 'a.ts': third })],
    is: { 'a.ts': '3' },
  },
  'an edit of a file with both flags, committed before': {
    does: ({ write, git, commit }) => {
      write({ 'a.ts': third });
      commit();
      git('update-index', '--skip-worktree', 'a.ts');
      git('update-index', '--assume-unchanged', 'a.ts');
      write({ 'a.ts': third.replace('line5', 'other') });
    },
    is: { 'a.ts': '3,5' },
  },
  'a file that git is to take for unchanged, edited and then removed': {
    does: ({ write, git, commit }) => {
      write({ 'a.ts': third });
      commit();
      git('update-index', '--assume-unchanged', 'a.ts');
      write({ 'a.ts': null });
    },
    is: {},
  },
  'a file that git is to pass over, edited, and then a link': {
    does: ({ write, git, commit, at }) => {
      write({ 'a.ts': third, 'b.ts': 'one\n' });
      commit();
      git('update-index', '--skip-worktree', 'a.ts');
      unlinkSync(at('a.ts'));
      symlinkSync('b.ts', at('a.ts'));
    },
    is: { 'b.ts': 'new 1' },
  },
  'a file with a flag and no edit': { does: ({ git }) => git('update-index', '--assume-unchanged', 'a.ts'), is: {} },
  'a sparse checkout': {
    has: { 'in/a.ts': ten, 'out/a.ts': ten },
    does: ({ write, git, commit }) => {
      write({ 'in/a.ts': third, 'out/a.ts': third });
      commit();
      git('sparse-checkout', 'set', '--cone', 'in');
      write({ 'in/a.ts': third.replace('line5', 'other') });
    },
    is: { 'in/a.ts': '3,5', 'out/a.ts': '3' },
  },
  'a sparse checkout, and a file that stands outside of it all the same': {
    has: { 'in/a.ts': ten, 'out/a.ts': ten },
    does: ({ write, git }) => [git('sparse-checkout', 'set', '--cone', 'in'), write({ 'out/a.ts': third })],
    is: { 'out/a.ts': '3' },
  },
  'a sparse checkout with a sparse index': {
    has: { 'in/a.ts': ten, 'out/a.ts': ten },
    does: ({ write, git, at, commit }) => {
      write({ 'out/a.ts': third });
      commit();
      git('sparse-checkout', 'set', '--cone', '--sparse-index', 'in');
      renameSync(at('in/a.ts'), at('in/b.ts'));
      write({ 'in/c.ts': 'one\n' });
    },
    is: { 'in/b.ts': ' from in/a.ts', 'in/c.ts': 'new 1', 'out/a.ts': '3' },
  },
  'an index in two parts': {
    does: ({ write, git, at }) => {
      git('update-index', '--split-index');
      renameSync(at('a.ts'), at('b.ts'));
      write({ 'c.ts': 'one\n' });
    },
    is: { 'b.ts': ' from a.ts', 'c.ts': 'new 1' },
  },

  'a branch without a commit': {
    does: ({ write, git }) => [git('checkout', '--quiet', '--orphan', 'unborn'), write({ 'a.ts': third })],
    is: { 'a.ts': '3' },
  },
  'a branch without a commit, and an index with nothing in it': {
    does: ({ write, git, at }) => [
      git('symbolic-ref', 'HEAD', 'refs/heads/unborn'),
      unlinkSync(at('.git/index')),
      write({ 'a.ts': third }),
    ],
    is: { 'a.ts': '3' },
  },
  'a HEAD on no branch': {
    does: ({ write, git }) => [git('checkout', '--quiet', '--detach'), write({ 'a.ts': third })],
    is: { 'a.ts': '3' },
  },
  'a worktree': {
    has: { 'b.ts': ten },
    does: ({ git, at }) => {
      git('worktree', 'add', '--quiet', at('tree'), '-b', 'topic');
      writeFileSync(at('tree/a.ts'), third);
      renameSync(at('tree/b.ts'), at('tree/c.ts'));
    },
    is: { 'a.ts': '3', 'c.ts': ' from b.ts' },
    asked: ({ root }) => ({ root: join(root, 'tree') }),
  },
  'a tag as base': {
    does: ({ write, git }) => [git('tag', '--annotate', '--message', 'x', 'annotated'), write({ 'a.ts': third })],
    is: { 'a.ts': '3' },
    asked: () => ({ base: 'annotated' }),
  },
  "a root below git's toplevel": {
    has: { 'in/a.ts': ten, 'in/src/b.ts': ten, 'out/c.ts': ten },
    does: ({ write, at }) => {
      write({ 'a.ts': third, 'in/a.ts': third, 'new.ts': 'x\n', 'in/new.ts': 'x\n' });
      renameSync(at('in/src/b.ts'), at('in/b.ts'));
      renameSync(at('out/c.ts'), at('in/c.ts'));
    },
    is: { 'a.ts': '3', 'b.ts': ' from src/b.ts', 'c.ts': ' from ../out/c.ts', 'new.ts': 'new 1' },
    asked: ({ root }) => ({ root: join(root, 'in') }),
  },
  'a root behind a link': {
    has: { 'in/a.ts': ten },
    does: ({ write, at }) => {
      write({ 'in/a.ts': third, 'in/new.ts': 'x\n' });
      symlinkSync(at('in'), at('.git/behind'));
    },
    is: { 'a.ts': '3', 'new.ts': 'new 1' },
    asked: ({ root }) => ({ root: join(root, '.git/behind') }),
  },
  'a folder that became a link': {
    has: { 'in/a.ts': ten, 'out/a.ts': third },
    does: ({ at }) => {
      rmSync(at('in'), { recursive: true });
      symlinkSync('out', at('in'));
    },
    is: {},
  },
  'a root in a folder with a name like no other': {
    has: { 'ä b/a.ts': ten },
    does: ({ write }) => write({ 'ä b/a.ts': third, 'ä b/new.ts': 'x\n' }),
    is: { 'a.ts': '3', 'new.ts': 'new 1' },
    asked: ({ root }) => ({ root: join(root, 'ä b') }),
  },

  'a submodule at another commit, and with edits': {
    does: ({ git, commit, at }) => {
      const inner = gitRepository({ 'x.ts': 'one\n' });
      git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'lib.ts');
      commit();
      git('tag', '--force', 'start');
      inner.write({ 'x.ts': 'two\n' });
      inner.commit();
      git('-C', at('lib.ts'), 'pull', '--quiet');
      writeFileSync(at('lib.ts/x.ts'), 'three\n');
    },
    is: {},
  },
  'a submodule, from inside of it': {
    does: ({ git, at }) => {
      const inner = gitRepository({ 'src/x.ts': ten });
      git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'lib');
      git('-C', at('lib'), 'tag', 'start');
      writeFileSync(at('lib/src/x.ts'), third);
      writeFileSync(at('lib/src/n.ts'), 'one\n');
    },
    is: { 'src/n.ts': 'new 1', 'src/x.ts': '3' },
    asked: ({ root }) => ({ root: join(root, 'lib') }),
  },
  'a repository inside that git does not know': {
    does: ({ write, git, at }) => {
      write({ 'inner/x.ts': 'one\n' });
      git('init', '--quiet', at('inner'));
      git('-C', at('inner'), 'commit', '--quiet', '--allow-empty', '--message', 'x');
    },
    is: {},
  },
  'a new link': { does: ({ at }) => symlinkSync('a.ts', at('link.ts')), is: {} },
  'a link to somewhere else': {
    has: { 'b.ts': ten },
    does: ({ at, commit, git }) => {
      symlinkSync('a.ts', at('link.ts'));
      commit();
      git('tag', '--force', 'start');
      unlinkSync(at('link.ts'));
      symlinkSync('b.ts', at('link.ts'));
    },
    is: {},
  },
  'a file that became a link': {
    does: ({ at, write }) => [write({ 'b.ts': 'one\n' }), unlinkSync(at('a.ts')), symlinkSync('b.ts', at('a.ts'))],
    is: { 'b.ts': 'new 1' },
  },
  'a link that became a file': {
    does: ({ at, commit, git, write }) => {
      symlinkSync('a.ts', at('link.ts'));
      commit();
      git('tag', '--force', 'start');
      unlinkSync(at('link.ts'));
      write({ 'link.ts': 'one\n' });
    },
    is: { 'link.ts': 'new 1' },
  },
  'another mode': { does: ({ at }) => chmodSync(at('a.ts'), 0o755), is: {} },
  'another mode and an edit': { does: ({ at, write }) => [chmodSync(at('a.ts'), 0o755), write({ 'a.ts': third })], is: { 'a.ts': '3' } },
  'a file that is gone': { does: ({ write }) => write({ 'a.ts': null }), is: {} },
  'a file that became a folder': {
    does: ({ write }) => [write({ 'a.ts': null }), write({ 'a.ts/b.ts': 'one\n' })],
    is: { 'a.ts/b.ts': 'new 1' },
  },
  'lines that are gone': { does: ({ write }) => write({ 'a.ts': ten.replace('line3;\n', '') }), is: { 'a.ts': '' } },
  'empty files: untracked, filled, emptied': {
    has: { 'filled.ts': '', 'emptied.ts': 'x\n' },
    does: ({ write }) => write({ 'empty.ts': '', 'filled.ts': 'x\n', 'emptied.ts': '' }),
    is: { 'emptied.ts': '', 'filled.ts': '1' },
  },

  'a moved file, with git': { does: ({ git }) => git('mv', 'a.ts', 'b.ts'), is: { 'b.ts': ' from a.ts' } },
  'a moved file with an edit, with git': {
    does: ({ git, write }) => [git('mv', 'a.ts', 'b.ts'), write({ 'b.ts': third })],
    is: { 'b.ts': '3 from a.ts' },
  },
  'a moved file with an edit, without git': {
    does: ({ at, write }) => [renameSync(at('a.ts'), at('b.ts')), write({ 'b.ts': third, 'n.ts': 'one\n' })],
    is: { 'b.ts': '3 from a.ts', 'n.ts': 'new 1' },
  },
  'a moved file that was written anew': {
    does: ({ at, write }) => [unlinkSync(at('a.ts')), write({ 'b.ts': 'all\nelse\n' })],
    is: { 'b.ts': 'new 1,2' },
  },
  'a moved file, and another where it was': {
    does: ({ at, write }) => [renameSync(at('a.ts'), at('b.ts')), write({ 'a.ts': 'all\nelse\n' })],
    is: { 'a.ts': '1,2', 'b.ts': 'new 1,2,3,4,5,6,7,8,9,10' },
  },
  'a name in other letters': { does: ({ at }) => renameSync(at('a.ts'), at('A.ts')), is: { 'A.ts': ' from a.ts' } },
  'the same name in two spellings of Unicode': {
    has: { 'caf\u00E9.ts': ten },
    does: ({ write }) => write({ 'caf\u00E9.ts': third, 'cafe\u0301.ts': 'one\n' }),
    is: { 'cafe\u0301.ts': 'new 1', 'caf\u00E9.ts': '3' },
  },
  'a copy of an edited file': {
    does: ({ write, git }) => [write({ 'copy.ts': ten, 'a.ts': `${ten}more\n` }), git('add', '--all')],
    is: { 'a.ts': '11', 'copy.ts': 'new 1,2,3,4,5,6,7,8,9,10' },
  },
  'two files out of one': {
    does: ({ at, write }) => [renameSync(at('a.ts'), at('b.ts')), write({ 'c.ts': ten })],
    is: { 'b.ts': ' from a.ts', 'c.ts': 'new 1,2,3,4,5,6,7,8,9,10' },
  },

  'white space: before, behind, an empty line': {
    does: ({ write }) => write({ 'a.ts': ten.replace('line3', ' line3').replace('line5;', 'line5; ').replace('line8', '\nline8') }),
    is: { 'a.ts': '3,5,8' },
  },
  'one line end of Windows': { does: ({ write }) => write({ 'a.ts': ten.replace('line5;', 'line5;\r') }), is: { 'a.ts': '5' } },
  'a file of line ends of Windows': {
    has: { 'w.ts': ten.replaceAll('\n', '\r\n') },
    does: ({ write }) => write({ 'w.ts': third.replaceAll('\n', '\r\n') }),
    is: { 'w.ts': '3' },
  },
  'a lone carriage return': { does: ({ write }) => write({ 'a.ts': ten.replace('line7', 'li\rne7') }), is: { 'a.ts': '7' } },
  'the newline at the end': { does: ({ write }) => write({ 'a.ts': ten.trimEnd() }), is: { 'a.ts': '10' } },
  'a line behind an end without a newline': { has: { 'b.ts': 'x' }, does: ({ write }) => write({ 'b.ts': 'x\ny' }), is: { 'b.ts': '1,2' } },
  'NUL bytes': {
    does: ({ write }) => write({ 'a.ts': ten.replace('line3', 'li\0ne3'), 'n.ts': '\0\n\0' }),
    is: { 'a.ts': '3', 'n.ts': 'new 1,2' },
  },
  'bodies in latin-1': {
    has: { 'b.ts': Buffer.from('\u00E9;\n\u00E8;\n', 'latin1') },
    does: ({ write }) => write({ 'b.ts': Buffer.from('\u00E9;\n\u00EA;\n', 'latin1'), 'n.ts': Buffer.from('\u00E9\u00E8\n', 'latin1') }),
    is: { 'b.ts': '2', 'n.ts': 'new 1' },
  },
  'a byte order mark': { does: ({ write }) => write({ 'a.ts': `\uFEFF${ten}` }), is: { 'a.ts': '1' } },
  'what other languages count as a line': {
    does: ({ write }) => write({ 'a.ts': ten.replace('line3', 'li\u2028ne\v\f\u00853') }),
    is: { 'a.ts': '3' },
  },
  'lines that look like headers': {
    does: ({ write }) =>
      write({
        'a.ts': ten
          .replace('line2;', '-- a/x\n++ b/y\n@@ -1 +1 @@\ndiff --git a/x b/x\n\\ No newline at end of file')
          .replace('line9;', 'rename to z.ts\nnew file mode 120000'),
      }),
    is: { 'a.ts': '2,3,4,5,6,13,14' },
  },
  'a very long line': { does: ({ write }) => write({ 'a.ts': ten.replace('line3', 'x'.repeat(3_000_000)) }), is: { 'a.ts': '3' } },

  'another language, which no report knows': { does: ({ write }) => write({ 'a.py': 'one\n', ats: 'one\n', 'a.md': 'one\n' }), is: {} },
  'other languages, which a report knows': {
    has: { 'a.py': 'one\ntwo\n', 'bin/tool': 'one\n' },
    does: ({ write, at }) => {
      write({ 'a.py': 'one\n2\n', 'bin/tool': '1\n', 'b.[x]*': 'two\n', 'b.xx': 'one\n', 'tool.sh': 'three\n', 'test_a.py': 'four\n' });
      renameSync(at('bin/tool'), at('tool'));
    },
    is: { 'a.py': '2', 'b.[x]*': 'new 1', 'test_a.py': 'new 1', tool: 'new 1' },
    asked: () => ({ languages: ['.py', 'tool', '.[x]*'] }),
  },
  'more languages than a command may name': {
    has: { 'a.py': 'one\n', 'in/a.md': 'one\n' },
    does: ({ write }) => write({ 'a.py': 'two\n', 'in/a.md': 'two\n', 'in/a.ts': 'one\n', 'n.py': 'one\n' }),
    is: { 'a.py': '1', 'in/a.ts': 'new 1', 'n.py': 'new 1' },
    asked: () => ({ languages: ['.py', ...Array.from({ length: 100_000 }, (_, index) => `name${index}`)] }),
  },
  'no source: tests, declarations, stories, settings': {
    does: ({ write }) =>
      write({ 'a.test.ts': 'x\n', 'a.d.ts': 'x\n', 'a.stories.tsx': 'x\n', 'vite.config.ts': 'x\n', 'tests/a.js': 'x\n' }),
    is: {},
  },
};

for (const [what, { has, does, is, asked }] of Object.entries(situations)) {
  test(`git: ${what}`, { concurrency: true }, async () => {
    const repository = started(has);
    does({ ...repository, at: (path) => join(repository.root, path) });
    deepEqual(await changesOf(repository, asked?.(repository)), is);
    repository.git('add', '--all');
    deepEqual(await changesOf(repository, asked?.(repository)), is, 'staged');
  });
}

const names = [
  'ä.ts',
  'a\u0308.ts',
  'sp ace.ts',
  ' .ts',
  '\'single\' and "double".ts',
  'tab\there.ts',
  'new\nline.ts',
  'carriage\rreturn.ts',
  '\u0001\u007F.ts',
  'x b/a.ts',
  'b/b/a.ts',
  'a b/a b.ts',
  'back\\slash.ts',
  '[id].ts',
  '{a,b}(c)!.ts',
  '*.ts',
  '?.ts',
  ':(glob)x.ts',
  ':!x.ts',
  '-x.ts',
  '--output=x.ts',
  '"quoted".ts',
  '"b/x.ts',
  '$(echo x).ts',
  '#!.ts',
  '%41.ts',
  '\u{1F600}.ts',
  '\uFEFFx.ts',
  '\uFFFD.ts',
  'a => b.ts',
  'dev/null.ts',
];

test('git: names that are like no other', async () => {
  // Of its own for each name, so that one file cannot be taken for another that moved.
  const linesOf = (name: string): string => ten.replaceAll('line', `'${names.indexOf(name)}' + line`);
  const all = (files: (name: string) => Readonly<Record<string, string>>): Record<string, string> =>
    Object.assign({}, ...names.map((name) => files(name)));
  const repository = started(all((name) => ({ [`in/${name}`]: ten, [`kept/${name}`]: 'x\n', [`moved/${name}`]: linesOf(name) })));
  for (const name of names) {
    mkdirSync(join(repository.root, dirname(`to/${name}`)), { recursive: true });
    renameSync(join(repository.root, `moved/${name}`), join(repository.root, `to/${name}`));
  }
  repository.git('update-index', '--assume-unchanged', '--', ...names.map((name) => `kept/${name}`));
  repository.write(all((name) => ({ [`in/${name}`]: third, [`kept/${name}`]: 'y\n', [`new/${name}`]: `'${name}'`.replaceAll('\n', '') })));
  const is = all((name) => ({
    [`in/${name}`]: '3',
    [`kept/${name}`]: '1',
    [`new/${name}`]: 'new 1',
    [`to/${name}`]: ` from moved/${name}`,
  }));
  deepEqual(await changesOf(repository), is);
  repository.git('add', '--all');
  deepEqual(await changesOf(repository), is, 'staged');
});

for (const how of ['known', 'untracked', 'flagged']) {
  test(`git: a ${how} file whose name is no text comes back under a name that leads nowhere`, { concurrency: true }, async () => {
    const repository = started({ 'caf\uFFFD.ts': 'another\n' });
    const path = Buffer.concat([Buffer.from(`${repository.root}/caf`), Buffer.from([0xe9]), Buffer.from('.ts')]);
    if (how !== 'untracked') {
      writeFileSync(path, 'one\n');
      repository.commit();
      repository.git('tag', '--force', 'start');
      // Its name is no argument: all flags at once.
      if (how === 'flagged') repository.git('config', 'core.ignoreStat', 'true');
      if (how === 'flagged') repository.git('checkout-index', '--all', '--force', '--index');
    }
    repository.git('config', 'core.quotePath', 'false');
    writeFileSync(path, 'two\nthree\n');
    deepEqual(await changesOf(repository), { [String.raw`caf\351.ts`]: how === 'untracked' ? 'new 1,2' : '1,2' });
  });
}

test('git: a line has changed if it has changed against each of several merge bases', async () => {
  const repository = started();
  const { git, write, commit } = repository;
  git('checkout', '--quiet', '-b', 'topic');
  write({ 'a.ts': ten.replace('line2', 'topic2'), 'topic.ts': 'one\n' });
  const topic = commit();
  git('checkout', '--quiet', 'main');
  write({ 'a.ts': ten.replace('line9', 'main9'), 'main.ts': 'one\n' });
  commit();
  git('merge', '--quiet', '--no-edit', 'topic');
  git('checkout', '--quiet', 'topic');
  git('merge', '--quiet', '--no-edit', 'main~1');
  const merged = ten.replace('line2', 'topic2').replace('line9', 'main9');
  write({ 'a.ts': merged.replace('line5', 'mine5'), 'mine.ts': 'one\n', 'topic.ts': 'one\ntwo\n' });
  commit();
  write({ 'a.ts': merged.replace('line5', 'mine5').replace('line6', 'mine6'), 'untracked.ts': 'one\n' });
  const { commits } = await resolveBase({ ...nodeMachine(), env: {} }, repository.root, { flag: 'main' });
  deepEqual([commits.length, commits.includes(topic)], [2, true]);
  const { 'main.ts': _main, 'topic.ts': more, ...rest } = await changesOf(repository, { base: 'main' });
  deepEqual(rest, { 'a.ts': '5,6', 'mine.ts': 'new 1', 'untracked.ts': 'new 1' });
  deepEqual(more?.replace('new ', ''), '2');
});

/** One repository with a little of everything, in which nothing that anybody may set is to change the answer. */
function everything(): Repository {
  const long = ten + ten.replaceAll('line', 'step');
  const repository = gitRepository({
    'a.ts': ten.replaceAll('\n', '\n\n'),
    'ä b.ts': ten,
    'moved.ts': long.replaceAll('line', 'move'),
    'plain.ts': long.replaceAll('line', 'tree'),
    'crlf.ts': ten.replaceAll('\n', '\r\n'),
    'copied.ts': long.replaceAll('line', 'copy'),
    'flagged.ts': ten,
    'sub/x.ts': ten,
    'sly.ts': ten,
    'algorithm.ts': 'b;\nf;\nd;\nb;\nc;\nd;\nc;\nb;\nf;\nd;\nc;\n',
    'slide.ts': 'it {\n  x;\n}\n\nit {\n  y;\n}\n',
  });
  const { git, write, root } = repository;
  const [old, another] = [new Date(1e12), join(root, 'another')];
  utimesSync(join(root, 'sly.ts'), old, old);
  symlinkSync('a.ts', join(root, 'link.ts'));
  repository.commit();
  git('tag', 'start');
  write({ 'sub/x.ts': third });
  repository.commit();
  git('mv', 'moved.ts', 'ü.ts');
  git('update-index', '--assume-unchanged', 'flagged.ts');
  renameSync(join(root, 'plain.ts'), join(root, 'to.ts'));
  unlinkSync(join(root, 'link.ts'));
  write({
    'a.ts': ten.replaceAll('\n', '\n\n').replace('line3', 'other').replace('line5', 'other'),
    'ä b.ts': ten.replace('line10;', 'line10; \0'),
    'ü.ts': long.replaceAll('line', 'move').replace('move5', '\n\nother'),
    'to.ts': long.replaceAll('line', 'tree').replace('tree9', 'other'),
    'crlf.ts': third.replaceAll('\n', '\r\n'),
    'copied.ts': `${long.replaceAll('line', 'copy')}more\n`,
    'copy.ts': long.replaceAll('line', 'copy'),
    'flagged.ts': third,
    'A.ts': 'one\n',
    'link.ts': 'one\n',
    'algorithm.ts': 'd;\nc;\nd;\nb;\na;\nd;\nd;\nc;\nb;\nc;\n',
    'slide.ts': 'it {\n  x;\n}\n\nit {\n  z;\n}\n\nit {\n  y;\n}\n',
  });
  // Another file in its place, as large and as old as the one before.
  writeFileSync(another, third);
  utimesSync(another, old, old);
  renameSync(another, join(root, 'sly.ts'));
  return repository;
}

const everythingIs: Told = {
  'A.ts': 'new 1',
  'a.ts': '5,9',
  'algorithm.ts': '5,7,8,9',
  'copied.ts': '21',
  'copy.ts': `new ${Array.from({ length: 20 }, (_, index) => index + 1).join(',')}`,
  'crlf.ts': '3',
  'flagged.ts': '3',
  'link.ts': 'new 1',
  'slide.ts': '5,6,7,8',
  'sly.ts': '3',
  'sub/x.ts': '3',
  'to.ts': '9 from plain.ts',
  'ä b.ts': '10',
  'ü.ts': '5,6,7 from moved.ts',
};

const drivers = '*.ts diff=upper\n';
const untold = '*.ts -diff\n*.ts filter=hide\n';

test('git: no setting changes the answer', async (t) => {
  const repository = everything();
  const { git, root } = repository;
  deepEqual(await changesOf(repository), everythingIs);
  repository.write({
    '.git/info/attributes': drivers,
    '.git/ignored': '*.ts\n',
    '.git/attributes': untold,
    '.git/hooked/post-index-change': '#!/bin/sh\ntouch hooked\n',
    '.git/watching': '#!/bin/sh\ntouch watched\nprintf /\n',
  });
  for (const script of ['hooked/post-index-change', 'watching']) chmodSync(join(root, '.git', script), 0o755);
  for (const planted of [
    'alias.diff=!false',
    'alias.ls-files=!false',
    'color.branch=always',
    'color.diff=always',
    'color.ui=always',
    'core.abbrev=4',
    `core.attributesFile=${root}/.git/attributes filter.hide.clean=true`,
    'core.autocrlf=false',
    'core.autocrlf=input',
    'core.autocrlf=true',
    'core.bigFileThreshold=1',
    'core.checkStat=minimal',
    'core.commentChar=+',
    'core.eol=crlf',
    `core.excludesFile=${root}/.git/ignored`,
    'core.fileMode=false',
    `core.fsmonitor=${root}/.git/watching`,
    `core.hooksPath=${root}/.git/hooked`,
    'core.ignoreCase=true',
    'core.ignoreStat=true',
    'core.pager=false',
    'core.precomposeUnicode=true',
    'core.preloadIndex=false',
    'core.protectHFS=true',
    'core.protectNTFS=true',
    'core.quotePath=false',
    'core.safecrlf=true',
    'core.splitIndex=true',
    'core.symlinks=false',
    'core.trustCtime=false',
    'core.untrackedCache=true',
    'core.whitespace=cr-at-eol',
    'diff.algorithm=histogram',
    'diff.algorithm=patience',
    'diff.algorithm=minimal',
    'diff.autoRefreshIndex=false',
    'diff.colorMoved=zebra',
    'diff.context=5',
    'diff.dirstat=lines',
    'diff.dstPrefix=new/',
    'diff.external=false',
    'diff.ignoreSubmodules=none',
    'diff.indentHeuristic=false',
    'diff.interHunkContext=9',
    'diff.mnemonicPrefix=true',
    'diff.noprefix=true',
    'diff.orderFile=/nowhere',
    'diff.relative=true',
    'diff.renameLimit=1',
    'diff.renames=copies',
    'diff.renames=false',
    'diff.srcPrefix=old/',
    'diff.statNameWidth=1',
    'diff.submodule=log',
    'diff.suppressBlankEmpty=true',
    'diff.trustExitCode=true',
    'diff.upper.algorithm=patience',
    'diff.upper.binary=true',
    'diff.upper.cachetextconv=true',
    'diff.upper.command=false',
    'diff.upper.textconv=false',
    'diff.upper.wordRegex=.',
    'diff.upper.xfuncname=.*',
    'diff.wordRegex=.',
    'diff.wsErrorHighlight=all',
    'feature.experimental=true',
    'feature.manyFiles=true',
    'filter.hide.clean=true',
    'i18n.logOutputEncoding=latin1',
    'index.sparse=true',
    'index.version=4',
    'interactive.diffFilter=false',
    'pager.diff=false',
    'status.showUntrackedFiles=no',
    'submodule.recurse=true',
  ]) {
    await t.test(planted, async () => {
      const settings = planted.split(' ').map((setting) => setting.split('='));
      for (const [name = '', value = ''] of settings) git('config', name, value);
      const changes = await changesOf(repository);
      for (const [name = ''] of settings) git('config', '--unset-all', name);
      deepEqual(changes, everythingIs);
    });
  }
  await t.test('below the toplevel', async () => {
    git('config', 'diff.relative', 'true');
    deepEqual(await changesOf(repository, { root: join(root, 'sub') }), { 'x.ts': '3' });
  });
  // Nothing was run, and nothing is left behind.
  const kept = nodeMachine().files.list(join(root, '.git'));
  deepEqual(
    [
      nodeMachine().files.kind(join(root, 'hooked')),
      nodeMachine().files.kind(join(root, 'watched')),
      kept.filter(({ name }) => /index./.test(name)),
    ],
    [null, null, []],
  );
});

test('git: no attribute changes the answer', async (t) => {
  const repository = everything();
  repository.git('config', 'diff.upper.textconv', 'false');
  for (const attributes of [
    '-diff',
    'binary',
    '-text',
    'diff=upper',
    'diff=python',
    'whitespace=-blank-at-eol',
    '-merge',
    'export-ignore',
  ]) {
    for (const place of ['.gitattributes', '.git/info/attributes']) {
      await t.test(`${place}: ${attributes}`, async () => {
        repository.write({ [place]: `*.ts ${attributes}\n` });
        const changes = await changesOf(repository);
        repository.write({ [place]: null });
        deepEqual(changes, everythingIs);
      });
    }
  }
});

/** A machine on which a shell has said something before. */
function withEnvironment(env: Readonly<Record<string, string>>): Machine {
  const machine = nodeMachine();
  return { ...machine, env: {}, run: (argv, how) => machine.run(argv, { ...how, env: { ...env, ...how.env } }) };
}

test('git: no variable of the environment changes the answer', async (t) => {
  const repository = everything();
  const { root } = repository;
  const home = mkdtempSync(join(tmpdir(), 'formwork-home-'));
  after(() => rmSync(home, { recursive: true }));
  mkdirSync(join(home, 'git'));
  writeFileSync(join(home, 'git/ignore'), '*.ts\n');
  writeFileSync(join(home, 'git/attributes'), untold);
  const settings =
    '[diff]\nnoprefix = true\nexternal = false\n[core]\nexcludesFile = ~/git/ignore\nignoreCase = true\n[color]\nui = always\n';
  for (const file of ['.gitconfig', 'git/config']) writeFileSync(join(home, file), settings);
  for (const env of [
    { HOME: home },
    { XDG_CONFIG_HOME: home },
    { GIT_CONFIG_GLOBAL: join(home, '.gitconfig') },
    { GIT_CONFIG_SYSTEM: join(home, '.gitconfig'), GIT_CONFIG_NOSYSTEM: '0' },
    {
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: 'diff.noprefix',
      GIT_CONFIG_VALUE_0: 'true',
      GIT_CONFIG_KEY_1: 'core.quotePath',
      GIT_CONFIG_VALUE_1: 'no',
    },
    { GIT_CONFIG_PARAMETERS: "'diff.noprefix'='true' 'core.ignorecase'='true'" },
    { GIT_ATTR_NOSYSTEM: '0' },
    { GIT_ATTR_SOURCE: 'start' },
    { GIT_ALTERNATE_OBJECT_DIRECTORIES: '/nowhere' },
    { GIT_COMMON_DIR: '/nowhere' },
    { GIT_DIFF_OPTS: '--unified=9' },
    { GIT_DIR: '/nowhere' },
    { GIT_EXTERNAL_DIFF: 'false' },
    { GIT_GLOB_PATHSPECS: '1' },
    { GIT_GRAFT_FILE: '/nowhere' },
    { GIT_ICASE_PATHSPECS: '1' },
    { GIT_INDEX_FILE: '/nowhere/index' },
    { GIT_INDEX_VERSION: '4' },
    { GIT_INTERNAL_SUPER_PREFIX: 'sub/' },
    { GIT_LITERAL_PATHSPECS: '1' },
    { GIT_NAMESPACE: 'other' },
    { GIT_NOGLOB_PATHSPECS: '1' },
    { GIT_NO_REPLACE_OBJECTS: '' },
    { GIT_OBJECT_DIRECTORY: '/nowhere' },
    { GIT_OPTIONAL_LOCKS: '1' },
    { GIT_PAGER: 'false', GIT_PAGER_IN_USE: '1' },
    { GIT_PREFIX: 'sub/' },
    { GIT_SHALLOW_FILE: '/nowhere' },
    { GIT_TRACE: '1', GIT_TRACE2: '1' },
    { GIT_WORK_TREE: '/nowhere' },
    { LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de', TZ: 'Asia/Tokyo', TERM: 'xterm', COLORTERM: 'truecolor', CLICOLOR_FORCE: '1' },
  ]) {
    await t.test(Object.entries(env).join(' '), async () => {
      const machine = withEnvironment(env);
      deepEqual(told(await changedFiles({ machine, root }, await resolveBase(machine, root, { flag: 'start' }))), everythingIs);
    });
  }
});

test('git: what stands in for an object is not asked', async () => {
  const repository = started();
  const { git, write } = repository;
  write({ 'a.ts': third });
  git('replace', 'start:a.ts', git('hash-object', '-w', 'a.ts'));
  deepEqual(await changesOf(repository), { 'a.ts': '3' });
});

test('git: what stands in for history is not asked', async () => {
  const repository = started();
  const { git, write, commit } = repository;
  write({ 'a.ts': third });
  const topic = commit();
  git('checkout', '--quiet', '-b', 'other', 'start');
  const other = commit();
  git('checkout', '--quiet', 'main');
  // As if the base had begun with what is asked about.
  write({ '.git/info/grafts': `${other} ${topic}\n` });
  deepEqual(await changesOf(repository, { base: 'other' }), { 'a.ts': '3' });
});

test('git: a file that only the program of a filter can turn into what is committed has changed as a whole', async (t) => {
  const repository = gitRepository({ 'a.ts': ten, 'b.ts': ten, '.gitattributes': '*.ts filter=pointer\n' });
  const { git, write, root } = repository;
  // As large files are kept: two lines with a hash of what lies there.
  write({ '.git/clean': '#!/bin/sh\nprintf "pointer\\n%s\\n" "$(git hash-object --stdin)"\n' });
  chmodSync(join(root, '.git/clean'), 0o755);
  git('config', 'filter.pointer.clean', join(root, '.git/clean'));
  git('add', '--renormalize', 'a.ts', 'b.ts');
  repository.commit();
  git('tag', 'start');
  await t.test('nothing has changed', async () => deepEqual(await changesOf(repository), {}));
  write({ 'a.ts': third });
  await t.test('a line has changed', async () => deepEqual(await changesOf(repository), { 'a.ts': 'new 1,2,3,4,5,6,7,8,9,10' }));
});

test('git: a tree with line ends that git takes out has changed where its lines have', async (t) => {
  const windows = third.replaceAll('\n', '\r\n');
  for (const [setting, attributes] of [
    ['true', ''],
    ['false', '* text=auto eol=crlf\n'],
  ] as const) {
    await t.test(`autocrlf ${setting}, ${attributes}`, async () => {
      const repository = started({ '.gitattributes': attributes });
      repository.git('config', 'core.autocrlf', setting);
      repository.write({ 'a.ts': windows, 'n.ts': 'one\r\ntwo\r\n' });
      deepEqual(await changesOf(repository), { 'a.ts': '3', 'n.ts': 'new 1,2' });
    });
  }
});

test('git: a merge that is under way is refused, whatever file it has left', async (t) => {
  for (const file of ['a.ts', 'README', 'in/ä.md']) {
    await t.test(file, async () => {
      const repository = started({ [file]: 'one\n' });
      const { git, write, commit, root } = repository;
      git('checkout', '--quiet', '-b', 'topic');
      write({ [file]: 'topic\n' });
      commit();
      git('checkout', '--quiet', 'main');
      write({ [file]: 'main\n' });
      commit();
      throws(() => git('merge', 'topic'));
      write({ [file]: 'resolved, and not yet added\n' });
      await rejects(changesOf(repository), { code: 'git/unmerged', file });
      if (file.startsWith('in/')) await rejects(changesOf(repository, { root: join(root, 'in') }), { code: 'git/unmerged', file: 'ä.md' });
    });
  }
});

test('git: without a commit that both share, nothing is compared', async (t) => {
  await t.test('two histories', async () => {
    const repository = started();
    repository.git('checkout', '--quiet', '--orphan', 'island');
    repository.write({ 'a.ts': third });
    repository.commit();
    await rejects(changesOf(repository), { code: 'base/no-merge-base' });
  });
  await t.test('a shallow clone', async () => {
    const upstream = started();
    upstream.write({ 'a.ts': third });
    upstream.commit();
    const clone = gitRepository({});
    clone.git('clone', '--quiet', '--depth', '1', `file://${upstream.root}`, 'clone');
    const root = join(clone.root, 'clone');
    clone.git('-C', root, 'fetch', '--quiet', '--depth', '1', 'origin', 'tag', 'start');
    await rejects(changesOf(clone, { root }), { code: 'base/unresolved' });
  });
});

test('git/failed: a base that is no commit, a tree elsewhere, a repository with a part missing', async (t) => {
  await t.test('no commit', async () => {
    const { root } = started();
    await rejects(changedFiles({ machine: nodeMachine(), root }, { commits: ['nowhere'] }), { code: 'git/failed' });
  });
  await t.test('a working tree elsewhere', async () => {
    const repository = started();
    repository.write({ 'a.ts': null });
    repository.git('config', 'core.worktree', started().root);
    await rejects(changesOf(repository), { code: 'git/failed', fix: 'Run this in a working tree of it: git worktree list.' });
  });
  await t.test('no working tree', async () => {
    const repository = started();
    repository.git('config', 'core.bare', 'true');
    await rejects(changesOf(repository), { code: 'git/failed' });
  });
  await t.test('a broken index', async () => {
    const repository = started();
    repository.write({ '.git/index': 'broken' });
    await rejects(changesOf(repository), { code: 'git/failed' });
  });
});

test('git/not-writable: what has moved is not seen where nothing may lie beside the index', async () => {
  const { root, write } = started();
  renameSync(join(root, 'a.ts'), join(root, 'b.ts'));
  const machine = nodeMachine();
  const full = systemError('EROFS', 'open', 'index');
  const files = {
    ...machine.files,
    copy: () => {
      throw full;
    },
  };
  await rejects(changedFiles({ machine: { ...machine, files }, root }, { commits: ['start'] }), { code: 'git/not-writable', cause: full });
  write({ 'b.ts': null });
});
