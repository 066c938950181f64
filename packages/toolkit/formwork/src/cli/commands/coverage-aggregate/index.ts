import { z } from 'zod';
import type { Command } from '../../command.ts';
import { reportOutcome } from '../../report-outcome.ts';

const options = z.object({
  requireFresh: z.boolean().default(false).describe('A report of which nobody knows whether its sources have changed since is refused.'),
  history: z.boolean().default(false).describe('Append the totals of the commit that is checked out to coverage/history.jsonl.'),
});

export const command = {
  words: ['coverage', 'aggregate'],
  summary: "Merges every package's coverage to coverage/lcov.info and coverage/summary.json.",
  options,
  positionals: [],
  examples: ['formwork coverage aggregate', 'formwork coverage aggregate --require-fresh --history'],
  reports: true,
  run: async (asked, context) => {
    const { runAggregate } = await import('../../../coverage/aggregate/run-aggregate.ts');
    return reportOutcome(await runAggregate(asked, context));
  },
} satisfies Command<typeof options>;
