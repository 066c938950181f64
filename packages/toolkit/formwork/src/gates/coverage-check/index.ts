import { check } from '../../coverage/check/check.ts';
import { unreadAbout } from '../../workspace/unread-about.ts';
import type { Gate } from '../gate.ts';
import { testsRan } from '../tests-ran.ts';

export const coverageCheckGate = {
  id: 'coverage:check',
  why: 'Every layer of every feature meets the coverage band of its manifest, whatever runs its tests.',
  run: async (context) => {
    const ran = await testsRan(context);
    const runOf = ({ package: { name } }: { readonly package: { readonly name: string } }) => ran?.find((one) => one.name === name);
    const said = check(context.workspace, context, {
      asked: (feature) => ran === null || runOf(feature)?.trusted === true,
      unread: context.gates.includes('conformance') ? [] : unreadAbout(context.workspace.features, context.workspace),
      told: (ran ?? []).flatMap(({ missedBands }) => missedBands),
    });
    const failed = context.workspace.features.filter((feature) => runOf(feature)?.trusted === false).map((feature) => feature.package.name);
    const remark = failed.length === 0 ? [] : [`not judged, as their tests failed: ${failed.join(', ')}`];
    return { ...said, note: [said.note, ...remark].filter((note) => note !== null).join('; ') || null };
  },
} as const satisfies Gate<'coverage:check'>;
