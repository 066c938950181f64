import { z } from 'zod';
import type { Command } from '../../command.ts';
import { reportOutcome } from '../../report-outcome.ts';

const options = z.object({
  features: z.array(z.string()).default([]).describe('The features to mutate, by name; all where none is named.'),
  base: z
    .string()
    .nullable()
    .default(null)
    .describe('Mutates only lines that changed since this branch or commit; without it, all that the manifests name.'),
});

export const command = {
  words: ['coverage', 'mutate'],
  summary: 'Changes the code of features in small ways, and asks whether a test notices.',
  options,
  positionals: ['features'],
  examples: ['formwork coverage mutate orders', 'formwork coverage mutate --base main', 'formwork coverage mutate'],
  reports: true,
  run: async (asked, context) => {
    const { runMutate } = await import('../../../coverage/mutate/run-mutate.ts');
    return reportOutcome(await runMutate(asked, context));
  },
} satisfies Command<typeof options>;
