import { z } from 'zod';
import { exitOf } from '../../../report/report.ts';
import { gateIds } from '../../../gates/gate-ids.ts';
import type { Command } from '../../command.ts';

const options = z.object({
  base: z.string().nullable().default(null).describe('The branch or commit that changes are compared with; without it, git is asked.'),
  all: z.boolean().default(false).describe('Every package, not only those that what changed can reach.'),
  noDrafts: z.boolean().default(false).describe('A draft is an error: what a finished task and a release must pass.'),
  only: z
    .array(z.string())
    .default([])
    .describe(`Only these gates: ${gateIds.join(', ')}.`),
  skip: z.array(z.string()).default([]).describe('Not these gates.'),
});

export const command = {
  words: ['gates'],
  summary: 'Runs every gate on what changed, and gives one verdict.',
  options,
  positionals: [],
  examples: [
    'formwork gates',
    'formwork gates --base main --no-drafts',
    'formwork gates --all --format json',
    'formwork gates --only typecheck --only lint',
  ],
  reports: true,
  run: async (asked, context) => {
    const { runGates } = await import('../../../gates/run-gates.ts');
    const { renderVerdict } = await import('../../../gates/render-verdict.ts');
    const verdict = await runGates(asked, context);
    return { exitCode: exitOf(verdict.status), data: verdict, text: (how) => renderVerdict(verdict, how), reports: verdict.gates };
  },
} satisfies Command<typeof options>;
