import type { Command } from '../../command.ts';
import type { Options } from '../../options.ts';
import { reportOutcome } from '../../report-outcome.ts';

const options = {
  base: { kind: 'text', default: null, about: 'The branch or commit that changes are compared with; without it, git is asked.' },
  lcov: {
    kind: 'list',
    isPath: true,
    default: [],
    about: 'A report to read; without it, the coverage/lcov.info of each package, or of the repository.',
  },
  jsonReport: {
    kind: 'list',
    isPath: true,
    default: [],
    about: "A report in istanbul's form, for statements that share a line; the coverage-final.json beside an lcov is read anyway.",
  },
  allowlist: {
    kind: 'text',
    isPath: true,
    default: null,
    about: 'The module that exports what no test can run: allowlist, [{ file, match?, reason }].',
  },
  diffFile: {
    kind: 'text',
    isPath: true,
    default: null,
    about: 'A diff that was made elsewhere, instead of asking git; - reads it from stdin.',
  },
  requireFresh: { kind: 'switch', default: false, about: 'Refuse reports of which nobody can say whether they measured what lies here.' },
  baseLcov: { kind: 'list', isPath: true, default: [], about: "The base's report: tells which untouched lines have lost their coverage." },
  html: { kind: 'text', isPath: true, default: null, about: 'Where to write the changed files with their lines coloured, as one page.' },
} satisfies Options;

export const command = {
  words: ['coverage', 'diff'],
  anywhere: true,
  summary: 'Asks whether a test runs every line that changed.',
  options,
  positionals: [],
  examples: ['formwork coverage diff --base main', 'formwork coverage diff --base main --lcov packages/*/coverage/lcov.info'],
  reports: true,
  run: async (asked, context) => {
    const { runDiff } = await import('../../../coverage/diff/run-diff.ts');
    return reportOutcome(await runDiff(asked, context));
  },
} satisfies Command<typeof options>;
