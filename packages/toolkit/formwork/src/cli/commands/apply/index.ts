import { isAbsolute, join } from 'node:path';
import type { AppliedRun } from '../../../edits/apply-plan.ts';
import { FormworkError } from '../../../report/formwork-error.ts';
import type { Machine } from '../../../report/machine.ts';
import type { Command } from '../../command.ts';
import type { Options } from '../../options.ts';

const options = {
  plan: { kind: 'text', about: 'The file that holds what --plan printed; - for stdin.' },
  allowDirty: { kind: 'switch', default: false, about: 'Change files that have uncommitted edits, too.' },
  wait: { kind: 'number', default: 60, least: 0, about: 'How many seconds to wait for another run.' },
} satisfies Options;

export const command = {
  words: ['apply'],
  summary: 'Does exactly what a plan says, or nothing where the tree has moved since.',
  options,
  positionals: ['plan'],
  examples: ['formwork apply plan.json', 'formwork gen feature billing --plan --json | formwork apply -'],
  recovers: true,
  run: async ({ plan, allowDirty, wait }, { machine, root }) => {
    const { applyPlan } = await import('../../../edits/apply-plan.ts');
    const { parsePlan } = await import('../../../edits/parse-plan.ts');
    const applied = await applyPlan(parsePlan(await readPlan(plan, machine)), machine, root, { allowDirty, waitMs: wait * 1000 });
    return { exitCode: 0, data: applied, text: () => wordsFor(applied) };
  },
} satisfies Command<typeof options>;

async function readPlan(path: string, { files, folder, stdin }: Machine): Promise<string> {
  if (path === '-') return stdin.read();
  const text = files.readIfPresent(isAbsolute(path) ? path : join(folder, path));
  if (text !== null) return text;
  throw new FormworkError({
    code: 'plan/missing',
    message: `There is no file ${path}.`,
    fix: 'Name the file that --plan --json was printed into.',
  });
}

function wordsFor({ run, made, changed }: AppliedRun): string {
  if (run === null) return 'Nothing to do: the plan is empty.\n';
  const lines = [...made.map((path) => `  + ${path}`), ...changed.map((path) => `  ~ ${path}`), '', 'Take it back:  pnpm formwork undo'];
  return `${lines.join('\n')}\n`;
}
