import { z } from 'zod';

const place = z.object({ line: z.number(), column: z.number() });

const mutantSchema = z.looseObject({
  replacement: z.string().default(''),
  status: z.enum(['Killed', 'Survived', 'NoCoverage', 'Timeout', 'CompileError', 'RuntimeError', 'Ignored', 'Pending']),
  statusReason: z.string().default(''),
  /** Runs while its module is loaded, so that every test may notice it. */
  static: z.boolean().default(false),
  /** Ids of tests. */
  coveredBy: z.array(z.string()).default([]),
  killedBy: z.array(z.string()).default([]),
  /** From 1; the end is the place behind the last character. */
  location: z.object({ start: place, end: place }),
});

/**
 * What Stryker's JSON reporter writes, and what it takes back to start from. Files are relative to the package that was mutated, with `/`;
 * keys that are not named here are kept.
 */
export const strykerReportSchema = z.looseObject({
  files: z.record(z.string(), z.looseObject({ source: z.string(), mutants: z.array(mutantSchema) })),
  testFiles: z.record(z.string(), z.looseObject({ tests: z.array(z.looseObject({ id: z.string() })) })).default({}),
});

export type StrykerReport = z.output<typeof strykerReportSchema>;
export type Mutant = z.output<typeof mutantSchema>;
