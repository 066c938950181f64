import type { Command } from '../../command.ts';
import type { Options } from '../../options.ts';
import { reportOutcome } from '../../report-outcome.ts';

const options = {
  noDrafts: { kind: 'switch', default: false, about: 'A draft is an error: what a finished task and a release must pass.' },
  feature: { kind: 'text', default: null, about: 'Shows only what concerns this feature; everything is judged all the same.' },
  base: { kind: 'text', default: null, about: 'Taken as by the other gates, and not needed: the tree is judged as it is.' },
} satisfies Options;

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
