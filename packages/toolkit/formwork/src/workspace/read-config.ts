import { findNodeAtLocation, parse, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { FormworkError } from '../report/formwork-error.ts';
import type { Files } from '../report/machine.ts';
import { didYouMean } from '../report/nearest.ts';
import { faultsIn, type Path } from './check-schema.ts';
import { configSchema } from './config-schema.ts';
import type { Config } from './model.ts';
import { placeAt } from './place.ts';

const file = 'formwork.json';

/**
 * Reads `formwork.json` in the root, with comments allowed and defaults filled in; all defaults where there is no such file.
 * Throws `config/invalid` with the key and its line where it says something that it may not.
 */
export function readConfig(root: string, files: Pick<Files, 'readIfPresent'>): Config {
  return parseConfig(files.readIfPresent(`${root}/${file}`) ?? '{}');
}

function parseConfig(text: string): Config {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [broken] = errors;
  if (broken !== undefined) throw invalid(text, broken.offset, `${file} is not valid JSON: ${printParseErrorCode(broken.error)}.`);
  assertSaid(value, text);
  const { scope, roots, base, gates, composition } = configSchema.properties;
  return {
    scope: value.scope ?? scope.default,
    roots: {
      features: value.roots?.features ?? roots.properties.features.default,
      contracts: value.roots?.contracts ?? roots.properties.contracts.default,
      cores: value.roots?.cores ?? roots.properties.cores.default,
    },
    base: value.base ?? base.default,
    gates: value.gates ?? gates.default,
    composition: value.composition ?? composition.default,
  };
}

/** What the schema lets through. */
type Said = Partial<Omit<Config, 'roots'>> & { readonly roots?: Partial<Config['roots']> };

function assertSaid(value: unknown, text: string): asserts value is Said {
  const [fault] = faultsIn(value, configSchema);
  if (fault === undefined) return;
  const { path, message, known } = fault;
  const subject = path.length === 0 ? file : `'${path.join('.')}'`;
  throw invalid(text, offsetOf(path, text), `${subject} ${message}.`, didYouMean(String(path.at(-1)), known));
}

/** Where a property is written, or a value in a list. */
function offsetOf(path: Path, text: string): number {
  const tree = parseTree(text);
  const node = tree && findNodeAtLocation(tree, [...path]);
  const { offset = 0 } = { ...(node?.parent?.type === 'property' ? node.parent : node) };
  return offset;
}

function invalid(text: string, offset: number, message: string, meant = ''): FormworkError {
  const { line, column } = placeAt(text, offset);
  const fix = `${meant}Correct ${file}, or take out what it need not say.`;
  return new FormworkError({ code: 'config/invalid', message, fix, file, line, column });
}
