import type { ImportDeclaration, ImportDeclarationSpecifier, Span, Statement } from 'oxc-parser';
import { editExists, placeAt } from './edit-error.ts';
import { insertItem, splice } from './insert-item.ts';
import type { Edit } from './plan.ts';
import { byUnits, sortedIndex, type Order } from './sorted-index.ts';
import { parseTs, type TsSource } from './ts-source.ts';

type ImportEdit = Extract<Edit, { kind: 'ts-import' }>;

/**
 * The text with the names imported, merged into an import of the same module where one stands; the same text where all are imported.
 * Names and modules stay sorted where they are. Throws `edit/exists` where a name stands for something else, and `edit/not-parsed`.
 */
export function editTsImport(text: string, edit: ImportEdit): string {
  return edit.names.reduce((soFar, name) => importName(parseTs(edit.path, soFar), edit, name), text);
}

function importName(source: TsSource, { from, typeOnly = false }: ImportEdit, name: string): string {
  const imports = source.program.body.filter((statement) => statement.type === 'ImportDeclaration');
  const same = imports.filter((statement) => statement.source.value === from);
  if (same.some((statement) => statement.specifiers.some((one) => nameOf(one) === name && (typeOnly || !isType(statement, one)))))
    return source.text;
  const taken = source.program.body.flatMap(namesOf).find((one) => one.name === name);
  if (taken !== undefined) throw editExists(source.path, name, placeAt(source.text, taken.start));
  const braced = same.flatMap((statement) => bracesOf(statement, source));
  const braces = braced.find((one) => isType(one.statement) === typeOnly) ?? (typeOnly ? braced[0] : undefined);
  if (braces === undefined) return newStatement(source, imports, from, typeOnly ? `import type { ${name} }` : `import { ${name} }`);
  return intoBraces(source, braces, typeOnly && !isType(braces.statement) ? `type ${name}` : name);
}

function isType({ importKind }: ImportDeclaration, specifier?: ImportDeclarationSpecifier): boolean {
  return importKind === 'type' || (specifier?.type === 'ImportSpecifier' && specifier.importKind === 'type');
}

/** The name that is imported as itself; null for a default, a namespace or an alias. */
function nameOf(specifier: ImportDeclarationSpecifier): string | null {
  if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') return null;
  return specifier.imported.name === specifier.local.name ? specifier.local.name : null;
}

/** The names that a statement gives to the whole file. */
function namesOf(statement: Statement | ImportDeclaration): readonly (Span & { readonly name: string })[] {
  if (statement.type === 'ImportDeclaration') return statement.specifiers.map(({ local }) => local);
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  const ids =
    declared?.type === 'VariableDeclaration'
      ? declared.declarations.map(({ id }) => id)
      : declared !== null && 'id' in declared
        ? [declared.id]
        : [];
  return ids.flatMap((id) => (id?.type === 'Identifier' ? [id] : []));
}

/** An import with names in braces, and where these open. */
type Braces = { readonly statement: ImportDeclaration; readonly open: number };

/** None where a statement imports only a default, all of a module, or nothing. */
function bracesOf(statement: ImportDeclaration, { code }: TsSource): readonly Braces[] {
  const { start, source } = statement;
  const brace = code.slice(start, source.start).indexOf('{');
  return brace === -1 ? [] : [{ statement, open: start + brace }];
}

function intoBraces({ text, code, comments, layout }: TsSource, { statement, open }: Braces, item: string): string {
  const items = statement.specifiers.filter((one) => one.type === 'ImportSpecifier');
  const list = { text, code, comments, open, close: code.indexOf('}', items.at(-1)?.end ?? open), items };
  const names = items.map(({ start, end }) => text.slice(start, end).replace(/^type\s+/, ''));
  return insertItem(list, sortedIndex(names, item.replace(/^type /, ''), [byUnits, byLetters]), () => item, layout);
}

const byLetters: Order = (a, b) => byUnits(a.toLowerCase(), b.toLowerCase());

/** Node's own modules, packages, then files from afar to near; each by name. */
const byDistance: Order = (a, b) => rank(a) - rank(b) || byUnits(a, b);

function rank(from: string): number {
  return from.startsWith('node:') ? 0 : from.startsWith('./') ? 3 : from.startsWith('../') ? 2 : 1;
}

function newStatement(source: TsSource, imports: readonly ImportDeclaration[], from: string, clause: string): string {
  const { text, quote, layout } = source;
  const [first] = imports;
  const semicolon = first === undefined || text[first.end - 1] === ';' ? ';' : '';
  const line = `${clause} from ${quote}${from}${quote}${semicolon}`;
  if (first === undefined) return ontoTop(source, line);
  const index = sortedIndex(
    imports.map((one) => one.source.value),
    from,
    [byDistance, byUnits],
  );
  const before = imports[index - 1];
  return before === undefined
    ? splice(text, first.start, line + layout.eol)
    : splice(text, endOfLine(source, before.end), layout.eol + line);
}

/** Behind directives, a hashbang, and a comment that a blank line sets off from the code. */
function ontoTop({ text, code, comments, program, layout: { eol } }: TsSource, line: string): string {
  const directives = program.body.filter(
    (statement) => statement.type === 'ExpressionStatement' && typeof statement.directive === 'string',
  );
  const start = directives.at(-1)?.end ?? program.hashbang?.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const headers = comments.filter(
    (one) => one.start >= start && code.slice(start, one.start).trim() === '' && /^\s*?\n\s*?\n/.test(text.slice(one.end)),
  );
  const at = headers.at(-1)?.end ?? start;
  const below = text.slice(at).replace(/^(?:[ \t]*\r?\n)+/, '');
  return `${text.slice(0, at)}${at > 1 ? eol + eol : ''}${line}${eol}${below === '' ? '' : eol}${below}`;
}

/** Behind the comment on the rest of the line, where nothing else is on it. */
function endOfLine({ code, comments }: TsSource, from: number): number {
  const end = from + code.slice(from).search(/[^ \t]|$/);
  return /^\r?\n|^$/.test(code.slice(end)) && !comments.some((one) => one.start < end && one.end > end) ? end : from;
}
