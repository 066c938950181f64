import type { z } from 'zod';
import { FormworkError } from '../report/formwork-error.ts';
import type { Kind } from './kind.ts';

/**
 * A kind's options, checked by its schema: the one place where what users typed becomes data.
 * Throws `generator/bad-name` and `generator/bad-option`.
 */
export function parseOptions<Options extends z.ZodObject>(
  kind: Kind<Options>,
  typed: Readonly<Record<string, unknown>>,
): z.output<Options> {
  const parsed = kind.options.safeParse(typed);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const { code, fix } = refusalIn(issue);
  throw new FormworkError({
    code: code ?? 'generator/bad-option',
    message: code === undefined ? `${issue?.path.join('.')}: ${issue?.message}` : `${issue?.message}`,
    fix: fix ?? `For example: formwork gen ${kind.id} ${kind.example}`,
  });
}

/** What `nameOption` and its like say beside their message. */
function refusalIn(issue: z.core.$ZodIssue | undefined): { readonly code?: string; readonly fix?: string } {
  return issue?.code === 'custom' && issue.params !== undefined ? issue.params : {};
}
