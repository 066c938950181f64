import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { snapshot, status } from '../../../edits/testing/draw-repository.ts';
import { runGit as git } from '../../../report/testing/run-git.ts';
import { drawSlowInstall, plan, planWithInstall } from '../../testing/slow-install.ts';

test('the last run is taken back, and said', () => {
  const { root, formwork, letGoOn } = drawSlowInstall();
  const asItWas = snapshot(root);
  letGoOn();
  equal(formwork(['apply', '-'], JSON.stringify(planWithInstall)).exit, 0);

  const changed = '  - packages/a/index.ts\n  - packages/a/node_modules (ignored by git)\n  ~ package.json\n  ~ pnpm-lock.yaml\n';
  const asked = formwork(['undo', '--plan', '--format', 'text']);
  equal(asked.stdout, `Would take back: gen it\n\n${changed}\nThen:  pnpm install\n`);
  equal(status(root), ' M package.json\n M pnpm-lock.yaml\n?? packages/a/index.ts\n');

  const undone = formwork(['undo', '--format', 'text']);
  deepEqual([undone.exit, undone.stdout], [0, `Taken back: gen it\n\n${changed}`]);
  equal(status(root), '');
  deepEqual(Object.keys(snapshot(root)), [...Object.keys(asItWas).slice(0, 2), 'bin/begun', 'bin/go-on', ...Object.keys(asItWas).slice(2)]);

  const { exit, stdout } = formwork(['undo']);
  deepEqual([exit, JSON.parse(stdout).findings[0].code], [2, 'undo/nothing']);
});

test('a run of which nothing is left goes off the record, and that is said', () => {
  const { root, formwork } = drawSlowInstall();
  formwork(['apply', '-'], JSON.stringify(plan));
  git(root, 'checkout', '--quiet', '.');
  git(root, 'clean', '--quiet', '--force', '-d');
  equal(
    formwork(['undo', '--plan', '--format', 'text']).stdout,
    'Nothing is left of: gen it\n\nIt would go off the record; no file would change.\n',
  );
  const { exit, stdout } = formwork(['undo', '--format', 'text']);
  deepEqual([exit, stdout], [0, 'Nothing is left of: gen it\n\nIt is off the record now; no file was changed.\n']);
  equal(formwork(['undo']).exit, 2);
});

test('--no-install leaves the install to the user, and says so', () => {
  const { root, formwork, letGoOn } = drawSlowInstall();
  letGoOn();
  formwork(['apply', '-'], JSON.stringify(planWithInstall));
  const { schema, lockfile, install } = JSON.parse(formwork(['undo', '--no-install', '--json']).stdout);
  deepEqual([schema, lockfile, install, status(root)], ['formwork/undone@1', 'restore', true, '']);
});

test('an undo after a kill takes back that run, and not the one before it', async () => {
  const { root, formwork, startInstall, letGoOn } = drawSlowInstall();
  formwork(['apply', '-'], JSON.stringify({ ...plan, edits: [{ path: 'first.md', before: null, after: '' }] }));
  const { run, closed } = await startInstall();
  run.kill('SIGKILL');
  letGoOn();
  await closed;
  equal(
    formwork(['undo', '--format', 'text']).stdout,
    'Taken back: gen it\n\n  - packages/a/index.ts\n  ~ package.json\n\nThen:  pnpm install\n',
  );
  equal(status(root), '?? first.md\n');
});

test('before a plan to undo is said, an interrupted run is taken back', async () => {
  const { root, formwork, startInstall, letGoOn } = drawSlowInstall();
  const { run, closed } = await startInstall();
  run.kill('SIGKILL');
  letGoOn();
  await closed;
  const { exit, stdout } = formwork(['undo', '--plan']);
  deepEqual([exit, JSON.parse(stdout).findings[0].code, status(root)], [2, 'undo/nothing', '']);
});
