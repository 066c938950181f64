import type { Command } from '../../command.ts';
import type { Options } from '../../options.ts';
import { reportOutcome } from '../../report-outcome.ts';

const options = {
  base: { kind: 'text', default: null, about: 'The branch or commit that changes are compared with; without it, git is asked.' },
} satisfies Options;

export const command = {
  words: ['fallow', 'audit'],
  summary: 'Looks for dead code, cycles and unlisted dependencies in what changed.',
  options,
  positionals: [],
  examples: ['formwork fallow audit', 'formwork fallow audit --base main'],
  reports: true,
  run: async ({ base: flag }, { machine, root }) => {
    const { resolveBase } = await import('../../../report/resolve-base.ts');
    const { readConfig } = await import('../../../workspace/read-config.ts');
    const { audit } = await import('../../../gates/fallow-audit/audit.ts');
    const base = await resolveBase(machine, root, { flag, config: readConfig(root, machine.files).base });
    return reportOutcome(await audit(base, { machine, root }));
  },
} satisfies Command<typeof options>;
