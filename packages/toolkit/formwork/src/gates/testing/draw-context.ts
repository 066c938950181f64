import { fakeMachine } from '../../report/fake-machine.ts';
import type { Package, Workspace } from '../../workspace/model.ts';
import type { GateContext } from '../gate.ts';

/** How a package's script ended, by the package's short name. */
export type DrawnRuns = Readonly<Record<string, { readonly exitCode: number | null; readonly cached?: boolean; readonly log?: string }>>;

/**
 * What a gate is handed in a repository whose packages lie in `packages/`, where turbo ends as drawn. `files` are what lies there beside.
 */
export function drawContext(
  runs: DrawnRuns,
  { task, files = {} }: { readonly task: string; readonly files?: Readonly<Record<string, string>> },
): GateContext {
  const drawn = Object.entries(runs).map(([name, run]) => ({ name, folder: `packages/${name}`, ...run }));
  const summary = {
    tasks: drawn.map(({ name, folder, exitCode, cached = false }) => ({
      task,
      package: `@repo/${name}`,
      command: task,
      directory: folder,
      logFile: `${folder}/.turbo/turbo-${task}.log`,
      cache: { status: cached ? 'HIT' : 'MISS' },
      execution: exitCode === null ? null : { exitCode },
    })),
  };
  const logs = drawn.map(({ folder, log = '' }) => [`${folder}/.turbo/turbo-${task}.log`, log]);
  const machine = fakeMachine({
    files: { ...files, ...Object.fromEntries(logs), '.turbo/runs/1.json': JSON.stringify(summary) },
    processes: [{ argv: ['/repo/node_modules/.bin/turbo'], ends: { stdout: 'Summary:    /repo/.turbo/runs/1.json\n' } }],
  });
  return {
    machine,
    root: '/repo',
    base: { commit: 'abc', commits: ['abc'], source: 'merge base with main' },
    workspace: workspaceOf(
      drawn.map(({ name, folder }) => ({ name: `@repo/${name}`, folder, private: true, dependencies: {}, scripts: { [task]: task } })),
    ),
    affectedOnly: true,
    noDrafts: false,
    gates: [],
    tested: async () => null,
  };
}

function workspaceOf(packages: readonly Package[]): Workspace {
  const roots = { features: 'packages/features', contracts: 'packages/contracts', cores: 'packages/core' };
  const config = { scope: '@repo', roots, base: null, gates: null, composition: null };
  return { root: '/repo', config, packages, features: [], contracts: [], findings: [], filesRead: 0 };
}
