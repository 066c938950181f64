import { deepEqual, equal, match } from 'node:assert/strict';
import { globSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { runGit } from '../packages/toolkit/formwork/src/report/testing/run-git.ts';
import { copyWorkspace } from './testing/workspace-copy.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// A dependency of the engine, which the guides are about.
const { parse: parseYaml } = createRequire(path.join(root, 'packages/toolkit/formwork/package.json'))('yaml');
const guides = globSync('docs/guides/*.md', { cwd: root }).sort();

/**
 * Every line of every `sh` block, as a shell takes it, in the order of the page: in a copy of this workspace, or behind `in=any-repository` in
 * a repository that knows nothing of Formwork. A line ends with 0, or with what `# exit 1` behind it says. A block with `file=<name>` is
 * written there. A `text` block right behind commands is what the last of them shows, `…` standing for anything within a line. Then every
 * `yaml` block, a workflow of GitHub Actions, step by step, on all that has been committed there.
 */
test('what the guides say to type does what they say', async (story) => {
  const workspace = copyWorkspace();
  const scripts = temporaryFolder('lines');
  const anyRepository = makeAnyRepository(workspace.folder);
  const typed = (line, folder) => {
    const script = path.join(scripts, 'line.sh');
    writeFileSync(script, `cd '${folder}' || exit 99\n${line}\n`);
    return workspace.run(`sh ${script}`);
  };

  for (const guide of guides) {
    for (const { language, where, file, text, shown } of blocksOf(guide)) {
      const folder = where === 'any-repository' ? anyRepository : workspace.folder;
      if (file !== null) write(folder, { [file]: text });
      if (language !== 'sh') continue;
      const lines = linesOf(text);
      for (const [index, { line, exit }] of lines.entries()) {
        await story.test(`${path.basename(guide)}: ${line}: exit ${exit}`, () => {
          const { exitCode, stdout, stderr } = typed(line, folder);
          equal(exitCode, exit, `${line}\n${stdout}\n${stderr}`);
          if (shown !== null && index === lines.length - 1) match(`${stdout}\n${stderr}`, shown);
        });
      }
    }
  }

  for (const guide of guides) {
    for (const { language, where, text } of blocksOf(guide)) {
      if (language !== 'yaml') continue;
      const { name, on, steps } = workflowOf(text);
      const folder = where === 'any-repository' ? anyRepository : workspace.folder;
      const env = checkOut(folder, on);
      for (const step of steps) {
        await story.test(`${path.basename(guide)}: ${name}: ${step.run.split('\n')[0]}`, () => {
          const script = path.join(scripts, 'step.sh');
          // The runner brings pnpm along; a test has it on its path.
          writeFileSync(script, `cd '${folder}' || exit 99\n${step.run.replaceAll('npx --yes pnpm@12.21.0', 'pnpm')}`);
          const { exitCode, stdout, stderr } = workspace.run(`bash --noprofile --norc -e ${script}`, env);
          equal(exitCode, 0, `${step.run}\n${stdout}\n${stderr}`);
        });
      }
    }
  }
  match(readFileSync(path.join(anyRepository, 'coverage/step.md'), 'utf8'), /^### ✅ coverage:diff passed$/m);
  equal(JSON.parse(readFileSync(path.join(anyRepository, 'coverage/diff.sarif'), 'utf8')).runs.length, 1);
  const pushed = runGit(workspace.folder, 'log', '--max-count=1', '--format=%s', '--name-only', 'origin/main');
  match(pushed, /^chore: tell coverage of [0-9a-f]{10} \[skip ci\]\n\ncoverage\/history\.jsonl\n$/);
});

test('the guide of coverage has a row for every code that coverage gives, and for no other', () => {
  const room = 'packages/toolkit/formwork/src';
  const sources = globSync([`${room}/coverage/**/*.ts`, `${room}/report/resolve-base.ts`, `${room}/workspace/choose-features.ts`], { cwd: root, exclude: ['**/*.test.ts', '**/testing/**'] });
  const given = sources.flatMap((file) => found(readFileSync(path.join(root, file), 'utf8'), /'((?:base|coverage|git|istanbul|lcov|mutation)\/[a-z-]+|workspace\/unknown-feature)'/g));
  const told = found(readFileSync(path.join(root, 'docs/guides/coverage.md'), 'utf8'), /^\| `([a-z]+\/[a-z-]+)` \|/gm);
  deepEqual(told.toSorted(), [...new Set(given)].sort());
});

/** What a workflow runs on, its name, and the steps that type something; what only installs has been done by the test. */
function workflowOf(text) {
  const { name, on, jobs, permissions, concurrency, ...others } = parseYaml(text);
  const steps = Object.values(jobs).flatMap(({ 'runs-on': runner, steps: ofJob, ...rest }) => {
    deepEqual([runner, rest], ['ubuntu-latest', {}]);
    return ofJob;
  });
  deepEqual([typeof name, typeof permissions, ['string', 'undefined'].includes(typeof concurrency), others], ['string', 'object', true, {}]);
  for (const { uses, run, with: given, name: title, if: when, 'continue-on-error': goesOn, ...rest } of steps) {
    deepEqual([rest, typeof (title ?? ''), when ?? 'always()', typeof (goesOn ?? true)], [{}, 'string', 'always()', 'boolean']);
    if (run === undefined) match(uses, /^(?:actions|github)\/[a-z/-]+@v\d+$/);
    else deepEqual([typeof run, uses, given], ['string', undefined, undefined]);
  }
  return { name, on, steps: steps.filter(({ run }) => run !== undefined && run !== 'npm ci') };
}

/**
 * Commits all that lies in a folder as what the workflow is about: a push to main, or a pull request of the last commit. Comes back with what
 * the runner tells of it.
 */
function checkOut(folder, on) {
  const remote = temporaryFolder('remote');
  runGit(remote, 'init', '--quiet', '--bare', '--initial-branch=main');
  runGit(folder, 'remote', 'add', 'origin', remote);
  runGit(folder, 'add', '--all');
  runGit(folder, 'commit', '--quiet', '--message=work');
  const pushed = on === 'pull_request' ? 'HEAD~1' : 'HEAD';
  runGit(folder, 'push', '--quiet', '--set-upstream', 'origin', `${pushed}:refs/heads/main`);
  const told = on === 'pull_request' ? { GITHUB_BASE_REF: 'main' } : {};
  return { CI: 'true', GITHUB_SHA: runGit(folder, 'rev-parse', 'HEAD').trim(), GITHUB_STEP_SUMMARY: path.join(folder, 'coverage/step.md'), ...told };
}

/** The fenced blocks of a guide: their language and what stands behind it, their text, and what the last command in them shows. */
function blocksOf(guide) {
  const fences = [...readFileSync(path.join(root, guide), 'utf8').matchAll(/^```(\w+)(.*)\n([^]*?)^```$/gm)];
  return fences.map(({ 0: all, 1: language, 2: words, 3: text, index }, at) => {
    const next = fences[at + 1];
    const isFollowed = next?.[1] === 'text' && next.input.slice(index + all.length, next.index).trim() === '';
    const [, where = null] = /in=(\S+)/.exec(words) ?? [];
    const [, file = null] = /file=(\S+)/.exec(words) ?? [];
    return { language, where, file, text, shown: isFollowed ? pattern(next[3]) : null };
  });
}

function linesOf(text) {
  const lines = text.replaceAll('\\\n', '').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => ({ line: line.replace(/\s+# .*$/, ''), exit: Number(/ # exit (\d)/.exec(line)?.[1] ?? 0) }));
}

function pattern(text) {
  return new RegExp(text.trim().split('…').map(RegExp.escape).join('.*'));
}

/** A small repository with `origin/main`, as they are found everywhere; formwork and c8 are installed in it. */
function makeAnyRepository(installed) {
  const folder = temporaryFolder('shop');
  const git = (...words) => runGit(folder, ...words);
  git('init', '--quiet', '--initial-branch=main');
  write(folder, {
    '.gitignore': 'node_modules\ncoverage\n',
    'package.json': '{ "name": "shop", "private": true, "type": "module" }\n',
    'src/fee.js': 'export function fee(price) {\n  return price > 100 ? 0 : 5;\n}\n',
    'src/fee.test.js': feeTest,
    'src/receipt.js': 'export function receipt(price) {\n  return `Paid: ${price}`;\n}\n',
    'src/receipt.test.js': "import './receipt.js';\n",
    // A test of main ran what nobody has touched since.
    'coverage/main.info': 'SF:src/receipt.js\nDA:1,1\nDA:2,1\nDA:3,1\nend_of_record\n',
  });
  symlinkSync(path.join(installed, 'node_modules'), path.join(folder, 'node_modules'));
  git('add', '--all');
  git('commit', '--quiet', '--message=start');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  return folder;
}

const feeTest = `import { equal } from 'node:assert/strict';
import test from 'node:test';
import { fee } from './fee.js';

test('a fee', () => equal(fee(50), 5));
test('no fee', () => equal(fee(200), 0));
`;

function temporaryFolder(name) {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `formwork-guide-${name}-`)));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function write(folder, files) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

function found(text, what) {
  return [...new Set(Array.from(text.matchAll(what), ([, one]) => one))];
}
