import type { ModuleExportName, Program } from 'oxc-parser';
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
      return declaration.declarations.flatMap(({ id, init }) => named(id, init));
    case 'FunctionDeclaration':
      return named(declaration.id, declaration);
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
      return named(declaration.id, null);
    default:
      return [];
  }
}

/** Nothing where a pattern takes a value apart: it stands for no value of its own. */
function named(id: SyntaxNode | null, value: SyntaxNode | null): readonly Exported[] {
  return id?.type === 'Identifier' ? [{ name: id.name, at: id, value }] : [];
}

function textOf(name: ModuleExportName): string {
  return name.type === 'Literal' ? name.value : name.name;
}
