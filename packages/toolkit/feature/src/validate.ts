import type { StandardSchemaV1 } from '@standard-schema/spec';
import { FeatureError } from './errors.ts';

/**
 * Takes an unknown value through a schema.
 * @returns what the schema makes of it.
 * @throws FeatureError with the code that was given and `issues`, where the schema refuses the value.
 */
export const validate = async <S extends StandardSchemaV1>(
  schema: S,
  value: unknown,
  refusal: { readonly code: string; readonly what: string },
): Promise<StandardSchemaV1.InferOutput<S>> => {
  const result = await schema['~standard'].validate(value);
  if (result.issues === undefined) return result.value;
  throw new FeatureError(refusal.code, `${refusal.what}: ${result.issues.map(describe).join('; ')}`, { issues: result.issues });
};

const describe = ({ path, message }: StandardSchemaV1.Issue) => {
  const keys = (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  return keys.length === 0 ? message : `${keys.join('.')}: ${message}`;
};
