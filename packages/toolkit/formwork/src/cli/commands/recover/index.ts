import { z } from 'zod';
import type { Command } from '../../command.ts';

const options = z.object({
  wait: z.number().min(0).default(60).describe('How many seconds to wait for another run.'),
});

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
