import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import type { Hint } from './hints.ts';
import { readCode } from './source-code.ts';

/** Tool, line, the last line that is left out, the line of the comment that ends it, and the reason. */
function drawn({ tool, line, until, end, reason }: Hint): string {
  return `${tool} ${line}-${until}${end === null ? '' : `/${end}`}${reason === null ? '' : ` ${reason}`}`;
}

for (const [text, ...expected] of [
  ['// v8 ignore next\na();\nb();', 'v8 1-2'],
  ['/* istanbul ignore next */\nfunction a() {\n  b();\n}\nc();', 'istanbul 1-4'],
  ['/* c8 ignore next 3 */\na();\nb();\nc();\nd();', 'c8 1-4'],
  ['a(); /* c8 ignore next */\nb();', 'c8 1-2'],
  ['/* c8 ignore next 9 */\na();', 'c8 1-2'],
  ['/* v8 ignore next */', 'v8 1-1'],
  ['const a = `${/* v8 ignore next */\n  b\n} c`;', 'v8 1-2'],
  ['const a = b ? c : /* istanbul ignore next */ (\n  d\n);', 'istanbul 1-2'],
  ['/* v8 ignore if */\nif (a)\n  b();\nelse\n  c();', 'v8 1-3'],
  ['/* istanbul ignore else -- never */\nif (a)\n  b();\nelse\n  c();', 'istanbul 1-5 never'],
  ['/* istanbul ignore else */\nif (\n  a) {\n  b();\n}', 'istanbul 1-3'],
  ['/* istanbul ignore else */\nif (a) b(); else if (c) d();', 'istanbul 1-2'],
  ['/* istanbul ignore if */\na();', 'istanbul 1-1'],
  ['a();\n/* v8 ignore start */\nb();\n/* v8 ignore stop */\nc();', 'v8 2-4/4'],
  ['a();\n/* c8 ignore start -- since */\nb();\nc();', 'c8 2-4 since'],
  ['/* node:coverage disable */\na();\n// v8 ignore stop\n/* node:coverage enable */\nb();', 'node:coverage 1-4/4'],
  ['/* node:coverage ignore next 2 */\na();\nb();', 'node:coverage 1-3'],
  ['a();\n/* istanbul ignore file */\nb();', 'istanbul 2-3'],
  ['/** v8 ignore next -- says why -- twice **/\na();', 'v8 1-2 says why -- twice'],
  ['/* v8 ignore next -- @preserve */\na();', 'v8 1-2'],
  ['/* v8 ignore next -- @preserve cannot fail */\na();', 'v8 1-2 cannot fail'],
  ['/*! c8 ignore next */ a();\n/* istanbul ignore next */ b();', 'c8 1-2', 'istanbul 2-2'],
  ['/* v8 ignore stop */ a();'],
  ['const a = "/* v8 ignore next */", b = `// c8 ignore next`;'],
  ['// what v8 ignore next does\n/* v8 ignored next */ /* ignore next */ a();'],
  ['class A {\n  /* istanbul ignore next */\n  b() {\n    c();\n  }\n}', 'istanbul 2-5'],
] as const) {
  test(`hints: ${text.replaceAll('\n', '⏎')}`, () => {
    deepEqual(readCode('a.ts', text)?.hints.map(drawn), expected);
  });
}
