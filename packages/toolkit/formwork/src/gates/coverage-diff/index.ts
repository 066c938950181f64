import { join } from 'node:path';
import { nothingAllowed } from '../../coverage/diff/allowlist.ts';
import { changesSince } from '../../coverage/diff/changes-since.ts';
import { diff } from '../../coverage/diff/diff.ts';
import { readAllowlist } from '../../coverage/diff/read-allowlist.ts';
import { isTested, readReport } from '../../coverage/lcov/reports.ts';
import type { Gate } from '../gate.ts';
import { testsRan } from '../tests-ran.ts';

/** Where a repository keeps its allowlist. */
const policy = 'scripts/coverage/diff.mjs';

export const coverageDiffGate = {
  id: 'coverage:diff',
  why: 'Every line that changed is run by a test.',
  run: async (context) => {
    const { machine, root, base, workspace } = context;
    const untrusted = new Set((await testsRan(context))?.filter(({ trusted }) => !trusted).map(({ name }) => name));
    const packages = workspace.packages.filter(isTested);
    const { said } = await diff({
      changes: changesSince(base, context),
      reports: packages.filter(({ name }) => !untrusted.has(name)).flatMap((one) => readReport(one, context) ?? []),
      allowlist: machine.files.kind(join(root, policy)) === null ? nothingAllowed : readAllowlist(root, policy, machine.files),
      untested: packages.filter(({ name }) => untrusted.has(name)),
      details: [],
      requireFresh: true,
      before: [],
    }, context);
    return said;
  },
} as const satisfies Gate<'coverage:diff'>;
