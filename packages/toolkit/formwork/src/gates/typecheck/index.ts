import type { Gate, TaskReport } from '../gate.ts';
import { taskReport } from '../turbo/task-report.ts';
import { tscFindings } from './tsc-findings.ts';

export const typecheckGate = {
  id: 'typecheck',
  why: 'A type that does not fit is the earliest sign that an effect is not declared or a contract is not met.',
  run: (context) => taskReport('typecheck', context, (run) => ({ findings: tscFindings(run, context.root) })),
} as const satisfies Gate<'typecheck', TaskReport>;
