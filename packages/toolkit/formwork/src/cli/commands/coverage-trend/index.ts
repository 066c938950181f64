import { z } from 'zod';
import type { Command } from '../../command.ts';

const options = z.object({
  package: z.string().nullable().default(null).describe('A package by its name; without it, the whole repository.'),
  last: z.int().positive().default(30).describe('How many entries of the history, from the end.'),
  svg: z.string().meta({ format: 'path' }).nullable().default(null).describe('A file to draw it into, as SVG.'),
});

const widthElsewhere = 80;

export const command = {
  words: ['coverage', 'trend'],
  summary: 'Draws how coverage has moved, from coverage/history.jsonl.',
  options,
  positionals: [],
  examples: ['formwork coverage trend', 'formwork coverage trend --package @repo/orders --svg coverage/trend.svg'],
  run: async (asked, context) => {
    const { runTrend } = await import('../../../coverage/aggregate/trend/run-trend.ts');
    const { drawTrend } = await import('../../../coverage/aggregate/trend/draw-trend.ts');
    const trend = await runTrend(asked, context);
    const columns = context.machine.stdout.columns ?? widthElsewhere;
    const text = (how: { readonly color: boolean }): string =>
      trend.points.length === 0 ? noHistory : drawTrend(trend, { ...how, columns });
    return { exitCode: 0, data: trend.entries, text };
  },
} satisfies Command<typeof options>;

const noHistory = `note: coverage/history.jsonl holds nothing yet.
Run pnpm coverage:aggregate -- --history after each merge, and commit what it appends.
`;
