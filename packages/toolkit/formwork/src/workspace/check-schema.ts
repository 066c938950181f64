/** As much of JSON Schema as is needed here. `patternErrorMessage` is what editors show where the pattern does not match, and so do we. */
export type Schema = {
  readonly description?: string;
  readonly default?: string | null;
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

const anything: Schema = { type: ['string', 'object', 'array', 'null'] };

/** Checks plain data, as JSON has it, against a schema; faults come in the order of the data. */
export function faultsIn(value: unknown, schema: Schema, path: Path = []): readonly SchemaFault[] {
  const { type, pattern = '', patternErrorMessage, items = anything, minItems = 0, properties = {} } = schema;
  const fault = (message: string): readonly SchemaFault[] => [{ path, message, known: [] }];
  if (!type.some((one) => one === typeOf(value))) return fault(`has to be ${type.map((one) => words[one]).join(' or ')}`);
  if (typeof value === 'string') return new RegExp(pattern, 'u').test(value) ? [] : fault(`${patternErrorMessage}`);
  if (Array.isArray(value)) {
    if (value.length < minItems) return fault('has to hold something');
    return value.flatMap((item, index) => faultsIn(item, items, [...path, index]));
  }
  const known = new Map(Object.entries(properties));
  return Object.entries(value ?? {}).flatMap(([key, held]) => {
    const expected = known.get(key);
    const here = [...path, key];
    return expected === undefined ? [{ path: here, message: 'is not known', known: [...known.keys()] }] : faultsIn(held, expected, here);
  });
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
