import { z } from 'zod';
import type { Command } from '../../command.ts';
import { reportOutcome } from '../../report-outcome.ts';

const options = z.object({});

export const command = {
  words: ['coverage', 'aggregate'],
  summary: "Merges every package's coverage to coverage/lcov.info and coverage/summary.json.",
  options,
  positionals: [],
  examples: ['formwork coverage aggregate'],
  reports: true,
  run: async (_asked, context) => {
    const { aggregate } = await import('../../../coverage/aggregate/aggregate.ts');
    const { testedPackages } = await import('../../../coverage/lcov/tested-packages.ts');
    return reportOutcome(aggregate(testedPackages(context), context));
  },
} satisfies Command<typeof options>;
