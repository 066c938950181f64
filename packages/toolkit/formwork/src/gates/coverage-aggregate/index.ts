import { aggregate } from '../../coverage/aggregate/aggregate.ts';
import type { Gate } from '../gate.ts';
import { testsRan } from '../tests-ran.ts';

export const coverageAggregateGate = {
  id: 'coverage:aggregate',
  why: 'What is covered across the repository is one number that everybody sees, and a package without a report is seen too.',
  run: async (context) => {
    const ran = await testsRan(context);
    const isChecked = context.gates.includes('coverage:check');
    const { report } = aggregate(context.workspace, context, {
      trusted: ({ name }) => ran?.find((one) => one.name === name)?.trusted ?? true,
      expected: ({ name }) => ran === null || ran.some((one) => one.name === name),
      toldElsewhere: ({ name }) => isChecked && context.workspace.features.some((feature) => feature.package.name === name),
    });
    return report;
  },
} as const satisfies Gate<'coverage:aggregate'>;
