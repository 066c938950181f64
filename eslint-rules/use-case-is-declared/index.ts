import { manifestFile } from '../own-package.ts';
import { wholeFile } from '../place.ts';
import type { FormworkRule } from '../rule.ts';
import { useCaseFile, useCaseFiles } from '../use-case-file.ts';

export const useCaseIsDeclared = {
  meta: {
    type: 'problem',
    docs: {
      description: 'A use case that has a file is declared in its manifest.',
      why: 'The manifest comes first: what it does not declare has no capabilities, no band and no place in the map.',
      files: useCaseFiles,
    },
    messages: {
      undeclared:
        "{{feature}} does not declare the use case {{name}}. Add {{name}}: { status: 'draft', mutates: true } to " +
        'useCases in {{manifest}}, or remove the file.',
    },
    schema: [],
  },
  create: (context) => ({
    Program: () => {
      const file = useCaseFile(context.filename);
      if (file === null || file.useCase !== null) return;
      const data = { feature: file.manifest.name, name: file.name, manifest: manifestFile };
      context.report({ loc: wholeFile, messageId: 'undeclared', data });
    },
  }),
} as const satisfies FormworkRule;
