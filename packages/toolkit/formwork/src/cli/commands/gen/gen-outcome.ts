import type { Plan } from '../../../edits/plan.ts';
import type { HowToRun } from '../../../generators/run-generator.ts';
import type { Files } from '../../../report/machine.ts';
import type { Outcome } from '../../command.ts';

/** What `gen` says: the plan itself where only that was asked, else what was made and what to type next. */
export async function genOutcome(
  kind: string,
  plan: Plan,
  { plan: onlyPlan, install }: HowToRun,
  { files, root }: { readonly files: Files; readonly root: string },
): Promise<Outcome> {
  if (onlyPlan) {
    const { renderDiff } = await import('../../../edits/render-diff.ts');
    return { exitCode: 0, data: plan, text: () => renderDiff(plan, files, root) };
  }
  const created = plan.edits.filter(({ before }) => before === null).map(({ path }) => path);
  const changed = plan.edits.filter(({ before }) => before !== null).map(({ path }) => path);
  const next = plan.edits.length === 0 ? [] : [...(install ? [] : [['pnpm', 'install']]), ['pnpm', 'gates'], ['pnpm', 'formwork', 'undo']];
  return {
    exitCode: 0,
    data: { schema: 'formwork/gen@1', kind, created, changed, next },
    text: () => (plan.edits.length === 0 ? 'Nothing to do: everything is there already.\n' : wordsFor(created, changed, install)),
  };
}

function wordsFor(created: readonly string[], changed: readonly string[], installed: boolean): string {
  const lines = [
    ...created.map((path) => `  + ${path}`),
    ...changed.map((path) => `  ~ ${path}`),
    '',
    ...(installed ? [] : ['Link it:       pnpm install']),
    'Check it:      pnpm gates',
    'Take it back:  pnpm formwork undo',
  ];
  return `${lines.join('\n')}\n`;
}
