import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plan } from '../../edits/plan.ts';
import { sha256 } from '../../report/sha256.ts';
import { drawRepository, put } from '../../edits/testing/draw-repository.ts';

const bin = fileURLToPath(new URL('../formwork.js', import.meta.url));

/** A plan for the repository that `drawSlowInstall` draws. */
export const plan: Plan = {
  schema: 'formwork/plan@1',
  command: 'gen it',
  edits: [
    { path: 'package.json', before: sha256('{}\n'), after: '{ "type": "module" }\n' },
    { path: 'packages/a/index.ts', before: null, after: 'export {};\n' },
  ],
  followUps: [],
};
export const planWithInstall: Plan = { ...plan, followUps: [{ argv: ['pnpm', 'install'] }] };

export type SlowInstall = {
  readonly root: string;
  /** Runs a command line to its end. */
  readonly formwork: (
    words: readonly string[],
    input?: string,
  ) => { readonly exit: number | null; readonly stdout: string; readonly stderr: string };
  /** Starts one. `closed` is its exit code and the signal that ended it. */
  readonly start: (words: readonly string[]) => { readonly run: ChildProcess; readonly closed: Promise<readonly unknown[]> };
  /** Starts to apply the plan with its install, and waits until the install is half way. */
  readonly startInstall: () => Promise<{ readonly run: ChildProcess; readonly closed: Promise<readonly unknown[]> }>;
  readonly letGoOn: () => void;
};

/** A repository with a pnpm whose install changes the lockfile and then waits until it may go on. */
export function drawSlowInstall(): SlowInstall {
  const root = drawRepository({
    'package.json': '{}\n',
    'pnpm-workspace.yaml': 'packages: []\n',
    'pnpm-lock.yaml': 'lock: 1\n',
    '.gitignore': 'node_modules\nbin\n',
  });
  const script = `#!/bin/sh
if test -d packages/a
then mkdir -p packages/a/node_modules; echo 'lock: 2' > pnpm-lock.yaml
else echo 'lock: 1' > pnpm-lock.yaml
fi
touch bin/begun
while ! test -e bin/go-on; do sleep 0.05; done
`;
  put(root, 'bin/pnpm', script, 0o755);
  put(root, 'bin/plan.json', JSON.stringify(planWithInstall));
  const env = { ...process.env, PATH: `${join(root, 'bin')}${delimiter}${process.env['PATH']}` };

  const start: SlowInstall['start'] = (words) => {
    const run = spawn(process.execPath, [bin, ...words], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
    return { run, closed: once(run, 'close') };
  };
  return {
    root,
    formwork: (words, input = '') => {
      const { status: exit, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], { cwd: root, env, encoding: 'utf8', input });
      return { exit, stdout, stderr };
    },
    start,
    startInstall: async () => {
      const started = start(['apply', 'bin/plan.json']);
      while (!existsSync(join(root, 'bin/begun'))) await new Promise((resolve) => setTimeout(resolve, 20));
      return started;
    },
    letGoOn: () => put(root, 'bin/go-on', ''),
  };
}
