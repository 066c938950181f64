import { join } from 'node:path';
import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { z } from 'zod';
import { FormworkError } from '../report/formwork-error.ts';
import type { Files } from '../report/machine.ts';
import { configSchema } from './config-schema.ts';
import type { Config } from './model.ts';
import { didYouMean } from './nearest.ts';
import { placeAt } from './place.ts';

const file = 'formwork.json';

/**
 * Reads `formwork.json` in the root, with comments allowed and defaults filled in; all defaults where there is no such file.
 * Throws `config/invalid` with the key and its line where it says something that it may not.
 */
export function readConfig(root: string, files: Files): Config {
  const text = files.readIfPresent(join(root, file));
  return text === null ? configOf({}, '{}', undefined) : parseConfig(text);
}

function parseConfig(text: string): Config {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [broken] = errors;
  if (broken !== undefined) throw invalid(text, broken.offset, `${file} is not valid JSON: ${printParseErrorCode(broken.error)}.`);
  return configOf(tree === undefined ? null : getNodeValue(tree), text, tree);
}

function configOf(value: unknown, text: string, tree: Node | undefined): Config {
  const parsed = configSchema.safeParse(value);
  if (parsed.success) {
    const { scope, roots, base, gates, composition } = parsed.data;
    return { scope, roots, base, gates, composition };
  }
  throw refusal(parsed.error.issues, text, tree);
}

function refusal(issues: readonly z.core.$ZodIssue[], text: string, tree: Node | undefined): FormworkError {
  const sentences = issues.map((issue) => ({ offset: offsetOf(issue, tree), message: sentence(issue) }));
  const first = sentences.reduce((a, b) => (b.offset < a.offset ? b : a), { offset: Infinity, message: '' });
  return invalid(text, first.offset, sentences.map(({ message }) => message).join(' '));
}

function sentence(issue: z.core.$ZodIssue): string {
  const path = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return path === '' ? `${file} has to hold an object.` : `'${path}' ${expectation(issue)}.`;
  const known = path === 'roots' ? ['features', 'contracts', 'cores'] : Object.keys(configSchema.shape);
  return issue.keys.map((key) => `'${[...issue.path, key].join('.')}' is no key of ${file}.${didYouMean(key, known)}`).join(' ');
}

function expectation(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_format' ? issue.message : `is invalid: ${issue.message}`;
}

function offsetOf(issue: z.core.$ZodIssue, tree: Node | undefined): number {
  if (tree === undefined) return 0;
  const keys = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code !== 'unrecognized_keys') return findNodeAtLocation(tree, keys)?.offset ?? 0;
  return Math.min(...issue.keys.map((key) => findNodeAtLocation(tree, [...keys, key])?.parent?.offset ?? 0));
}

function invalid(text: string, offset: number, message: string): FormworkError {
  const { line, column } = placeAt(text, offset);
  return new FormworkError({ code: 'config/invalid', message, fix: `Correct ${file}, or take the key out to get its default.`, file, line, column });
}
