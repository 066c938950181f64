import type { Gate, TaskReport } from '../gate.ts';
import { taskReport } from '../turbo/task-report.ts';
import { eslintFindings } from './eslint-findings.ts';

export const lintGate = {
  id: 'lint',
  why: 'A rule that sees one file says at once, and with the place, what the manifest does not allow.',
  run: (context) => taskReport('lint', context, (run) => ({ findings: eslintFindings(run, context.root) })),
} as const satisfies Gate<'lint', TaskReport>;
