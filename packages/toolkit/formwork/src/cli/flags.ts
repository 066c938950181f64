import { z } from 'zod';
import type { Command } from './command.ts';

/** One option of a command as it is typed. */
export type Flag = {
  /** The option's key, `useCases`. */
  readonly key: string;
  /** As typed, `--use-cases`. */
  readonly name: `--${string}`;
  readonly kind: 'text' | 'switch' | 'number' | 'list';
  /** Whether it names files: then a list is not parted at commas, and takes the words that follow, as a shell's pattern leaves them. */
  readonly isPath: boolean;
  /** The only values that fit; null where any does. */
  readonly values: readonly string[] | null;
  readonly description: string;
  /** Undefined where there is none. */
  readonly defaultValue: unknown;
  readonly required: boolean;
};

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The options as JSON Schema, as they are typed: before defaults are filled in. */
export function optionsJsonSchema(options: z.ZodObject): JsonSchema {
  return z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' });
}

/** The flags of a command, from the schema of its options, in the schema's order. */
export function flagsOf(options: z.ZodObject): readonly Flag[] {
  const { properties = {}, required = [] } = optionsJsonSchema(options);
  return Object.entries(properties).map(([key, property]) => flagOf(key, property, required.includes(key)));
}

/** The same of a command; the option that takes what stands behind a `--` is named as it is typed, `-- <command>…`. */
export function flagsOfCommand({ options, passesOn }: Pick<Command, 'options' | 'passesOn'>): readonly Flag[] {
  return flagsOf(options).map((flag) => (flag.key === passesOn ? { ...flag, name: `-- <${flag.key}>…` } : flag));
}

function flagOf(key: string, property: unknown, required: boolean): Flag {
  const { description = '', default: defaultValue, anyOf = [], ...rest } = schemaIn(property);
  const plain = anyOf.map(schemaIn).find(({ type }) => type !== 'null') ?? rest;
  const values = plain.enum ?? schemaIn(plain.items).enum ?? null;
  return {
    key,
    name: `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    kind: kindOf(plain.type),
    isPath: [plain.format, schemaIn(plain.items).format].includes('path'),
    values: values === null ? null : values.map(String),
    description,
    defaultValue,
    required,
  };
}

function schemaIn(value: unknown): JsonSchema {
  return isSchema(value) ? value : {};
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(type: unknown): Flag['kind'] {
  switch (type) {
    case 'boolean':
      return 'switch';
    case 'array':
      return 'list';
    case 'number':
    case 'integer':
      return 'number';
    default:
      return 'text';
  }
}
