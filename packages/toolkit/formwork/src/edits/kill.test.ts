import { deepEqual, equal, match, notDeepEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import test, { after as afterAll } from 'node:test';
import { fileURLToPath } from 'node:url';
import { nodeFiles } from '../report/node-files.ts';
import { nodeMachine } from '../report/node-machine.ts';
import { planEdits } from './plan-edits.ts';
import { recover } from './recover.ts';
import { drawRepository, put, snapshot, status } from './testing/draw-repository.ts';
import { undoLastRun } from './undo.ts';

const script = fileURLToPath(new URL('./testing/take-steps.ts', import.meta.url));
const bench = mkdtempSync(join(tmpdir(), 'formwork-kill-'));
afterAll(() => rmSync(bench, { recursive: true }));
const machine = { ...nodeMachine(), stderr: { isTerminal: false, write: () => {} } };

const start = drawRepository({
  '.gitignore': 'node_modules\n',
  'src/compose.ts': 'export const all = compose({});\n',
  'package.json': '{\n  "name": "shop"\n}\n',
  'pnpm-lock.yaml': 'lock: 1\n',
});
put(start, 'package.json', '{\n  "name": "shop"\n}\n', 0o600);
put(
  bench,
  'plan.json',
  JSON.stringify(
    planEdits(
      [
        { kind: 'ts-property', path: 'src/compose.ts', call: 'compose', argument: 0, keys: [], name: 'billing', value: 'bindBilling()' },
        { kind: 'json', path: 'package.json', keys: ['dependencies', 'billing'], value: 'workspace:*' },
        { kind: 'create', path: 'packages/features/billing/package.json', text: '{}\n' },
      ],
      { files: nodeFiles, root: start, command: 'gen feature billing', followUps: [{ argv: ['pnpm', 'install'] }] },
    ),
  ),
);

/** A pnpm that does what an install does to the tree, and one that is killed half way, together with the process that started it. */
const installs = `#!/bin/sh
if test -d packages/features/billing
then mkdir -p packages/features/billing/node_modules; echo 'lock: 2' > pnpm-lock.yaml
else echo 'lock:   1' > pnpm-lock.yaml
fi
`;
const isKilled = `#!/bin/sh
echo half > pnpm-lock.yaml
mkdir -p packages/features/billing/node_modules
kill -9 $PPID
`;
put(bench, 'installs/pnpm', installs, 0o755);
put(bench, 'is-killed/pnpm', isKilled, 0o755);

const before = snapshot(start);
const applied = copyOf(start);
equal(take(applied, 'apply').exit, 0);
const after = snapshot(applied);
notDeepEqual(before, after);

test('a process that is killed at whatever step of an apply: the next command takes the tree back', async () => {
  const seen = await killAtEachStep(start, 'apply');
  deepEqual(seen, ['before', 'after']);
});

test('and at whatever step of an undo', async () => {
  const seen = await killAtEachStep(applied, 'undo');
  deepEqual(seen, ['after', 'before']);
});

test('and at whatever step of the recovery itself', async () => {
  const interrupted = copyOf(start);
  equal(take(interrupted, 'apply', { pnpm: 'is-killed' }).signal, 'SIGKILL');
  equal(existsSync(join(interrupted, '.formwork/journal')), true);
  notDeepEqual(snapshot(interrupted), after);
  deepEqual(await killAtEachStep(interrupted, 'recover'), ['before']);
});

test('a tree that was taken back can be generated in again, and git sees nothing of it', async () => {
  const root = copyOf(start);
  take(root, 'apply', { pnpm: 'is-killed' });
  const { exit, stderr } = take(root, 'apply');
  equal(exit, 0);
  match(stderr, /^'gen feature billing' was interrupted, and was taken back: 2 restored, 1 removed\.$/m);
  deepEqual(snapshot(root), after);
  await undoLastRun(machine, root, { install: false });
  deepEqual([snapshot(root), status(root)], [before, '']);
});

/** Kills a process of its own at each step, each time on a fresh copy; then recovers. Returns the states that the tree was in, in order. */
async function killAtEachStep(template: string, action: string): Promise<readonly string[]> {
  const seen = new Set<string>();
  for (let step = 0, isDone = false; !isDone; step++) {
    const root = copyOf(template);
    const { exit, signal } = take(root, action, { step });
    isDone = exit === 0;
    if (!isDone) equal(signal, 'SIGKILL');
    await recover(machine, root);
    const tree = snapshot(root);
    const isAfter = 'packages/' in tree;
    deepEqual({ step, tree }, { step, tree: isAfter ? after : before });
    seen.add(isAfter ? 'after' : 'before');
  }
  return [...seen];
}

function take(
  root: string,
  action: string,
  { step, pnpm = 'installs' }: { step?: number; pnpm?: string } = {},
): { exit: number | null; signal: string | null; stderr: string } {
  const env = { ...process.env, PATH: `${join(bench, pnpm)}${delimiter}${process.env['PATH']}` };
  const {
    status: exit,
    signal,
    stderr,
  } = spawnSync(process.execPath, [script, root, action, join(bench, 'plan.json'), String(step)], { encoding: 'utf8', env });
  return { exit, signal, stderr };
}

function copyOf(template: string): string {
  const root = mkdtempSync(join(bench, 'copy-'));
  cpSync(template, root, { recursive: true });
  return root;
}
