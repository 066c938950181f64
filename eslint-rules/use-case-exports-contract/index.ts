import { exportsInCode } from 'formwork/workspace/code/exports-in-code';
import { pascal } from 'formwork/workspace/naming';
import { isProgram } from 'formwork/workspace/syntax';
import { wholeFile } from '../place.ts';
import type { FormworkRule } from '../rule.ts';
import { useCaseFile, useCaseFiles } from '../use-case-file.ts';

export const useCaseExportsContract = {
  meta: {
    type: 'problem',
    docs: {
      description: 'The file of a use case exports its schemas, its interface and its factory by the names that follow from its own.',
      why: 'The binder, the controllers and the tests take them from there, and generators add to the binder without asking.',
      files: useCaseFiles,
    },
    messages: {
      missing: '{{file}} does not export {{missing}}. Write it as `{{form}}`.',
    },
    schema: [],
  },
  create: (context) => ({
    Program: (program) => {
      const file = useCaseFile(context.filename);
      if (file === null || !isProgram(program)) return;
      const exported = exportsInCode(program).map(({ name }) => name);
      for (const [missing, form] of owed(file.name, file.manifest.name)) {
        if (exported.includes(missing)) continue;
        context.report({ loc: wholeFile, messageId: 'missing', data: { file: `The file of ${file.name}`, missing, form } });
      }
    },
  }),
} as const satisfies FormworkRule;

/** Each name that the file of a use case owes, and how it is written. */
function owed(name: string, feature: string): readonly (readonly [string, string])[] {
  const type = `I${pascal(name)}UseCase`;
  const [input, output] = [`${name}InputSchema`, `${name}OutputSchema`];
  return [
    [input, `export const ${input} = z.object({ … });`],
    [output, `export const ${output} = z.object({ … });`],
    [type, `export type ${type} = UseCase<'${feature}.${name}', typeof ${input}, typeof ${output}>;`],
    [`${name}UseCase`, `export const ${name}UseCase = (dependencies: ${pascal(name)}Dependencies): ${type} => async (input) => { … };`],
  ];
}
