import type { UndoPlan } from '../../../edits/read-undo.ts';
import type { Command } from '../../command.ts';
import type { Options } from '../../options.ts';

const options = {
  plan: { kind: 'switch', default: false, about: 'Say what would be taken back, and change nothing.' },
  install: { kind: 'switch', default: true, about: 'Install at the end, where what is installed changed.' },
  wait: { kind: 'number', default: 60, least: 0, about: 'How many seconds to wait for another run.' },
} satisfies Options;

export const command = {
  words: ['undo'],
  summary: 'Takes the last run back: files, folders, and the lockfile.',
  options,
  positionals: [],
  examples: ['formwork undo', 'formwork undo --plan', 'formwork undo --no-install'],
  recovers: true,
  run: async ({ plan: onlyPlan, install, wait }, { machine, root }) => {
    const waitMs = wait * 1000;
    if (!onlyPlan) {
      const { undoLastRun } = await import('../../../edits/undo.ts');
      const undone = await undoLastRun(machine, root, { install, waitMs });
      return { exitCode: 0, data: undone, text: () => wordsFor(undone, { something: 'Taken back', nothing: 'It is off the record now; no file was changed.' }) };
    }
    const { recover } = await import('../../../edits/recover.ts');
    const { readUndo } = await import('../../../edits/read-undo.ts');
    await recover(machine, root, { waitMs });
    const { plan } = await readUndo(machine, root);
    return { exitCode: 0, data: plan, text: () => wordsFor(plan, { something: 'Would take back', nothing: 'It would go off the record; no file would change.' }) };
  },
} satisfies Command<typeof options>;

function wordsFor(
  { command: done, restore, remove, leftovers, lockfile, install }: Omit<UndoPlan, 'schema'>,
  say: { readonly something: string; readonly nothing: string },
): string {
  const isNothing = [...restore, ...remove, ...leftovers].length === 0 && lockfile === 'as it is' && !install;
  if (isNothing) return `Nothing is left of: ${done}\n\n${say.nothing}\n`;
  const lines = [
    `${say.something}: ${done}`,
    '',
    ...remove.map((path) => `  - ${path}`),
    ...leftovers.map((path) => `  - ${path} (ignored by git)`),
    ...restore.map((path) => `  ~ ${path}`),
    ...(lockfile === 'restore' ? ['  ~ pnpm-lock.yaml'] : []),
    ...(install ? ['', 'Then:  pnpm install'] : []),
  ];
  return `${lines.join('\n')}\n`;
}
