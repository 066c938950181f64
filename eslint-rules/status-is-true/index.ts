import { exportsInCode } from 'formwork/workspace/code/exports-in-code';
import { isProgram } from 'formwork/workspace/syntax';
import { throwsNotImplemented } from 'formwork/workspace/throws-not-implemented';
import { manifestFile } from '../own-package.ts';
import { placeOf, wholeFile } from '../place.ts';
import type { FormworkRule } from '../rule.ts';
import { useCaseFile, useCaseFiles } from '../use-case-file.ts';

export const statusIsTrue = {
  meta: {
    type: 'problem',
    docs: {
      description: 'A draft throws NotImplementedError, and a live use case does not.',
      why: 'A live use case that is not implemented looks finished, and a draft that is implemented owes nothing of what it declares.',
      files: useCaseFiles,
    },
    messages: {
      liveThrows: "{{name}} is live, and throws NotImplementedError. Implement it, or set status: 'draft' for {{name}} in {{manifest}}.",
      draftDoesNot:
        "{{name}} is a draft, and does not throw NotImplementedError. Set status: 'live' for {{name}} in {{manifest}}, its test.fails " +
        "to test, or throw new NotImplementedError('{{feature}}.{{name}}').",
    },
    schema: [],
  },
  create: (context) => ({
    Program: (program) => {
      const file = useCaseFile(context.filename);
      if (file === null || file.useCase === null || !isProgram(program)) return;
      const { name, status } = file.useCase;
      if (throwsNotImplemented(program) === (status === 'draft')) return;
      const factory = exportsInCode(program).find((exported) => exported.name === `${name}UseCase`);
      context.report({
        loc: factory === undefined ? wholeFile : placeOf(factory.at, context.sourceCode),
        messageId: status === 'draft' ? 'draftDoesNot' : 'liveThrows',
        data: { name, manifest: manifestFile, feature: file.manifest.name },
      });
    },
  }),
} as const satisfies FormworkRule;
