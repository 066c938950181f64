import { Visitor, type ArrayExpression, type CallExpression, type Node, type ObjectExpression, type ObjectProperty } from 'oxc-parser';
import { anchorAmbiguous, anchorMissing, editExists, placeAt } from './edit-error.ts';
import { insertItem, type BracketList, type Span } from './insert-item.ts';
import type { Edit } from './plan.ts';
import { keyOf, parseTs, parseValue, sameCode, type TsSource } from './ts-source.ts';
import { renderValue } from './ts-value.ts';

type PropertyEdit = Extract<Edit, { kind: 'ts-property' }>;
type ElementEdit = Extract<Edit, { kind: 'ts-element' }>;

/**
 * The text with a property more in the object literal that the edit leads to, put last; the same text where it has the same value.
 * Throws `edit/exists`, `edit/anchor-missing`, `edit/anchor-ambiguous` and `edit/not-parsed`.
 */
export function editTsProperty(text: string, edit: PropertyEdit): string {
  const source = parseTs(edit.path, text);
  const object = findObject(source, edit);
  const way = [...edit.keys, edit.name];
  const property = findProperty(source, object, way);
  if (property === null) return addProperty(source, object, edit.name, edit.value);
  if (sameCode(property.value, parseValue(edit.value, source).expression)) return text;
  throw exists(source, property, way);
}

/**
 * The text with an element more at the end of the array literal that the edit leads to; the same text where an equal element is in it.
 * A property that is not there is made. Throws as `editTsProperty` does; `edit/exists` where the property holds no array literal.
 */
export function editTsElement(text: string, edit: ElementEdit): string {
  const source = parseTs(edit.path, text);
  const object = findObject(source, edit);
  const way = [...edit.keys, edit.name];
  const property = findProperty(source, object, way);
  if (property === null) return addProperty(source, object, edit.name, `[${edit.value}]`);
  const array = bare(property.value);
  if (array.type !== 'ArrayExpression') throw exists(source, property, way);
  const wanted = parseValue(edit.value, source).expression;
  if (array.elements.some((element) => sameCode(element, wanted))) return text;
  const items = array.elements.filter((element) => element !== null);
  return insertItem(listOf(source, array, items), items.length, renderValue(edit.value, source), source.layout);
}

/** The object that `keys` lead to, from the argument of the only call. */
function findObject(source: TsSource, { call, argument, keys }: PropertyEdit | ElementEdit): ObjectExpression {
  const found: CallExpression[] = [];
  new Visitor({
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === call) found.push(node);
    },
  }).visit(source.program);
  const [only, ...more] = found;
  if (only === undefined) throw anchorMissing(source.path, `call of ${call}`);
  if (more.length > 0) throw anchorAmbiguous(source.path, `call of ${call}`);
  const given = only.arguments[argument];
  const start = given === undefined ? null : bare(given);
  if (start?.type !== 'ObjectExpression') throw anchorMissing(source.path, `object literal as argument ${argument + 1} of ${call}`);
  return keys.reduce((object, _, index) => {
    const way = keys.slice(0, index + 1);
    const property = findProperty(source, object, way);
    if (property === null) throw anchorMissing(source.path, `${way.join('.')} in the object of ${call}`);
    const value = bare(property.value);
    if (value.type !== 'ObjectExpression') throw anchorMissing(source.path, `object literal at ${way.join('.')} in the object of ${call}`);
    return value;
  }, start);
}

function findProperty({ path }: TsSource, object: ObjectExpression, way: readonly string[]): ObjectProperty | null {
  const [property, ...more] = object.properties.flatMap((one) => (one.type === 'Property' && keyOf(one) === way.at(-1) ? [one] : []));
  if (more.length > 0) throw anchorAmbiguous(path, `the key ${way.join('.')}`);
  return property ?? null;
}

function addProperty(source: TsSource, object: ObjectExpression, name: string, value: string): string {
  const render = renderValue(value, source);
  const key = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : `${source.quote}${name}${source.quote}`;
  const isShort = value === name && parseValue(value, source).expression.type === 'Identifier';
  const list = listOf(source, object, object.properties);
  return insertItem(list, list.items.length, (indent) => (isShort ? name : `${key}: ${render(indent)}`), source.layout);
}

function listOf({ text, code, comments }: TsSource, literal: ObjectExpression | ArrayExpression, items: readonly Span[]): BracketList {
  return { text, code, comments, open: literal.start, close: literal.end - 1, items };
}

/** The expression inside of `as`, `satisfies` and the like. */
function bare(node: Node): Node {
  const isWrapped = node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression';
  return isWrapped ? bare(node.expression) : node;
}

function exists({ path, text }: TsSource, property: ObjectProperty, way: readonly string[]): Error {
  return editExists(path, way.join('.'), placeAt(text, property.start));
}
