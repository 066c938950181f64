import { z } from 'zod';

/** One option of a kind, as something to ask or to type. */
export type Question = {
  readonly key: string;
  readonly type: 'text' | 'switch' | 'list';
  /** The option's description. */
  readonly text: string;
  readonly required: boolean;
  /** What is taken where nothing is said; undefined where that follows from other options. */
  readonly defaultValue: unknown;
};

/** A kind's options as questions, in the schema's order. */
export function questionsOf(options: z.ZodObject): readonly Question[] {
  const { properties = {}, required = [] } = z.toJSONSchema(options, { io: 'input' });
  return Object.entries(properties).map(([key, property]) => {
    const {
      type,
      description = '',
      default: defaultValue,
    }: { readonly type?: string; readonly description?: string; readonly default?: unknown } = Object(property);
    const asked = type === 'boolean' ? 'switch' : type === 'array' ? 'list' : 'text';
    return { key, type: asked, text: description, required: required.includes(key), defaultValue };
  });
}
