import type { z } from 'zod';
import { applyPlan } from '../edits/apply-plan.ts';
import type { Plan } from '../edits/plan.ts';
import { planEdits } from '../edits/plan-edits.ts';
import type { Machine } from '../report/machine.ts';
import type { Kind } from './kind.ts';
import { parseOptions } from './parse-options.ts';
import { readSurroundings } from './read-surroundings.ts';
import { refuseUncommitted } from './refuse-uncommitted.ts';
import { formworkVersion } from './version.ts';

/** What is asked of a run, beside the kind's own options. */
export type HowToRun = {
  /** Only say what would be done. */
  readonly plan: boolean;
  /** Run the follow-ups. */
  readonly install: boolean;
  /** Change files whatever git says of them. */
  readonly allowDirty: boolean;
};

/**
 * Makes one thing: options to plan, and unless only the plan is asked, plan to disk. Returns the plan.
 * `typed` are the kind's options as users gave them. Throws `FormworkError`, and then nothing has been written.
 */
export async function runGenerator<Options extends z.ZodObject>(
  kind: Kind<Options>,
  typed: Readonly<Record<string, unknown>>,
  machine: Machine,
  root: string,
  { plan: onlyPlan, install, allowDirty }: HowToRun,
): Promise<Plan> {
  const options = parseOptions(kind, typed);
  const about = { feature: kind.featureOf(options), templatesOf: kind.templatesOf };
  const { edits, followUps } = kind.produce(options, readSurroundings(about, machine, root, formworkVersion()));
  const command = `gen ${kind.id} ${kind.positionals.map((key) => String(options[key])).join(' ')}`;
  const plan = planEdits(edits, { files: machine.files, root, command, followUps: install ? followUps : [] });
  if (onlyPlan || plan.edits.length === 0) return plan;
  if (!allowDirty) await refuseUncommitted(plan, machine, root);
  await applyPlan(plan, machine, root);
  return plan;
}
