import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import { parseTs } from '../edits/ts-source.ts';
import { FormworkError } from '../report/formwork-error.ts';
import type { Files } from '../report/machine.ts';
import { pathIn } from '../workspace/reader.ts';
import { childrenOf, type SyntaxNode } from '../workspace/syntax.ts';
import type { Composition } from './surroundings.ts';

/**
 * Reads the composition root, a path relative to `root`.
 * Throws `generator/no-composition` where the file is missing or does not call `composeFeatures` in a function that names its context, and
 * `edit/not-parsed`.
 */
export function readComposition(file: string, root: string, files: Files): Composition {
  const text = files.readIfPresent(join(root, file));
  if (text === null) throw unusable(file, 'is not there');
  const context = contextIn(parseTs(file, text).program, null);
  if (context === null) throw unusable(file, 'does not call composeFeatures in a function that takes the context');
  return { file, context, packageFile: packageFileOf(dirname(file), root, files) };
}

/** The first parameter of the function around the call of `composeFeatures`; `known` is that of the function around the node. */
function contextIn(node: SyntaxNode, known: string | null): string | null {
  if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'composeFeatures') return known;
  const own = parameterOf(node) ?? known;
  for (const child of childrenOf(node)) {
    const found = contextIn(child, own);
    if (found !== null) return found;
  }
  return null;
}

function parameterOf(node: SyntaxNode): string | null {
  if (node.type !== 'ArrowFunctionExpression' && node.type !== 'FunctionDeclaration' && node.type !== 'FunctionExpression') return null;
  const [first] = node.params;
  return first?.type === 'Identifier' ? first.name : null;
}

function packageFileOf(folder: string, root: string, files: Files): string {
  const file = pathIn(folder, 'package.json');
  return folder === '.' || files.kind(join(root, file)) !== null ? file : packageFileOf(dirname(folder), root, files);
}

function unusable(file: string, why: string): FormworkError {
  return new FormworkError({
    code: 'generator/no-composition',
    message: `${file}, which formwork.json names as the composition root, ${why}.`,
    fix: 'Let it read: export const compose = (context: CompositionContext) => composeFeatures({}); or set "composition" to null.',
    file,
  });
}
