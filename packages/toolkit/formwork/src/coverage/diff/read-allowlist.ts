import { join } from 'node:path';
import type { Program } from 'oxc-parser';
import { FormworkError } from '../../report/formwork-error.ts';
import type { Files } from '../../report/machine.ts';
import { plain, readLiteral, type Literal, type NotLiteral } from '../../workspace/literal.ts';
import { parseSource } from '../../workspace/parse-source.ts';
import { placeAt } from '../../workspace/place.ts';
import type { SyntaxNode } from '../../workspace/syntax.ts';
import { z } from 'zod';
import type { Allowlist } from './allowlist.ts';

const words = z.string().trim().min(1);
const entrySchema = z.strictObject({ file: z.string().min(1), match: words.optional(), reason: words });

/**
 * Reads the `allowlist` that a module exports, `[{ file, match?, reason }]` in literals, without running it. `file` is relative to the
 * root. Throws `coverage/allowlist-invalid`.
 */
export function readAllowlist(root: string, file: string, files: Files): Allowlist {
  const text = files.readIfPresent(join(root, file));
  if (text === null) throw invalid(file, 'it is not there');
  const { program, finding: broken } = parseSource(file, text);
  if (program === null) throw new FormworkError({ ...broken, code: 'coverage/allowlist-invalid' });
  const written = exportedAllowlist(program);
  if (written === null) throw invalid(file, 'it exports no const `allowlist`');
  const refused: NotLiteral[] = [];
  const literal = readLiteral(written, refused, 'allowlist');
  const [notLiteral] = refused;
  if (notLiteral !== undefined)
    throw invalid(file, `'${notLiteral.path}' holds ${notLiteral.what}, and is not written out`, placeAt(text, notLiteral.offset));
  if (literal?.is !== 'list') throw invalid(file, '`allowlist` is no array', placeAt(text, written.start));
  return { file, entries: literal.items.map((item) => entryOf(item, file, text)) };
}

function entryOf(item: Literal, file: string, text: string): Allowlist['entries'][number] {
  const place = placeAt(text, item.offset);
  const parsed = entrySchema.safeParse(plain(item));
  if (!parsed.success) throw invalid(file, 'an entry is no { file, match?, reason } of words', place);
  const { match, ...entry } = parsed.data;
  return { ...entry, ...(match === undefined ? {} : { match }), ...place };
}

function exportedAllowlist(program: Program): SyntaxNode | null {
  for (const statement of program.body) {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declaration.declarations) if (id.type === 'Identifier' && id.name === 'allowlist') return init;
  }
  return null;
}

function invalid(
  file: string,
  what: string,
  place: { readonly line: number; readonly column: number } = { line: 1, column: 1 },
): FormworkError {
  return new FormworkError({
    code: 'coverage/allowlist-invalid',
    message: `The allowlist in ${file} cannot be read: ${what}.`,
    fix: "Write it out: export const allowlist = [{ file: 'a/glob/**', reason: '…' }];",
    file,
    ...place,
  });
}
