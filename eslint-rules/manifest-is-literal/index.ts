import { parseManifest } from 'formwork/workspace/parse-manifest';
import { manifestFile } from '../own-package.ts';
import type { FormworkRule } from '../rule.ts';

export const manifestIsLiteral = {
  meta: {
    type: 'problem',
    docs: {
      description: 'A manifest is one defineFeature call over literals.',
      why: 'It is read without being run: by this plugin, by conformance, by the generators and by the coverage bands.',
      files: [`**/${manifestFile}`],
    },
    messages: { refused: '{{message}} {{fix}}' },
    schema: [],
  },
  create: (context) => ({
    Program: () => {
      for (const { line, column, message, fix } of parseManifest(manifestFile, context.sourceCode.text).findings) {
        context.report({ loc: { line, column: column - 1 }, messageId: 'refused', data: { message, fix } });
      }
    },
  }),
} as const satisfies FormworkRule;
