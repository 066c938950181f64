import { z } from 'zod';
import type { Command } from '../../command.ts';
import { reportOutcome } from '../../report-outcome.ts';

const options = z.object({
  noDrafts: z.boolean().default(false).describe('A draft is an error: what a finished task and a release must pass.'),
  feature: z.string().nullable().default(null).describe('Shows only what concerns this feature; everything is judged all the same.'),
  base: z.string().nullable().default(null).describe('Taken as by the other gates, and not needed: the tree is judged as it is.'),
});

export const command = {
  words: ['conformance'],
  summary: 'Judges whether what all manifests declare closes, and whether the code does it.',
  options,
  positionals: [],
  examples: ['formwork conformance', 'formwork conformance --no-drafts', 'formwork conformance --feature orders --format json'],
  reports: true,
  run: async (asked, { machine, root }) => {
    const { runConformance } = await import('../../../conformance/run-conformance.ts');
    return reportOutcome(runConformance(machine, root, asked));
  },
} satisfies Command<typeof options>;
