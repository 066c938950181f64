import type { Command } from '../../command.ts';
import type { Options } from '../../options.ts';

const options = {
  wait: { kind: 'number', default: 60, least: 0, about: 'How many seconds to wait for another run.' },
} satisfies Options;

export const command = {
  words: ['recover'],
  summary: 'Takes an interrupted run back, as every command does first.',
  options,
  positionals: [],
  examples: ['formwork recover'],
  recovers: true,
  run: async ({ wait }, { machine, root }) => {
    const { recover } = await import('../../../edits/recover.ts');
    await recover(machine, root, { waitMs: wait * 1000 });
    return { exitCode: 0, data: { schema: 'formwork/recovered@1' }, text: () => 'No run is interrupted.\n' };
  },
} satisfies Command<typeof options>;
