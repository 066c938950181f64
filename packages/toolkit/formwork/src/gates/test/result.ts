import { z } from 'zod';

/** What a test runner leaves in `test-result.json`, as far as it is read here: the shape of Jest's and vitest's JSON reporters. */
const resultSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      /** Absolute, or relative to the package. */
      name: z.string(),
      status: z.string().optional(),
      /** Why a file failed before any of its tests ran. */
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          location: z.object({ line: z.number(), column: z.number() }).nullish(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

export type TestResult = z.output<typeof resultSchema>;

/** The result in its text; null where the text is none. */
export function parseResult(text: string): TestResult | null {
  try {
    return resultSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
