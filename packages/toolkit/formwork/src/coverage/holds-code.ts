import type { Program } from 'oxc-parser';
import { parseSource } from '../workspace/parse-source.ts';

type Statement = Program['body'][number];

/** Whether a module does anything when it is loaded or called: types, imports and what is exported from elsewhere do not. One that cannot be parsed may. */
export function holdsCode(file: string, text: string): boolean {
  const { program } = parseSource(file, text);
  return program === null || program.body.some(does);
}

function does(statement: Statement): boolean {
  switch (statement.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSDeclareFunction':
    case 'TSImportEqualsDeclaration':
    case 'TSNamespaceExportDeclaration':
    case 'EmptyStatement':
      return false;
    case 'ExportNamedDeclaration':
      return statement.declaration !== null && does(statement.declaration);
    case 'VariableDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
      return !statement.declare;
    default:
      return true;
  }
}
