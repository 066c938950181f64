import { isRequired } from './flags.ts';
import type { Option, Options } from './options.ts';

/** A part of a JSON Schema. */
type JsonSchema = Readonly<Record<string, unknown>>;

/** Options as JSON Schema, as they are typed: before defaults are filled in. */
export function optionsSchema(options: Options): JsonSchema {
  const required = Object.entries(options).flatMap(([key, option]) => (isRequired(option) ? [key] : []));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(Object.entries(options).map(([key, option]) => [key, schemaOf(option)])),
    ...(required.length === 0 ? {} : { required }),
  };
}

function schemaOf(option: Option): JsonSchema {
  const { about: description } = option;
  if (option.default === undefined) return { description, ...typeOf(option) };
  if (option.default === null) return { default: null, description, anyOf: [typeOf(option), { type: 'null' }] };
  return { default: option.default, description, ...typeOf(option) };
}

function typeOf(option: Option): JsonSchema {
  switch (option.kind) {
    case 'text':
      return { ...textOf(option), ...(option.values === undefined ? {} : { enum: option.values }) };
    case 'switch':
      return { type: 'boolean' };
    case 'number':
      return { type: option.isWhole === true ? 'integer' : 'number', minimum: option.least };
    case 'list':
      return { type: 'array', items: textOf(option) };
  }
}

function textOf({ isPath }: { readonly isPath?: true }): JsonSchema {
  return isPath === true ? { type: 'string', format: 'path' } : { type: 'string' };
}
