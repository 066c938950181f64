import type { Command } from '../../command.ts';
import type { Options } from '../../options.ts';
import { reportOutcome } from '../../report-outcome.ts';

const options = {
  features: { kind: 'list', default: [], about: 'The features to judge, by name; all where none is named.' },
  requireFresh: {
    kind: 'switch',
    default: false,
    about: 'A report of which nobody knows whether its sources have changed since is refused.',
  },
} satisfies Options;

export const command = {
  words: ['coverage', 'check'],
  summary: 'Judges the tests of each feature by the coverage bands of its manifest.',
  options,
  positionals: ['features'],
  examples: ['formwork coverage check', 'formwork coverage check orders'],
  reports: true,
  run: async (asked, context) => {
    const { runCheck } = await import('../../../coverage/check/run-check.ts');
    return reportOutcome(runCheck(asked, context));
  },
} satisfies Command<typeof options>;
