import { parseSync, type Program } from 'oxc-parser';
import { parseSource } from '../../workspace/parse-source.ts';

type Statement = Program['body'][number];

/**
 * The lines of a module, from 1, that hold something to run: no types, imports and re-exports, no comments, blank lines and lone brackets.
 * Null where it cannot be parsed, and any line may.
 */
export function codeLines(file: string, text: string): ReadonlySet<number> | null {
  const { program } = parseSource(file, text);
  if (program === null) return null;
  const { comments } = parseSync(file, text);
  const idle = [program.hashbang ?? [], comments, program.body.filter((statement) => !does(statement))].flat();
  const lines = without(text, idle).split('\n');
  return new Set(lines.flatMap((line, index) => (/[^\s()[\]{};,]/.test(line) ? [index + 1] : [])));
}

/** The text with these pieces gone and every line where it was. */
function without(text: string, pieces: readonly { readonly start: number; readonly end: number }[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of [...pieces].sort((a, b) => a.start - b.start)) {
    kept += text.slice(at, Math.max(at, start)) + text.slice(Math.max(at, start), Math.max(at, end)).replace(/[^\n]/g, ' ');
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
}

/** Whether a statement does anything when the module is loaded, or holds what does when it is called. */
function does(statement: Statement): boolean {
  switch (statement.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSDeclareFunction':
    case 'TSImportEqualsDeclaration':
    case 'TSNamespaceExportDeclaration':
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
