import { basename } from 'node:path';
import { exportsInCode } from './code/exports-in-code.ts';
import { effectsInCode } from './effects-in-code.ts';
import type { UseCaseSource } from './model.ts';
import { camel, type Where } from './naming.ts';
import { placeAt } from './place.ts';
import { readSource } from './parse-source.ts';
import type { Reader } from './reader.ts';
import { startOf, type SyntaxNode } from './syntax.ts';
import { throwsNotImplemented } from './throws-not-implemented.ts';

const ending = '.use-case.ts';

/** Whether a file of a feature holds a use case. */
export function isUseCaseFile(file: string): boolean {
  return file.endsWith(ending) && file.includes('/src/use-cases/');
}

/** Reads a file of `src/use-cases`. */
export function readUseCase(file: string, where: Where, reader: Reader): UseCaseSource {
  const name = camel(basename(file, ending));
  const facts = readSource(file, reader, ({ text, program }) => {
    const placeOf = (node: SyntaxNode) => placeAt(text, startOf(node));
    const exported = exportsInCode(program);
    const factory = exported.find((one) => one.name === `${name}UseCase`);
    const code = {
      exports: exported.map((one) => one.name),
      effects: effectsInCode(program, where).map(({ kind, name: effect, node }) => ({ kind, name: effect, at: placeOf(node) })),
      throwsNotImplemented: throwsNotImplemented(program),
    };
    return { at: placeOf(factory?.at ?? program), code };
  });
  return { file, name, ...(facts ?? { at: { line: 1, column: 1 }, code: null }) };
}
