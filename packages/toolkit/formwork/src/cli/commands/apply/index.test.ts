import { deepEqual, equal, match } from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { put, snapshot, status } from '../../../edits/testing/draw-repository.ts';
import { drawSlowInstall, plan } from '../../testing/slow-install.ts';

test('a plan from stdin is done', () => {
  const { root, formwork } = drawSlowInstall();
  deepEqual(JSON.parse(formwork(['apply', '-'], JSON.stringify(plan)).stdout), {
    schema: 'formwork/applied@1',
    run: 1,
    command: 'gen it',
    made: ['packages/a/index.ts'],
    changed: ['package.json'],
    followUps: [],
  });
  equal(status(root), ' M package.json\n?? packages/a/index.ts\n');
});

test('a plan from a file, in words', () => {
  const { root, formwork } = drawSlowInstall();
  put(root, 'bin/plan.json', JSON.stringify(plan));
  const { stdout } = formwork(['apply', 'bin/plan.json', '--format', 'text']);
  equal(stdout, '  + packages/a/index.ts\n  ~ package.json\n\nTake it back:  pnpm formwork undo\n');
  put(root, 'bin/empty.json', JSON.stringify({ ...plan, edits: [] }));
  equal(formwork(['apply', join(root, 'bin/empty.json'), '--format', 'text']).stdout, 'Nothing to do: the plan is empty.\n');
});

for (const [what, words, input, code] of [
  [
    'a tree that moved',
    ['apply', '-'],
    JSON.stringify({ ...plan, edits: [{ path: 'package.json', before: null, after: '' }] }),
    'plan/stale',
  ],
  [
    'a plan that leads out',
    ['apply', '-'],
    JSON.stringify({ ...plan, edits: [{ path: '../a', before: null, after: '' }] }),
    'plan/invalid',
  ],
  ['no plan', ['apply', 'missing.json'], '', 'plan/missing'],
] as const) {
  test(`${what}: ${code}, exit 2, and nothing is written`, () => {
    const { root, formwork } = drawSlowInstall();
    const { exit, stdout } = formwork(words, input);
    deepEqual([exit, JSON.parse(stdout).findings[0].code, status(root)], [2, code, '']);
  });
}

for (const [signal, exit] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`${signal} during the install: the run is taken back at once, and that is said`, async () => {
    const { root, startInstall } = drawSlowInstall();
    const asItWas = snapshot(root);
    const { run, closed } = await startInstall();
    equal(status(root), ' M package.json\n M pnpm-lock.yaml\n?? packages/a/index.ts\n');
    let said = '';
    run.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    run.kill(signal);
    deepEqual(await closed, [exit, null]);
    match(said, /^'gen it' was interrupted, and was taken back: 1 restored, 1 removed\.$/m);
    rmSync(join(root, 'bin/begun'));
    deepEqual([snapshot(root), status(root)], [asItWas, '']);
    equal(existsSync(join(root, '.formwork/journal')), false);
  });
}

test('a process that is killed during the install: the next command, of any kind, takes it back first', async () => {
  const { root, startInstall, formwork, letGoOn } = drawSlowInstall();
  const { run, closed } = await startInstall();
  run.kill('SIGKILL');
  letGoOn();
  await closed;
  const { exit, stderr } = formwork(['conformance']);
  equal(exit, 0);
  match(stderr, /^'gen it' was interrupted, and was taken back: 1 restored, 1 removed\.$/m);
  equal(status(root), '');
});

test('two runs at once: the second waits for the first, or says who it is', async () => {
  const { root, startInstall, start, formwork, letGoOn } = drawSlowInstall();
  put(root, 'bin/other.json', JSON.stringify({ ...plan, command: 'gen other', edits: [{ path: 'b.md', before: null, after: '' }] }));
  const first = await startInstall();

  const { exit, stdout } = formwork(['apply', 'bin/other.json', '--wait', '0']);
  const [held] = JSON.parse(stdout).findings;
  deepEqual([exit, held.code], [2, 'lock/held']);
  match(held.message, new RegExp(`process ${first.run.pid} \\("gen it", since 20`));

  const second = start(['apply', 'bin/other.json']);
  const [said] = await once(second.run.stderr!.setEncoding('utf8'), 'data');
  match(said, new RegExp(`^Waiting for process ${first.run.pid} \\("gen it", since 20`));
  letGoOn();
  deepEqual(
    [await first.closed, await second.closed],
    [
      [0, null],
      [0, null],
    ],
  );
  equal(status(root), ' M package.json\n M pnpm-lock.yaml\n?? b.md\n?? packages/a/index.ts\n');
});
