import { equal, throws } from 'node:assert/strict';
import test from 'node:test';
import { editTsElement, editTsProperty } from './edit-ts-literal.ts';

function property(text: string, keys: readonly string[], name: string, value: string): string {
  return editTsProperty(text, { kind: 'ts-property', path: 'a.ts', call: 'compose', argument: 0, keys, name, value });
}

function element(text: string, keys: readonly string[], name: string, value: string): string {
  return editTsElement(text, { kind: 'ts-element', path: 'a.ts', call: 'compose', argument: 0, keys, name, value });
}

const long = 'x'.repeat(100);

for (const [what, before, keys, name, value, after] of [
  [
    'the first one',
    'export const all = compose({});\n',
    [],
    'orders',
    'bindOrders(context)',
    'export const all = compose({ orders: bindOrders(context) });\n',
  ],
  ['one more on the line', 'compose({ a: 1 });', [], 'b', '2', 'compose({ a: 1, b: 2 });'],
  ['one more on the line, which ends with a comma', 'compose({ a: 1, });', [], 'b', '2', 'compose({ a: 1, b: 2, });'],
  [
    'a line that gets too long',
    `\tcompose({ a: '${long}' });`,
    [],
    'b',
    `'${long}'`,
    `\tcompose({\n\t\ta: '${long}',\n\t\tb: '${long}',\n\t});`,
  ],
  ['the first one, too long for the line', 'compose({});', [], 'b', `'${long}${long}'`, `compose({\n  b: '${long}${long}',\n});`],
  [
    'a line with a comment is not broken',
    `compose({ a: '${long}' /* a */ });`,
    [],
    'b',
    `'${long}'`,
    `compose({ a: '${long}', b: '${long}' /* a */ });`,
  ],
  [
    'without a trailing comma where the file has none',
    'const list = [\n  1\n];\ncompose({\n  a: 1 // one\n});\n',
    [],
    'b',
    '2',
    'const list = [\n  1\n];\ncompose({\n  a: 1, // one\n  b: 2\n});\n',
  ],
  [
    'with one where the file has it',
    'compose({\n  a: 1, // one\n  // last\n});\n',
    [],
    'b',
    '2',
    'compose({\n  a: 1, // one\n  b: 2,\n  // last\n});\n',
  ],
  [
    'an empty list of a file without trailing commas',
    'const list = [\n  1\n];\ncompose({});',
    [],
    'b',
    `\`${long}${long}\``,
    `const list = [\n  1\n];\ncompose({\n  b: \`${long}${long}\`\n});`,
  ],
  [
    'deep, in the indentation, the quotes and the line ends of the file',
    'import a from "a";\r\ncompose({\r\n\tuseCases: {\r\n\t\tone: { status: "live" },\r\n\t},\r\n} as const);\r\n',
    ['useCases'],
    'two',
    "{\n  status: 'draft',\n  list: [\n    'it\\'s',\n  ],\n}",
    'import a from "a";\r\ncompose({\r\n\tuseCases: {\r\n\t\tone: { status: "live" },\r\n\t\ttwo: {\r\n\t\t\tstatus: "draft",\r\n\t\t\tlist: [\r\n\t\t\t\t\'it\\\'s\',\r\n\t\t\t],\r\n\t\t},\r\n\t},\r\n} as const);\r\n',
  ],
  ['the inside of a template stays', 'compose({\n  a: 1,\n});', [], 'b', '`one\n two`', 'compose({\n  a: 1,\n  b: `one\n two`,\n});'],
  ['a name that is no identifier', 'compose({ "a": 1 });', [], 'b-c', '2', 'compose({ "a": 1, "b-c": 2 });'],
  ['a name for itself', 'compose({ a });', [], 'b', 'b', 'compose({ a, b });'],
  ['a word for itself', 'compose({ a });', [], 'true', 'true', 'compose({ a, true: true });'],
  ['behind a spread', 'compose({ ...a } satisfies B);', [], 'b', '2', 'compose({ ...a, b: 2 } satisfies B);'],
  [
    'behind a byte order mark and letters of two units',
    '\uFEFF// 😀\ncompose({ "😀": "é" });',
    [],
    'b',
    '2',
    '\uFEFF// 😀\ncompose({ "😀": "é", b: 2 });',
  ],
] as const satisfies readonly (readonly [string, string, readonly string[], string, string, string])[]) {
  test(`a property: ${what}`, () => {
    const once = property(before, keys, name, value);
    equal(once, after);
    equal(property(once, keys, name, value), after);
  });
}

for (const [what, text, name, value] of [
  ['other spaces and commas', 'compose({ a: bind( x, {\n "b": [1,], } ) });', 'a', 'bind(x, { b: [1] })'],
  ['other quotes and parentheses', 'compose({ "a": (x) => ("y") });', 'a', "x => 'y'"],
  ['a shorthand', 'compose({ a });', 'a', 'a'],
  ['a shorthand inside', 'compose({ a: { b } });', 'a', '{ b: b }'],
  ['numbers, regular expressions and the like', 'compose({ a: [1n, /a/g, null, 1.5] });', 'a', '[1n, /a/g, null, 1.5]'],
  ['a computed key inside', 'compose({ a: { [b]: 1 } });', 'a', '{ [b]: 1 }'],
] as const) {
  test(`a property is there already: ${what}`, () => equal(property(text, [], name, value), text));
}

for (const [what, before, keys, name, value, after] of [
  ['one more', "compose({ a: { list: ['x'] } })", ['a'], 'list', "'y'", "compose({ a: { list: ['x', 'y'] } })"],
  ['the first one', 'compose({ list: [] })', [], 'list', 'on(bound)', 'compose({ list: [on(bound)] })'],
  ['there already', 'compose({ list: ["x"] as const })', [], 'list', "'x'", 'compose({ list: ["x"] as const })'],
  [
    'the list is made',
    'compose({\n  a: {\n    b: 1,\n  },\n})',
    ['a'],
    'list',
    "'x'",
    "compose({\n  a: {\n    b: 1,\n    list: ['x'],\n  },\n})",
  ],
  [
    'over several lines',
    'compose({ list: [\n  // one\n  on(a),\n] })',
    [],
    'list',
    'on(\n  b,\n)',
    'compose({ list: [\n  // one\n  on(a),\n  on(\n    b,\n  ),\n] })',
  ],
  [
    'over several lines into one',
    'compose({ list: [on(a)] })',
    [],
    'list',
    'on(\n  b,\n)',
    'compose({ list: [\n  on(a),\n  on(\n    b,\n  ),\n] })',
  ],
  ['holes', 'compose({ list: [1, , 3] })', [], 'list', '4', 'compose({ list: [1, , 3, 4] })'],
] as const satisfies readonly (readonly [string, string, readonly string[], string, string, string])[]) {
  test(`an element: ${what}`, () => equal(element(before, keys, name, value), after));
}

for (const [what, text, keys, code, message] of [
  ['another value', 'compose({ a: { b: 1 } });', ['a'], 'edit/exists', 'a.ts has a.b already, with other content.'],
  ['a method', 'compose({ a: { b() {} } });', ['a'], 'edit/exists', 'a.ts has a.b already, with other content.'],
  ['no call', 'other({});', [], 'edit/anchor-missing', 'a.ts has no call of compose, so there is no place for the edit.'],
  [
    'two calls',
    'compose({}); compose({});',
    [],
    'edit/anchor-ambiguous',
    'a.ts has call of compose more than once, so the edit could mean each of them.',
  ],
  [
    'no argument',
    'compose();',
    [],
    'edit/anchor-missing',
    'a.ts has no object literal as argument 1 of compose, so there is no place for the edit.',
  ],
  [
    'no literal',
    'compose(a);',
    [],
    'edit/anchor-missing',
    'a.ts has no object literal as argument 1 of compose, so there is no place for the edit.',
  ],
  [
    'no such key',
    'compose({ [a]: {} });',
    ['a'],
    'edit/anchor-missing',
    'a.ts has no a in the object of compose, so there is no place for the edit.',
  ],
  [
    'no object there',
    'compose({ a: b });',
    ['a'],
    'edit/anchor-missing',
    'a.ts has no object literal at a in the object of compose, so there is no place for the edit.',
  ],
  [
    'the key twice',
    'compose({ a: {}, "a": {} });',
    ['a'],
    'edit/anchor-ambiguous',
    'a.ts has the key a more than once, so the edit could mean each of them.',
  ],
  [
    'a syntax error',
    'compose({',
    ['a'],
    'edit/not-parsed',
    'a.ts cannot be edited, as it is not valid TypeScript: Expected `}` but found `EOF`',
  ],
] as const) {
  test(`a property, ${what}: ${code}`, () => {
    throws(() => property(text, keys, 'b', '2'), { code, message, file: 'a.ts' });
  });
}

test('a file of another language is compared in its own', () => {
  const text = 'compose({ list: [on(a)] })';
  equal(editTsElement(text, { kind: 'ts-element', path: 'a.js', call: 'compose', argument: 0, keys: [], name: 'list', value: 'on(a)' }), text);
});

test('a file that is no text has no place', () => {
  throws(() => property('\uFFFD', [], 'a', '2'), { code: 'edit/not-parsed', line: 1, column: 1 });
});

test('an error names the place', () => {
  throws(() => property('\ncompose({\n  a: 1 });', [], 'a', '2'), { line: 3, column: 3 });
});

test('an element needs a list', () => {
  throws(() => element('compose({ list: a })', [], 'list', '1'), {
    code: 'edit/exists',
    message: 'a.ts has list already, with other content.',
  });
});

test('a value that is no expression is a fault of the caller', () => {
  throws(() => property('compose({});', [], 'a', 'b; c'), { name: 'Error', message: 'Not an expression: b; c' });
});
