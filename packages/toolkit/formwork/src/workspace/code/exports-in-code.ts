import type { Program } from 'oxc-parser';
import type { SyntaxNode } from '../syntax.ts';

/** One name that a module exports. */
export type Exported = {
  readonly name: string;
  /** Where the name is written. */
  readonly at: SyntaxNode;
  /** A function, the expression that a variable starts with, or a name of the module; null for types and for what other modules own. */
  readonly value: SyntaxNode | null;
};

/** The names that a module exports, types included, in the order in which they are written; `default` is one of them. */
export function exportsInCode(program: Program): readonly Exported[] {
  return program.body.flatMap((statement): readonly Exported[] => {
    switch (statement.type) {
      case 'ExportDefaultDeclaration':
        return [{ name: 'default', at: statement, value: statement.declaration }];
      case 'ExportAllDeclaration':
        return statement.exported === null ? [] : [{ name: textOf(statement.exported), at: statement.exported, value: null }];
      case 'ExportNamedDeclaration':
        if (statement.declaration !== null) return declared(statement.declaration);
        return statement.specifiers.map(({ local, exported }) => {
          return { name: textOf(exported), at: exported, value: statement.source === null ? local : null };
        });
      default:
        return [];
    }
  });
}

function declared(declaration: SyntaxNode): readonly Exported[] {
  switch (declaration.type) {
    case 'VariableDeclaration':
      return declaration.declarations.flatMap(({ id, init }) => (id.type === 'Identifier' ? [{ name: id.name, at: id, value: init }] : []));
    case 'FunctionDeclaration':
      return declaration.id === null ? [] : [{ name: declaration.id.name, at: declaration.id, value: declaration }];
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
      return declaration.id === null ? [] : [{ name: declaration.id.name, at: declaration.id, value: null }];
    default:
      return [];
  }
}

function textOf(name: SyntaxNode): string {
  return name.type === 'Identifier' ? name.name : name.type === 'Literal' ? String(name.value) : '';
}
