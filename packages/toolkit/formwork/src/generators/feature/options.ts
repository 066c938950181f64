import { z } from 'zod';
import { nameOption } from '../name-option.ts';

export const options = z.object({
  name: nameOption('feature').describe('The feature, by what it is about: billing.'),
  entity: nameOption('entity').optional().describe("What it keeps; the name's last word in the singular, where nothing is said."),
  useCases: z
    .array(nameOption('use case'))
    .min(1)
    .refine((names) => new Set(names).size === names.length, 'names one use case twice')
    .optional()
    .describe('What it does, verbs first; create-<entity> and get-<entity>, where nothing is said.'),
  description: z
    .string()
    .regex(/^[^\p{Cc}]{1,200}$/u, 'has to be one line of at most 200 letters')
    .optional()
    .describe('One sentence for its README.'),
});

export type FeatureOptions = z.output<typeof options>;
