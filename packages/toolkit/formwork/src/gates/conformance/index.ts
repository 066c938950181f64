import { conformanceReport } from '../../conformance/conformance-report.ts';
import type { Gate } from '../gate.ts';

export const conformanceGate = {
  id: 'conformance',
  why: 'What features declare closes: what one hears another says, and what is declared is done.',
  run: async ({ machine, workspace, noDrafts }) => {
    const startedAt = machine.now();
    return conformanceReport(workspace, { noDrafts, feature: null }, () => machine.now() - startedAt);
  },
} as const satisfies Gate<'conformance'>;
