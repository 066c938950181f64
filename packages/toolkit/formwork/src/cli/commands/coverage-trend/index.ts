import type { Command } from '../../command.ts';
import type { Options } from '../../options.ts';

const options = {
  package: { kind: 'text', default: null, about: 'A package by its name; without it, the whole repository.' },
  last: { kind: 'number', default: 30, least: 1, isWhole: true, about: 'How many entries of the history, from the end.' },
  svg: { kind: 'text', isPath: true, default: null, about: 'A file to draw it into, as SVG.' },
} satisfies Options;

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
