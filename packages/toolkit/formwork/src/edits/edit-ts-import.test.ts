import { equal, throws } from 'node:assert/strict';
import test from 'node:test';
import { editTsImport } from './edit-ts-import.ts';

function edit(text: string, from: string, names: readonly string[], typeOnly = false): string {
  return editTsImport(text, { kind: 'ts-import', path: 'a.ts', from, names, typeOnly });
}

const imports = `import { join } from 'node:path'; // paths
import { z } from 'zod';
import { far } from '../far.ts';
import { near } from './near.ts';

export const a = near;
`;

for (const [what, before, from, names, after] of [
  ['into nothing', '', './a.ts', ['a'], "import { a } from './a.ts';\n"],
  ['before code', 'code();\n', './a.ts', ['a'], "import { a } from './a.ts';\n\ncode();\n"],
  ['before code and its comment', '/** Why. */\ncode();\n', './a.ts', ['a'], "import { a } from './a.ts';\n\n/** Why. */\ncode();\n"],
  ['behind a licence', '// Mine.\n\ncode();\n', './a.ts', ['a'], "// Mine.\n\nimport { a } from './a.ts';\n\ncode();\n"],
  [
    'behind a hashbang',
    '#!/usr/bin/env node\ncode();\n',
    './a.ts',
    ['a'],
    "#!/usr/bin/env node\n\nimport { a } from './a.ts';\n\ncode();\n",
  ],
  ['behind a directive', '"use client";\ncode();\n', './a.ts', ['a'], '"use client";\n\nimport { a } from "./a.ts";\n\ncode();\n'],
  ['behind a byte order mark', '\uFEFFcode();\r\n', './a.ts', ['a'], "\uFEFFimport { a } from './a.ts';\r\n\r\ncode();\r\n"],
  ['into its place at the start', imports, 'node:fs', ['read'], `import { read } from 'node:fs';\n${imports}`],
  ['into its place behind a comment', imports, 'node:url', ['url'], imports.replace('paths\n', "paths\nimport { url } from 'node:url';\n")],
  ['into its place by distance', imports, '../b.ts', ['b'], imports.replace('import { far', "import { b } from '../b.ts';\nimport { far")],
  ['into its place at the end', imports, './z.ts', ['z1'], imports.replace("near.ts';\n", "near.ts';\nimport { z1 } from './z.ts';\n")],
  [
    'last, where they are in no order',
    "import 'b';\nimport 'a';\nimport './a';\nimport 'c';",
    'a2',
    ['a'],
    "import 'b';\nimport 'a';\nimport './a';\nimport 'c';\nimport { a } from 'a2';",
  ],
  ['on a line of its own', "import 'b'; code();", 'c', ['c'], "import 'b';\nimport { c } from 'c'; code();"],
  [
    'behind a comment that goes on below',
    "import 'b'; /* of\ntwo */ code();",
    'c',
    ['c'],
    "import 'b';\nimport { c } from 'c'; /* of\ntwo */ code();",
  ],
  ['in the style of the file', 'import "b"\n', 'c', ['c'], 'import "b"\nimport { c } from "c"\n'],
  ['among sorted names', "import { a, c } from 'x';", 'x', ['b', 'd'], "import { a, b, c, d } from 'x';"],
  ['among names sorted as letters', "import { a, Bb, c } from 'x';", 'x', ['B'], "import { a, B, Bb, c } from 'x';"],
  ['behind names in no order', "import { c, a } from 'x';", 'x', ['b'], "import { c, a, b } from 'x';"],
  ['among names on lines', "import {\n  a,\n  c\n} from 'x';", 'x', ['b'], "import {\n  a,\n  b,\n  c\n} from 'x';"],
  ['into empty braces', "import {} from 'x';", 'x', ['b'], "import { b } from 'x';"],
  ['beside a default', "import x, { a } from 'x';", 'x', ['b'], "import x, { a, b } from 'x';"],
  ['beside a default alone', "import x from 'x';", 'x', ['b'], "import x from 'x';\nimport { b } from 'x';"],
  ['beside types', "import type { A } from 'x';", 'x', ['b'], "import type { A } from 'x';\nimport { b } from 'x';"],
  ['beside an alias', "import { a as b } from 'x';", 'x', ['a'], "import { a, a as b } from 'x';"],
  ['beside a name that is text', "import { 'a' as b } from 'x';", 'x', ['c'], "import { 'a' as b, c } from 'x';"],
  [
    'what is there drops out',
    "import { a, b } from 'x';\nexport default 1;\n",
    'x',
    ['b', 'a'],
    "import { a, b } from 'x';\nexport default 1;\n",
  ],
] as const) {
  test(`names, ${what}`, () => {
    const once = edit(before, from, names);
    equal(once, after);
    equal(edit(once, from, names), after);
  });
}

for (const [what, before, after] of [
  ['a statement', '', "import type { T } from 'x';\n"],
  [
    'into a statement of types',
    "import { a } from 'x';\nimport type { A } from 'x';",
    "import { a } from 'x';\nimport type { A, T } from 'x';",
  ],
  ['into a statement of values', "import { type S, Z, type U } from 'x';", "import { type S, Z, type U, type T } from 'x';"],
  ['sorted by name', "import { type S, type U } from 'x';", "import { type S, type T, type U } from 'x';"],
  ['what is there as a value', "import { T } from 'x';", "import { T } from 'x';"],
  ['what is there as a type', "import { type T } from 'x';", "import { type T } from 'x';"],
] as const) {
  test(`a type, ${what}`, () => equal(edit(before, 'x', ['T'], true), after));
}

for (const [what, text, line, column] of [
  ['from elsewhere', "import { a } from 'y';", 1, 10],
  ['as a default', "import a from 'x';", 1, 8],
  ['as all of it', "import * as a from 'x';", 1, 13],
  ['only as a type', "import { type a } from 'x';", 1, 15],
  ['declared here', "import { b } from 'x';\nconst b2 = 1, a = 2;", 2, 15],
  ['exported here', 'export function a() {}', 1, 17],
  ['a class', 'class a {}', 1, 7],
  ['a type', 'export type a = 1;', 1, 13],
] as const) {
  test(`the name stands for something else, ${what}: edit/exists`, () => {
    throws(() => edit(text, 'x', ['a']), { code: 'edit/exists', message: 'a.ts has a already, with other content.', line, column });
  });
}

test('a pattern, a default export and a re-export give no name', () => {
  const text = "export * from 'y';\nexport default function () {}\nconst { a: [b] } = c;\n";
  equal(edit(text, 'x', ['d']), `import { d } from 'x';\n\n${text}`);
});
