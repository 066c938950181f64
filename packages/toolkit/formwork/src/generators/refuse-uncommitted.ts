import type { Plan } from '../edits/plan.ts';
import { FormworkError } from '../report/formwork-error.ts';
import type { Machine } from '../report/machine.ts';

/**
 * Throws `generator/uncommitted` where a file that the plan changes has edits that git does not have yet: they would be mixed with the run's.
 * Where there is no git repository, nothing can be told, and nothing is refused.
 */
export async function refuseUncommitted(plan: Plan, { run }: Machine, root: string): Promise<void> {
  const changed = plan.edits.filter(({ before }) => before !== null).map(({ path }) => path);
  if (changed.length === 0) return;
  const { stdout } = await run(['git', 'status', '--porcelain', '-z', '--no-renames', '--', ...changed], { folder: root });
  const [first] = stdout.split('\0');
  if (first === undefined || first === '') return;
  const file = first.slice(3);
  throw new FormworkError({
    code: 'generator/uncommitted',
    message: `${file} has edits that are not committed, and this run would change it.`,
    fix: 'Commit them first, or run it with --allow-dirty.',
    file,
  });
}
