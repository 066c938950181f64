import { isDeepStrictEqual } from 'node:util';
import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode, visit, type Node, type ParseError } from 'jsonc-parser';
import { anchorAmbiguous, editExists, notParsed, placeAt } from './edit-error.ts';
import { insertItem, withoutComments, type Span } from './insert-item.ts';
import { layoutOf } from './layout.ts';
import type { Edit } from './plan.ts';
import { byUnits, sortedIndex } from './sorted-index.ts';

/** Objects whose keys people and package managers keep in order. */
const sortedObjects = new Set([
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
  'peerDependenciesMeta',
  'dependenciesMeta',
  'resolutions',
  'overrides',
  'scripts',
]);

/**
 * The text with the value at its path of keys, objects on the way made where there are none; the same text where an equal value is there.
 * Comments, order, indentation and line ends stay; in `dependencies` and the like a key goes where the order asks for it.
 * Throws `edit/exists`, `edit/anchor-ambiguous` and `edit/not-parsed`.
 */
export function editJson(text: string, { path, keys, value }: Extract<Edit, { kind: 'json' }>): string {
  let node = parse(text, path);
  for (const [index, key] of keys.entries()) {
    const name = keys.slice(0, index + 1).join('.');
    if (node.type !== 'object') throw editExists(path, index === 0 ? null : keys.slice(0, index).join('.'), placeAt(text, node.offset));
    if (propertiesOf(node).filter((one) => one.key === key).length > 1) throw anchorAmbiguous(path, `the key ${name}`);
    const held = findNodeAtLocation(node, [key]);
    if (held === undefined) return insert(text, node, keys.slice(0, index), key, nest(keys.slice(index + 1), value));
    node = held;
  }
  if (isDeepStrictEqual(structuredClone(getNodeValue(node)), value)) return text;
  throw editExists(path, keys.join('.'), placeAt(text, node.offset));
}

function parse(text: string, path: string): Node {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [error] = errors;
  if (error !== undefined) throw notParsed(path, 'JSON', text, error.offset, printParseErrorCode(error.error));
  if (root === undefined) throw notParsed(path, 'JSON', text, 0, 'it is empty');
  return root;
}

function propertiesOf({ children: properties = [] }: Node): readonly { readonly key: string; readonly span: Span }[] {
  return properties.map(({ offset, length, children: [key] = [] }) => ({
    key: String(key?.value),
    span: { start: offset, end: offset + length },
  }));
}

function nest(keys: readonly string[], value: unknown): unknown {
  return keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

function insert(text: string, object: Node, way: readonly string[], key: string, value: unknown): string {
  const layout = { ...layoutOf(text), trailingComma: false, inline: false };
  const comments = commentsIn(text);
  const present = propertiesOf(object);
  const list = {
    text,
    code: withoutComments(text, comments),
    comments,
    open: object.offset,
    close: object.offset + object.length - 1,
    items: present.map(({ span }) => span),
  };
  const index = sortedObjects.has(way.at(-1) ?? '')
    ? sortedIndex(
        present.map((one) => one.key),
        key,
        [byUnits],
      )
    : present.length;
  const json = `${JSON.stringify(key)}: ${JSON.stringify(value, null, layout.indent)}`;
  return insertItem(list, index, (indent) => json.replaceAll('\n', layout.eol + indent), layout);
}

function commentsIn(text: string): readonly Span[] {
  const comments: Span[] = [];
  visit(text, { onComment: (start, length) => void comments.push({ start, end: start + length }) });
  return comments;
}
