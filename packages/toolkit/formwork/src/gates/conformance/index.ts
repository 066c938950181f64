import { judge } from '../../conformance/judge.ts';
import { finding, type Finding } from '../../report/finding.ts';
import { report } from '../../report/report.ts';
import type { Gate } from '../gate.ts';

export const conformanceGate = {
  id: 'conformance',
  why: 'What features declare closes: what one hears another says, and what is declared is done.',
  run: async ({ machine, workspace, noDrafts }) => {
    const startedAt = machine.now();
    const findings = judge(workspace);
    return report({
      gate: 'conformance',
      inspected: { features: workspace.features.length, contracts: workspace.contracts.length, files: workspace.filesRead },
      durationMs: machine.now() - startedAt,
      findings: noDrafts ? findings.map(owed) : findings,
    });
  },
} as const satisfies Gate<'conformance'>;

function owed(found: Finding): Finding {
  return found.severity === 'pending' ? finding({ ...found, severity: 'error' }) : found;
}
