import { exitOf } from '../../../report/report.ts';
import { gateIds } from '../../../gates/gate-ids.ts';
import type { Command } from '../../command.ts';
import type { Options } from '../../options.ts';

const options = {
  base: { kind: 'text', default: null, about: 'The branch or commit that changes are compared with; without it, git is asked.' },
  all: { kind: 'switch', default: false, about: 'Every package, not only those that what changed can reach.' },
  noDrafts: { kind: 'switch', default: false, about: 'A draft is an error: what a finished task and a release must pass.' },
  only: { kind: 'list', default: [], about: `Only these gates: ${gateIds.join(', ')}.` },
  skip: { kind: 'list', default: [], about: 'Not these gates.' },
} satisfies Options;

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
