import { z } from 'zod';
import { assertPlan, planInvalid } from './assert-plan.ts';
import type { Plan } from './plan.ts';

const planSchema = z.strictObject({
  schema: z.literal('formwork/plan@1'),
  command: z.string().regex(/^[^\p{Cc}]{1,1000}$/u, 'is not one line of text'),
  edits: z.array(
    z.strictObject({
      path: z.string(),
      before: z
        .string()
        .regex(/^[0-9a-f]{64}$/, 'is no SHA-256')
        .nullable(),
      after: z.string(),
    }),
  ),
  followUps: z.array(z.strictObject({ argv: z.tuple([z.literal('pnpm'), z.literal('install')]) })),
});

/** The plan that `--plan` printed, from its text. Throws `plan/invalid`. */
export function parsePlan(text: string): Plan {
  const checked = planSchema.safeParse(parseJson(text));
  if (!checked.success) throw planInvalid(z.prettifyError(checked.error).replaceAll(/\s+/g, ' '));
  assertPlan(checked.data);
  return checked.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw planInvalid(`it is not JSON (${String(error)})`);
  }
}
