import { Visitor } from 'oxc-parser';
import { parseSource } from '../../workspace/parse-source.ts';

/**
 * The lines of a module, from 1, on which a statement begins that every coverage tool counts. The lines on which one goes on are not
 * among them, nor are declarations without a value: tools are free to leave these out. None where it cannot be parsed.
 */
export function statementLines(file: string, text: string): ReadonlySet<number> {
  const { program } = parseSource(file, text);
  const lines = new Set<number>();
  const add = ({ start }: { readonly start: number }): void => void lines.add(text.slice(0, start).split('\n').length);
  const visitor = new Visitor({
    ExpressionStatement: (statement) => typeof statement.directive === 'string' || add(statement),
    ReturnStatement: add,
    ThrowStatement: add,
  });
  if (program !== null) visitor.visit(program);
  return lines;
}
