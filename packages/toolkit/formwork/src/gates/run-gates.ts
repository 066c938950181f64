import type { Machine } from '../report/machine.ts';
import { finding } from '../report/finding.ts';
import { FormworkError } from '../report/formwork-error.ts';
import { report, type Report } from '../report/report.ts';
import { resolveBase } from '../report/resolve-base.ts';
import { readWorkspace } from '../workspace/read-workspace.ts';
import { allGates } from './all-gates.ts';
import { assertInstalled } from './assert-installed.ts';
import { chooseGates } from './choose-gates.ts';
import type { Gate, GateContext, TaskReport, Tested } from './gate.ts';
import type { GateId } from './gate-ids.ts';
import { verdict, type Verdict } from './verdict.ts';

export type GatesOptions = {
  /** Look at every package, not only at those that what changed can reach. */
  readonly all: boolean;
  readonly noDrafts: boolean;
  /** The commit or branch that changes are compared with; null asks git. */
  readonly base: string | null;
  /** Only these gates; where none is named, those of formwork.json. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
};

/**
 * Runs the gates side by side and gathers what they say into one verdict; `progress` hears of each as it ends.
 * Throws `gates/unknown-gate`, `gates/none`, `workspace/not-installed` and what `resolveBase` throws.
 */
export async function runGates(
  options: GatesOptions,
  { machine, root, progress }: { readonly machine: Machine; readonly root: string; readonly progress: (line: string) => void },
): Promise<Verdict> {
  const workspace = readWorkspace(root, machine);
  const ids = chooseGates(options, workspace.config.gates);
  const base = await resolveBase(machine, root, { flag: options.base, config: workspace.config.base });
  if (ids.some((id) => throughTurbo.includes(id))) assertInstalled(root, machine, workspace);

  const running = new Map<GateId, Promise<Report>>();
  const start = (id: GateId): Promise<Report> => {
    const started = running.get(id) ?? reportOf(allGates[id], context, progress);
    running.set(id, started);
    return started;
  };
  const context: GateContext = {
    machine,
    root,
    base,
    workspace,
    affectedOnly: !options.all,
    noDrafts: options.noDrafts,
    gates: ids,
    tested: async () => (ids.includes('test') ? testedBy(await start('test')) : null),
  };
  progress(`${options.all ? 'every package' : 'what changed'}, base ${base.commit.slice(0, 10)}, ${base.source}`);
  return verdict(base.commit, await Promise.all(ids.map(start)));
}

const throughTurbo: readonly GateId[] = ['typecheck', 'lint', 'test'];

/** A gate that cannot be run says so in a report of its own; the others go on. */
async function reportOf(gate: Gate, context: GateContext, progress: (line: string) => void): Promise<Report> {
  const startedAt = context.machine.now();
  const said = await gate.run(context).catch((error: unknown) => {
    if (!(error instanceof FormworkError)) throw error;
    const durationMs = context.machine.now() - startedAt;
    return report({
      gate: gate.id,
      inspected: {},
      durationMs,
      findings: [finding({ ...error, message: error.message })],
      evidenceMissing: true,
    });
  });
  progress(`${gate.id}: ${said.status} after ${said.durationMs} ms`);
  return said;
}

function testedBy(said: Report): Tested {
  return { status: said.status, packages: isTaskReport(said) ? said.packages : [] };
}

function isTaskReport(said: Report): said is TaskReport {
  return 'packages' in said;
}
