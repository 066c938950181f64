import { z } from 'zod';
import type { Command } from '../../command.ts';
import { reportOutcome } from '../../report-outcome.ts';

const file = z.string().meta({ format: 'path' });

const options = z.object({
  base: z.string().nullable().default(null).describe('The branch or commit that changes are compared with; without it, git is asked.'),
  lcov: z.array(file).default([]).describe('A report to read; without it, the coverage/lcov.info of each package, or of the repository.'),
  jsonReport: z
    .array(file)
    .default([])
    .describe("A report in istanbul's form, for statements that share a line; the coverage-final.json beside an lcov is read anyway."),
  allowlist: file
    .nullable()
    .default(null)
    .describe('The module that exports what no test can run: allowlist, [{ file, match?, reason }].'),
  diffFile: file.nullable().default(null).describe('A diff that was made elsewhere, instead of asking git; - reads it from stdin.'),
  requireFresh: z.boolean().default(false).describe('Refuse reports of which nobody can say whether they measured what lies here.'),
  baseLcov: z.array(file).default([]).describe("The base's report: tells which untouched lines have lost their coverage."),
  html: file.nullable().default(null).describe('Where to write the changed files with their lines coloured, as one page.'),
});

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
