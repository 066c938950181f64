import type { Schema } from './check-schema.ts';

const folder = {
  type: ['string'],
  pattern: '^(?!/)(?!.*\\\\)(?!(?:.*/)?\\.{0,2}(?:/|$)).+$',
  patternErrorMessage: "has to be a path inside the repository, like 'packages/features'",
} as const;

/**
 * What `formwork.json` may say, as the JSON Schema that is shipped for editors and checked here by the same words.
 * It is written by hand because every command reads the file: to load a library for it costs 20 ms of each start.
 */
export const configSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'formwork.json',
  type: ['object'],
  additionalProperties: false,
  properties: {
    $schema: { type: ['string'], description: 'Where the JSON Schema of this file lies, for editors.' },
    scope: {
      type: ['string'],
      pattern: '^@[a-z0-9~-][a-z0-9._~-]*$',
      patternErrorMessage: "has to be an npm scope, like '@repo'",
      default: '@repo',
      description: 'The npm scope of what the generators make.',
    },
    roots: {
      type: ['object'],
      additionalProperties: false,
      properties: {
        features: { ...folder, default: 'packages/features', description: 'Where features lie, one package each.' },
        contracts: { ...folder, default: 'packages/contracts', description: 'Where the contracts packages of the features lie.' },
        cores: { ...folder, default: 'packages/core', description: 'Where the cores lie.' },
      },
      description: 'The folders that formwork reads and writes in, relative to this file.',
    },
    base: {
      type: ['string', 'null'],
      pattern: '^[^\\s-]',
      patternErrorMessage: "has to be a branch or a commit, like 'origin/main'",
      default: null,
      description: 'The branch or commit that changes are compared with; null asks git.',
    },
    gates: {
      type: ['array', 'null'],
      items: { type: ['string'] },
      minItems: 1,
      default: null,
      description: 'Which gates run, by id; null is all of them.',
    },
    composition: {
      ...folder,
      type: ['string', 'null'],
      default: null,
      description: 'The file that calls composeFeatures, relative to this file; null where nothing composes the features.',
    },
  },
} as const satisfies Schema & { readonly $schema: string; readonly title: string };
