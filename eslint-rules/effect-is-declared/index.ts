import { effectsInCode } from 'formwork/workspace/effects-in-code';
import { effectVerbs } from 'formwork/workspace/model';
import { manifestFile, ownName } from '../own-package.ts';
import { placeOf } from '../place.ts';
import type { FormworkRule } from '../rule.ts';
import { useCaseFile, useCaseFiles } from '../use-case-file.ts';

export const effectIsDeclared = {
  meta: {
    type: 'problem',
    docs: {
      description: 'A use case performs only effects that its manifest entry declares.',
      why: 'An effect that no manifest declares is one that nobody can know of without reading all code.',
      files: useCaseFiles,
    },
    messages: {
      undeclared:
        "{{name}} {{kind}} '{{effect}}', which it does not declare. Add '{{effect}}' to {{kind}} of {{name}} in " +
        '{{manifest}}, or do not {{verb}} it.',
    },
    schema: [],
  },
  create: (context) => ({
    Program: (program) => {
      const file = useCaseFile(context.filename);
      if (file === null || file.useCase === null) return;
      const { name, effects } = file.useCase;
      const where = { feature: file.manifest.name, scope: ownName(file.folder)?.scope ?? '' };
      for (const { kind, name: effect, node } of effectsInCode(program, where)) {
        if (effect === null || effects[kind].some((declared) => declared.name === effect)) continue;
        context.report({
          loc: placeOf(node, context.sourceCode),
          messageId: 'undeclared',
          data: { name, kind, effect, manifest: manifestFile, verb: effectVerbs[kind] },
        });
      }
    },
  }),
} as const satisfies FormworkRule;
