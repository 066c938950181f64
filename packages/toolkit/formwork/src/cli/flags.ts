import { z } from 'zod';

/** One option of a command as it is typed. */
export type Flag = {
  /** The option's key, `noDrafts`. */
  readonly key: string;
  /** As typed, `--no-drafts`. */
  readonly name: `--${string}`;
  readonly kind: 'text' | 'switch' | 'number' | 'list';
  /** The only values that fit; null where any does. */
  readonly values: readonly string[] | null;
  readonly description: string;
  /** Undefined where there is none. */
  readonly defaultValue: unknown;
  readonly required: boolean;
};

/** What of a JSON Schema a flag is made from. */
type Property = {
  readonly type?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly items?: unknown;
  readonly anyOf?: readonly Property[] | undefined;
  readonly description?: string | undefined;
  readonly default?: unknown;
};

/** The options as JSON Schema, as they are typed: before defaults are filled in. */
export function optionsJsonSchema(options: z.ZodObject): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' });
}

/** The flags of a command, from the schema of its options, in the schema's order. */
export function flagsOf(options: z.ZodObject): readonly Flag[] {
  const { properties = {}, required = [] } = optionsJsonSchema(options);
  return Object.entries(properties).map(([key, written]) => {
    const property: Property = typeof written === 'object' ? written : {};
    const plain = property.anyOf?.find(({ type }) => type !== 'null') ?? property;
    const values = (isProperty(plain.items) ? plain.items : plain).enum ?? null;
    return {
      key,
      name: `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      kind: kindOf(plain.type),
      values: values === null ? null : values.map(String),
      description: property.description ?? '',
      defaultValue: property.default,
      required: required.includes(key),
    };
  });
}

function isProperty(value: unknown): value is Property {
  return typeof value === 'object' && value !== null;
}

function kindOf(type: string | undefined): Flag['kind'] {
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
