import type { z } from 'zod';

/** Reads JSON that fits a schema; null where there is no text, or it is other than that. */
export function parseJson<Schema extends z.ZodType>(text: string | null, schema: Schema): z.output<Schema> | null {
  if (text === null) return null;
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
