import { z } from 'zod';

const insideTheRepository = z
  .string()
  .regex(/^(?!\/)(?!.*\\)(?!(?:.*\/)?\.{0,2}(?:\/|$)).+$/, "has to be a path inside the repository, like 'packages/features'");

export const rootsSchema = z.strictObject({
  features: insideTheRepository.default('packages/features').describe('Where features lie, one package each.'),
  contracts: insideTheRepository.default('packages/contracts').describe('Where the contracts packages of the features lie.'),
  cores: insideTheRepository.default('packages/core').describe('Where the cores lie.'),
});

/** What `formwork.json` may say. The JSON Schema beside the package is derived from it. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().describe('Where the JSON Schema of this file lies, for editors.'),
  scope: z
    .string()
    .regex(/^@[a-z0-9~-][a-z0-9._~-]*$/, "has to be an npm scope, like '@repo'")
    .default('@repo')
    .describe('The npm scope of what the generators make.'),
  roots: rootsSchema.prefault({}).describe('The folders that formwork reads and writes in, relative to this file.'),
  base: z
    .string()
    .regex(/^[^\s-]/, "has to be a branch or a commit, like 'origin/main'")
    .nullable()
    .default(null)
    .describe('The branch or commit that changes are compared with; null asks git.'),
  gates: z.array(z.string()).min(1).nullable().default(null).describe('Which gates run, by id; null is all of them.'),
  composition: insideTheRepository
    .nullable()
    .default(null)
    .describe('The file that calls composeFeatures; null where nothing composes the features.'),
});
