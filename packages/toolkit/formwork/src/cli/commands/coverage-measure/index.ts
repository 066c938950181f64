import { report } from '../../../report/report.ts';
import type { Command, Outcome } from '../../command.ts';
import type { Options } from '../../options.ts';

const options = {
  report: {
    kind: 'text',
    isPath: true,
    default: 'coverage/lcov.info',
    about: 'Where the command leaves its lcov, relative to the current folder.',
  },
  always: { kind: 'switch', default: false, about: 'The command measures though none of its words is --coverage.' },
  command: { kind: 'list', about: 'What runs the tests, with its words.' },
} satisfies Options;

export const command = {
  words: ['coverage', 'measure'],
  anywhere: true,
  summary: "Runs a package's tests, and writes down which sources they measured.",
  options,
  positionals: [],
  examples: ['formwork coverage measure -- vitest run --coverage', 'formwork coverage measure --always -- c8 node --test'],
  passesOn: 'command',
  run: async (asked, { machine, root }): Promise<Outcome> => {
    const startedAt = machine.now();
    const { measure } = await import('../../../coverage/freshness/measure.ts');
    const { exitCode, sources, findings } = await measure(asked, { machine, root });
    if (findings.length === 0) return { exitCode, data: null, text: () => '' };
    const { renderText } = await import('../../../report/renderers/text/index.ts');
    const said = report({ gate: 'coverage:measure', inspected: { sources }, durationMs: machine.now() - startedAt, findings });
    return { exitCode, data: said, text: (how) => renderText(said, how) };
  },
} satisfies Command<typeof options>;
