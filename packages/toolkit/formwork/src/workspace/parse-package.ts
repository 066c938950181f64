import { parseTree, visit, type ParseError } from 'jsonc-parser';
import { finding, type Finding } from '../report/finding.ts';
import type { Package, Place } from './model.ts';
import { placeAt } from './place.ts';

/**
 * A package, or the findings that say why there is none. `linked` are the dependencies by which it shows whether it is installed: those on
 * packages of the workspace, which come and go with each branch, or else the first that an install always brings.
 */
export type ParsedPackage = { readonly package: Package | null; readonly linked: readonly string[]; readonly findings: readonly Finding[] };

/** Parses a `package.json`. `file` is how findings call it. */
export function parsePackage(file: string, folder: string, text: string): ParsedPackage {
  const value = jsonOf(text);
  if (value === undefined) return refusal([invalid(file, placeAt(text, firstErrorIn(text)), `${file} is not valid JSON.`)]);
  if (!isRecord(value)) return refusal([invalid(file, { line: 1, column: 1 }, `${file} does not hold an object.`)]);

  const faults: Finding[] = [];
  const refuse = (key: string, expected: string) =>
    void faults.push(invalid(file, keyPlace(text, key), `'${key}' in ${file} is no ${expected}.`));
  const texts = (key: string): Readonly<Record<string, string>> => {
    const record = value[key] ?? {};
    if (isTexts(record)) return record;
    refuse(key, 'object of texts');
    return {};
  };

  const name = value['name'] ?? (folder === '.' ? '' : null);
  if (typeof name !== 'string') refuse('name', 'text');
  const optional = texts('optionalDependencies');
  const required = { ...texts('devDependencies'), ...texts('dependencies') };
  const dependencies = { ...optional, ...texts('peerDependencies'), ...required };
  const scripts = texts('scripts');
  if (typeof name !== 'string' || faults.length > 0) return refusal(faults);
  return {
    package: { name, folder, private: value['private'] === true, dependencies, scripts },
    linked: linkedIn(Object.entries(required).filter(([dependency]) => !Object.hasOwn(optional, dependency))),
    findings: [],
  };
}

function linkedIn(required: readonly (readonly [name: string, version: string])[]): readonly string[] {
  const own = required.filter(([, version]) => version.startsWith('workspace:'));
  return (own.length > 0 ? own : required.slice(0, 1)).map(([name]) => name);
}

/** Where a key stands first in a JSON text, at whatever depth; the start where it does not. */
export function keyPlace(text: string, key: string): Place {
  let found = 0;
  visit(text, {
    onObjectProperty: (property, offset) => {
      if (property === key && found === 0) found = offset;
    },
  });
  return placeAt(text, found);
}

function refusal(findings: readonly Finding[]): ParsedPackage {
  return { package: null, linked: [], findings };
}

/** Undefined where it is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every((item) => typeof item === 'string');
}

function firstErrorIn(text: string): number {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const [{ offset } = { offset: 0 }] = errors;
  return offset;
}

function invalid(file: string, place: Place, message: string): Finding {
  const fix = `Correct ${file}; until then nothing is known of the package.`;
  return finding({ code: 'workspace/package-json-invalid', file, ...place, message, fix });
}
