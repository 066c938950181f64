import { deepEqual, equal, throws } from 'node:assert/strict';
import test from 'node:test';
import { editJson } from './edit-json.ts';

type Keys = readonly [string, ...string[]];

function edit(text: string, keys: Keys, value: unknown): string {
  return editJson(text, { kind: 'json', path: 'package.json', keys, value });
}

for (const [what, before, keys, value, after] of [
  [
    'a key comes last, behind the comment of the line',
    '{\n  "name": "shop", // ours\n  "files": ["a"] // all\n}\n',
    ['type'],
    'module',
    '{\n  "name": "shop", // ours\n  "files": ["a"], // all\n  "type": "module"\n}\n',
  ],
  [
    'a sorted object stays sorted, at its start',
    '{\n  "dependencies": {\n    "b": "1",\n    "d": "1"\n  }\n}\n',
    ['dependencies', 'a'],
    '2',
    '{\n  "dependencies": {\n    "a": "2",\n    "b": "1",\n    "d": "1"\n  }\n}\n',
  ],
  [
    'in the middle, on one line',
    '{ "devDependencies": { "b": "1", "d": "1" } }',
    ['devDependencies', 'c'],
    '2',
    '{ "devDependencies": { "b": "1", "c": "2", "d": "1" } }',
  ],
  [
    'an unsorted one gets it last',
    '{\n  "scripts": {\n    "test": "t",\n    "build": "b"\n  }\n}\n',
    ['scripts', 'lint'],
    'l',
    '{\n  "scripts": {\n    "test": "t",\n    "build": "b",\n    "lint": "l"\n  }\n}\n',
  ],
  [
    'elsewhere order is not ours to make',
    '{\n  "exports": {\n    "import": "./b.js"\n  }\n}\n',
    ['exports', 'default'],
    './a.js',
    '{\n  "exports": {\n    "import": "./b.js",\n    "default": "./a.js"\n  }\n}\n',
  ],
  [
    'objects on the way are made',
    '{}\n',
    ['exports', './events/*'],
    ['a'],
    '{\n  "exports": {\n    "./events/*": [\n      "a"\n    ]\n  }\n}\n',
  ],
  [
    'tabs, CRLF and a comment over two lines',
    '{\r\n\t"a": 1, /* of\r\n\ttwo */ "b": 2\r\n}',
    ['c'],
    { d: [] },
    '{\r\n\t"a": 1, /* of\r\n\ttwo */ "b": 2,\r\n\t"c": {\r\n\t\t"d": []\r\n\t}\r\n}',
  ],
  [
    'the comment that goes on below stays behind',
    '{\n  "dependencies": {\n    "a": 1, /* of\n    two */ "c": 2\n  }\n}',
    ['dependencies', 'b'],
    3,
    '{\n  "dependencies": {\n    "a": 1,\n    "b": 3, /* of\n    two */ "c": 2\n  }\n}',
  ],
  ['a trailing comma and a byte order mark', '\uFEFF{"a":1,"b":2,}', ['c'], 3, '\uFEFF{"a":1,"b":2, "c": 3,}'],
  ['a trailing comma over several lines', '{\n  "a": 1,\n}', ['b'], 2, '{\n  "a": 1,\n  "b": 2,\n}'],
  ['a bracket behind the last item', '{\n  "a": 1}', ['b'], 2, '{\n  "a": 1,\n  "b": 2}'],
  ['only a comment inside', '{\n  // none yet\n}\n', ['a'], null, '{\n  // none yet\n  "a": null\n}\n'],
  [
    'an equal value is there already',
    '{ "a": { "b": [1, { "c": null, "d": 2 }] } }',
    ['a'],
    { b: [1, { d: 2, c: null }] },
    '{ "a": { "b": [1, { "c": null, "d": 2 }] } }',
  ],
  ['a key that objects have by nature', '{ "a": 1 }', ['constructor'], 1, '{ "a": 1, "constructor": 1 }'],
] as const satisfies readonly (readonly [string, string, Keys, unknown, string])[]) {
  test(what, () => {
    const once = edit(before, keys, value);
    equal(once, after);
    equal(edit(once, keys, value), after);
  });
}

test('a line that would get too long is broken', () => {
  const name = 'n'.repeat(60);
  equal(
    edit(`{\n  "dependencies": { "a": "${name}", "b": "${name}" }\n}`, ['dependencies', 'c'], '*'),
    `{\n  "dependencies": {\n    "a": "${name}",\n    "b": "${name}",\n    "c": "*"\n  }\n}`,
  );
});

for (const [what, before, keys, code, line, column] of [
  ['another value', '{\n  "dependencies": { "a": "1" }\n}', ['dependencies', 'a'], 'edit/exists', 2, 26],
  ['no object on the way', '{\n  "a": [1]\n}', ['a', 'b'], 'edit/exists', 2, 8],
  ['no object at all', '[]', ['a'], 'edit/exists', 1, 1],
  ['the same key twice', '{ "a": {}, "a": {} }', ['a', 'b'], 'edit/anchor-ambiguous', 1, 1],
  ['a syntax error', '{\n  "a": }', ['a'], 'edit/not-parsed', 2, 8],
  ['nothing', '', ['a'], 'edit/not-parsed', 1, 1],
] as const satisfies readonly (readonly [string, string, Keys, string, number, number])[]) {
  test(`${what}: ${code}`, () => {
    throws(() => edit(before, keys, '2'), { code, file: 'package.json', line, column });
  });
}

test('the error names the key', () => {
  throws(() => edit('{ "a": { "b": 1 } }', ['a', 'b'], 2), { message: 'package.json has a.b already, with other content.' });
  throws(() => edit('[]', ['a'], 2), { message: 'package.json is there already, with other content.' });
  deepEqual(edit('{ "a": { "b": 1 } }', ['a', 'b'], 1), '{ "a": { "b": 1 } }');
});
