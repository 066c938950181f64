import { findNodeAtLocation, parse, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { z } from 'zod';
import { FormworkError } from '../report/formwork-error.ts';
import type { Files } from '../report/machine.ts';
import { didYouMean } from '../report/nearest.ts';
import { configSchema, rootsSchema } from './config-schema.ts';
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
  if (broken !== undefined) {
    throw invalid(text, { offset: broken.offset, message: `${file} is not valid JSON: ${printParseErrorCode(broken.error)}.`, meant: '' });
  }
  const parsed = configSchema.safeParse(value);
  if (!parsed.success) throw invalid(text, firstFault(parsed.error.issues, text));
  const { scope, roots, base, gates, composition } = parsed.data;
  return { scope, roots, base, gates, composition };
}

type Fault = { readonly offset: number; readonly message: string; readonly meant: string };

/** The one that stands first in the file: it is read from the top. */
function firstFault(issues: readonly z.core.$ZodIssue[], text: string): Fault {
  return issues.flatMap((issue) => faultsOf(issue, text)).reduce((first, next) => (next.offset < first.offset ? next : first));
}

function faultsOf(issue: z.core.$ZodIssue, text: string): readonly Fault[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(path.length === 0 ? configSchema.shape : rootsSchema.shape);
    return issue.keys.map((key) => ({
      offset: offsetOf([...path, key], text),
      message: `'${[...path, key].join('.')}' is no key of ${file}.`,
      meant: didYouMean(key, known),
    }));
  }
  const subject = path.length === 0 ? file : `'${path.join('.')}'`;
  const message = issue.code === 'invalid_format' ? `${subject} ${issue.message}.` : `${subject} is of the wrong shape: ${issue.message}.`;
  return [{ offset: offsetOf(path, text), message, meant: '' }];
}

/** Where a property is written, or a value in a list. */
function offsetOf(path: readonly (string | number)[], text: string): number {
  const tree = parseTree(text);
  const node = tree && findNodeAtLocation(tree, [...path]);
  return (node?.parent?.type === 'property' ? node.parent : node)?.offset ?? 0;
}

function invalid(text: string, { offset, message, meant }: Fault): FormworkError {
  const { line, column } = placeAt(text, offset);
  return new FormworkError({ code: 'config/invalid', message, fix: `${meant}Correct ${file}, or take out what it need not say.`, file, line, column });
}
