import { ok } from 'node:assert/strict';
import { parseSync } from 'oxc-parser';
import { parser as typescriptEslint } from 'typescript-eslint';
import { isNode, type SyntaxNode } from '../syntax.ts';

/** The ways in which code comes to be judged: read by us, by oxlint, and by ESLint. Each gives the whole program. */
export const parsers: Readonly<Record<string, (code: string) => SyntaxNode>> = {
  'oxc-parser': (code) => parseSync('a.ts', code, { preserveParens: false }).program,
  'oxc-parser with parentheses': (code) => parseSync('a.ts', code).program,
  'typescript-eslint': (code) => {
    const { ast } = typescriptEslint.parseForESLint(code);
    ok(isNode(ast));
    return ast;
  },
};
