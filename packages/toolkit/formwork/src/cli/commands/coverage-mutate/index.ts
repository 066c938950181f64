import type { Command } from '../../command.ts';
import type { Options } from '../../options.ts';
import { reportOutcome } from '../../report-outcome.ts';

const options = {
  features: { kind: 'list', default: [], about: 'The features to mutate, by name; all where none is named.' },
  base: {
    kind: 'text',
    default: null,
    about: 'Mutates only lines that changed since this branch or commit; without it, all that the manifests name.',
  },
} satisfies Options;

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
