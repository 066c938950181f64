import { z } from 'zod';
import type { Command } from '../../command.ts';
import { reportOutcome } from '../../report-outcome.ts';

const options = z.object({
  feature: z.array(z.string()).default([]).describe('Only this feature, by its name; may be given more than once.'),
  requireFresh: z.boolean().default(false).describe('A report of which nobody knows whether its sources have changed since is refused.'),
});

export const command = {
  words: ['coverage', 'check'],
  summary: 'Judges the tests of each feature by the coverage bands of its manifest.',
  options,
  positionals: [],
  examples: ['formwork coverage check', 'formwork coverage check --feature orders'],
  reports: true,
  run: async (asked, context) => {
    const { runCheck } = await import('../../../coverage/check/run-check.ts');
    return reportOutcome(runCheck(asked, context));
  },
} satisfies Command<typeof options>;
