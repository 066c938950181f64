import type { z } from 'zod';
import { applyPlan } from '../edits/apply-plan.ts';
import type { Plan } from '../edits/plan.ts';
import { planEdits } from '../edits/plan-edits.ts';
import { FormworkError } from '../report/formwork-error.ts';
import type { Machine } from '../report/machine.ts';
import type { Kind } from './kind.ts';
import { parseOptions } from './parse-options.ts';
import { readSurroundings } from './read-surroundings.ts';
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

/** How often other runs may come first. */
const mostTries = 10;

/**
 * Makes one thing: options to plan, and unless only the plan is asked, plan to disk. Returns the plan.
 * `typed` are the kind's options as users gave them. Throws `FormworkError`, and then the tree is as it was.
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
  const command = `gen ${kind.id} ${kind.positionals.map((key) => String(options[key])).join(' ')}`;
  const planned = (): Plan => {
    const { edits, followUps } = kind.produce(options, readSurroundings(about, machine, root, formworkVersion()));
    return planEdits(edits, { files: machine.files, root, command, followUps: install ? followUps : [] });
  };

  const apply = async (plan: Plan, triesLeft: number): Promise<Plan> => {
    try {
      await applyPlan(plan, machine, root, { allowDirty });
    } catch (error) {
      if (triesLeft === 0 || !(error instanceof FormworkError && error.code === 'plan/stale')) throw error;
      // Another run was first: what is to be done now follows from what that one left.
      return apply(planned(), triesLeft - 1);
    }
    return plan;
  };
  return onlyPlan ? planned() : apply(planned(), mostTries - 1);
}
