import Handlebars from 'handlebars/dist/handlebars.min.js';
import { FormworkError } from '../report/formwork-error.ts';
import type { Template } from './surroundings.ts';

const engine = Handlebars.create();
engine.registerHelper('json', (value: unknown) => JSON.stringify(value));

/** Ready to be filled in; use cases share theirs. */
const compiled = new WeakMap<Template, HandlebarsTemplateDelegate>();

/**
 * Fills a template in. Nothing is escaped, and a name that the view does not have is an error.
 * Throws `template/invalid` with the template's file and line.
 */
export function renderTemplate(template: Template, view: object): string {
  const { file, text } = template;
  try {
    const fill = compiled.get(template) ?? compile(text);
    compiled.set(template, fill);
    return fill(view);
  } catch (error) {
    const { line, reason } = complaint(error);
    throw new FormworkError({
      code: 'template/invalid',
      message: `The template ${file} cannot be rendered: ${reason}.`,
      fix: 'Correct it there, or take it away to get the built-in one.',
      file,
      line,
      cause: error,
    });
  }
}

function compile(text: string): HandlebarsTemplateDelegate {
  const program = engine.parse(text);
  new EveryPathIsStrict().accept(program);
  return engine.compile(program, { noEscape: true, strict: true });
}

/** Strict mode alone overlooks a name that is handed to a helper, as in `{{#if typo}}`. */
class EveryPathIsStrict extends Handlebars.Visitor {
  override PathExpression(path: hbs.AST.PathExpression): void {
    Object.assign(path, { strict: true });
  }
}

/** A parser's complaint says its line, `Parse error on line 3:`, and ends in what it met; any other error has its line beside the message. */
function complaint(error: unknown): { readonly line: number; readonly reason: string } {
  const { message, lineNumber = 1 }: { readonly message?: string; readonly lineNumber?: number } = Object(error);
  const parsing = /^Parse error on line (\d+):[^]*got '(.*)'$/.exec(String(message));
  if (parsing !== null) return { line: Number(parsing[1]), reason: `parse error, unexpected ${parsing[2]}` };
  return {
    line: lineNumber,
    reason: String(message)
      .replace(/^(".*" not defined) in .*$/, '$1')
      .replace(/ - \d+:\d+$/, ''),
  };
}
