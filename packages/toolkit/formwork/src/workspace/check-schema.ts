/** As much of JSON Schema as is needed here. `patternErrorMessage` is what editors show where the pattern does not match, and so do we. */
export type Schema = {
  readonly type: readonly (keyof typeof words)[];
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  /** Others than `properties` are never allowed; editors want to be told. */
  readonly additionalProperties?: false;
};

export type Path = readonly (string | number)[];

/** Where a value is not as the schema wants it; for a key that is not known, `known` are those that are. */
export type SchemaFault = { readonly path: Path; readonly message: string; readonly known: readonly string[] };

const words = { string: 'a text', object: 'an object', array: 'a list', null: 'null' } as const;

/** Checks plain data, as JSON has it, against a schema. */
export function faultsIn(value: unknown, schema: Schema, path: Path = []): readonly SchemaFault[] {
  const fault = (message: string): readonly SchemaFault[] => [{ path, message, known: [] }];
  if (!schema.type.some((type) => type === typeOf(value))) return fault(`has to be ${schema.type.map((type) => words[type]).join(' or ')}`);
  if (typeof value === 'string') return new RegExp(schema.pattern ?? '', 'u').test(value) ? [] : fault(`${schema.patternErrorMessage}`);
  if (Array.isArray(value)) {
    const { items, minItems = 0 } = schema;
    if (value.length < minItems) return fault('has to hold something');
    return items === undefined ? [] : value.flatMap((item, index) => faultsIn(item, items, [...path, index]));
  }
  const known = Object.keys(schema.properties ?? {});
  return Object.entries(value ?? {}).flatMap(([key, held]) => {
    const expected = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties?.[key] : undefined;
    return expected === undefined ? [{ path: [...path, key], message: 'is not known', known }] : faultsIn(held, expected, [...path, key]);
  });
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
