import type { Command } from '../../command.ts';
import type { Options } from '../../options.ts';
import { reportOutcome } from '../../report-outcome.ts';

const options = {
  requireFresh: {
    kind: 'switch',
    default: false,
    about: 'A report of which nobody knows whether its sources have changed since is refused.',
  },
  history: { kind: 'switch', default: false, about: 'Append the totals of the commit that is checked out to coverage/history.jsonl.' },
} satisfies Options;

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
