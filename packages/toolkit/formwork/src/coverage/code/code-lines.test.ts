import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { codeLines } from './code-lines.ts';

for (const [what, text, expected] of [
  ['nothing', '', []],
  ['words', '// words\n/* more\n words */;\n', []],
  ['types', "import type { A } from './a.ts';\nexport type { A };\nexport interface B {\n  b: A;\n}\nexport type C = B;", []],
  [
    'what is exported from elsewhere',
    "import { a } from './a.ts';\nexport { a };\nexport * from './b.ts';\nexport * as c from './c.ts';",
    [],
  ],
  [
    'what is declared',
    'declare const a: 1;\nexport declare class B {}\ndeclare enum C { D }\ndeclare module "e" {}\ndeclare function f(): void;',
    [],
  ],
  ['a value', 'export const a = 1;', [1]],
  ['a call', '\na();', [2]],
  ['a directive', "'use strict';", []],
  ['a default', 'export default 1;', [1]],
  ['an enum, a namespace', 'enum A { B }\nnamespace C { d(); }', [1, 2]],
  [
    'a function among types and words',
    '#!/usr/bin/env node\n// words\ntype A = 1;\nexport function f(\n  a: A, // more\n) {\n\n  /* more */ g(a);\n  return [\n    a,\n  ];\n}\n',
    [4, 5, 8, 9, 10],
  ],
  ['a class', 'class A {\n  b() {\n    c();\n  }\n}', [1, 2, 3]],
  ['words inside of a text', 'const a = `\n// no words\n`;', [1, 2, 3]],
  ['a byte order mark', '\uFEFF// words\na();', [2]],
  ['CRLF', '// words\r\na();\r\n', [2]],
  ['what cannot be parsed', 'const = broken', null],
] as const) {
  test(`lines of code: ${what}`, () => {
    const lines = codeLines('a.ts', text);
    deepEqual(lines === null ? null : [...lines], expected);
  });
}

test('the name says the language', () => {
  deepEqual(codeLines('a.tsx', 'type Props = { a: 1 };'), new Set());
  deepEqual(codeLines('a.jsx', 'export const a = <b>c</b>;'), new Set([1]));
});
