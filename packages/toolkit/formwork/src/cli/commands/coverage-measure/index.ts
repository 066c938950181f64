import { z } from 'zod';
import { report } from '../../../report/report.ts';
import type { Command, Outcome } from '../../command.ts';

const options = z.object({
  report: z.string().meta({ format: 'path' }).default('coverage/lcov.info').describe('Where the command leaves its lcov, relative to the current folder.'),
  always: z.boolean().default(false).describe('The command measures though none of its words is --coverage.'),
  command: z.tuple([z.string()], z.string()).describe('What runs the tests, with its words.'),
});

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
