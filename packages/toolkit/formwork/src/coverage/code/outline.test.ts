import { deepEqual, ok } from 'node:assert/strict';
import test from 'node:test';
import { readCode } from './source-code.ts';

type Drawn = Partial<Record<'units' | 'functions' | 'branches' | 'arms' | 'turns' | 'waits' | 'blocks' | 'texts' | 'idle', readonly string[]>>;

/** What a source holds, each piece as it is written, on one line; `?` behind a statement that tools may leave out; of a wait all that it ends. */
function outline(file: string, text: string): Drawn {
  const code = readCode(file, text);
  ok(code);
  const written = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end).replace(/\s+/g, ' ');
  const drawn: Drawn = {
    units: code.units.map((unit) => `${written(unit)}${unit.isOptional ? ' ?' : ''}`),
    functions: code.functions.map(written),
    branches: code.branches.map(({ kind, arms }) => `${kind}: ${arms.map((arm) => (arm === null ? '' : written(arm))).join(' | ')}`),
    arms: code.arms.map(written),
    turns: code.turns.map(({ at, end }) => written({ start: at, end })),
    waits: code.waits.map((end) => written({ start: 0, end })),
    blocks: code.blocks.map(written),
    texts: code.texts.map(written),
    idle: code.idle.map(written),
  };
  return Object.fromEntries(Object.entries(drawn).filter(([, pieces]) => pieces.length > 0));
}

for (const [file, text, expected] of [
  // Statements.
  ['a.js', 'while (a) break;', { units: ['while (a) break;', 'break;'], turns: ['break;'] }],
  ['a.js', 'do continue; while (a);', { units: ['do continue; while (a);', 'continue;'], turns: ['continue;'] }],
  ['a.js', 'a: for (;;) b();', { units: ['a: for (;;) b(); ?', 'for (;;) b();', 'b();'], turns: ['b();'] }],
  ['a.js', 'for (const a in b) c();', { units: ['for (const a in b) c();', 'c();'], turns: ['c();'] }],
  ['a.js', 'for (const a of b) c();', { units: ['for (const a of b) c();', 'c();'], turns: ['c();'] }],
  ['a.js', 'debugger;', { units: ['debugger;'] }],
  ['a.js', 'throw a;', { units: ['throw a;'] }],
  ['a.cjs', 'with (a) b;', { units: ['with (a) b;', 'b;'] }],
  ['a.js', 'export default a;', { units: ['export default a; ?'] }],
  ['a.cts', 'export = a;', { units: ['export = a; ?'] }],
  ['a.ts', 'enum E { A = f() }', { units: ['enum E { A = f() } ?'] }],
  ['a.ts', 'class A { accessor b = c; static d = e; }', { units: ['accessor b = c; ?', 'static d = e;'] }],
  ['a.js', 'try { a(); } catch { b(); }', { units: ['try { a(); } catch { b(); } ?', 'a();', 'b();'], arms: ['catch { b(); }'], turns: ['catch { b(); }'], blocks: ['{ a(); }', '{ b(); }'] }],
  ['a.js', 'let a = b;', { units: ['a = b'] }],
  ['a.js', "import * as a from 'b';\nconst c = a.d;", { units: ['c = a.d ?'], idle: ["import * as a from 'b';"] }],
  // Functions.
  ['a.ts', 'function f(a: 1): void;\nfunction f(a) { return a; }', { units: ['return a;'], functions: ['function f(a) { return a; }'], blocks: ['{ return a; }'], idle: ['function f(a: 1): void;'] }],
  ['a.js', 'f(function g() {});', { units: ['f(function g() {});'], functions: ['function g() {}'], blocks: ['{}'] }],
  ['a.js', 'let f = () => a;', { units: ['f = () => a', 'a'], functions: ['() => a'] }],
  ['a.js', 'f({ g() {}, get h() { a; } });', { units: ['f({ g() {}, get h() { a; } });', 'a;'], functions: ['g() {}', 'get h() { a; }'], blocks: ['{}', '{ a; }'] }],
  ['a.ts', 'class A { b(): void; b() {} }', { functions: ['b() {}'], blocks: ['{}'], idle: ['b(): void;'] }],
  ['a.ts', 'function f(this: A) {}', { functions: ['function f(this: A) {}'], blocks: ['{}'], idle: ['this: A'] }],
  // Ways through branches.
  ['a.js', 'if (a) b();', { units: ['if (a) b();', 'b();'], branches: ['if: b(); | '], arms: ['b();'], turns: ['b();'] }],
  ['a.js', 'if (a) b(); else c();', { units: ['if (a) b(); else c();', 'b();', 'c();'], branches: ['if: b(); | c();'], arms: ['b();', 'c();'], turns: ['b();', ' else c();'] }],
  ['a.js', 'switch (a) { case b: default: }', { units: ['switch (a) { case b: default: }'], branches: ['switch: case b: | default:'], arms: ['case b:', 'default:'], turns: ['case b:', 'default:'], blocks: ['switch (a) { case b: default: }'] }],
  ['a.js', 'f(a ? b : c);', { units: ['f(a ? b : c);'], branches: ['cond-expr: b | c'], arms: ['b', 'c'], turns: ['? b', ': c'] }],
  ['a.js', 'f(a && b || c);', { units: ['f(a && b || c);'], branches: ['binary-expr: a | b | c'], arms: ['a', 'b', 'c'], turns: ['&& b', '|| c'] }],
  ['a.js', 'function f(a = b) {}', { functions: ['function f(a = b) {}'], branches: ['default-arg: b'], arms: ['b'], blocks: ['{}'] }],
  // What is waited for.
  ['a.js', 'await a; b();', { units: ['await a;', 'b();'], waits: ['await a'] }],
  ['a.js', 'function* f() { yield a; }', { units: ['yield a;'], functions: ['function* f() { yield a; }'], waits: ['function* f() { yield a'], blocks: ['{ yield a; }'] }],
  // What stands between braces, and where V8 counts anew.
  ['a.js', '{ a(); }', { units: ['a();'], blocks: ['{ a(); }'] }],
  ['a.js', 'class A { static { a(); } }', { units: ['a();'], blocks: ['static { a(); }'] }],
  ['a.js', 'a?.b.c;', { units: ['a?.b.c;'], turns: ['?.b'] }],
  ['a.js', 'a?.(b);', { units: ['a?.(b);'], turns: ['?.(b)'] }],
  // Texts, in which a bracket counts.
  ['a.js', "f(\n'}',\n);", { units: ["f( '}', );"], texts: ["'}'"] }],
  ['a.js', 'f(`\n}\n`);', { units: ['f(` } `);'], texts: [' } '] }],
  ['a.jsx', 'f(<p>\n!\n</p>);', { units: ['f(<p> ! </p>);'], texts: [' ! '] }],
  // What runs nothing.
  ['a.js', "'use strict';\nimport a from 'b';\nexport { a };\nexport * from 'c';", { idle: ["'use strict';", "import a from 'b';", 'export { a };', "export * from 'c';"] }],
  ['a.ts', 'interface A { b: 1 }\ntype C = A;', { idle: ['interface A { b: 1 }', 'type C = A;'] }],
  ['a.ts', 'export default interface A {}', { idle: ['export default interface A {}'] }],
  ['a.ts', "import a = require('a');", { idle: ["import a = require('a');"] }],
  ['a.d.ts', 'export as namespace A;', { idle: ['export as namespace A;'] }],
  ['a.ts', 'abstract class A { abstract b(): void; abstract accessor c: 1; }', { idle: ['abstract b(): void;', 'abstract accessor c: 1;'] }],
  ['a.ts', 'declare const a: string;', { idle: ['declare const a: string;'] }],
  ['a.ts', 'declare class A { b(): void }', { idle: ['declare class A { b(): void }'] }],
  ['a.ts', 'declare enum E { A }', { idle: ['declare enum E { A }'] }],
  ['a.ts', "declare module 'm' { const a: 1 }", { idle: ["declare module 'm' { const a: 1 }"] }],
  ['a.ts', 'namespace N { export type T = 1 }', { idle: ['namespace N { export type T = 1 }'] }],
  ['a.ts', 'class A { [key: string]: 1; declare b: 2; c: 3; d = e; abstract f: 5; }', { units: ['d = e;'], idle: ['[key: string]: 1;', 'declare b: 2;', 'c: 3;', 'abstract f: 5;'] }],
  ['a.ts', 'class A implements B, C {}', { idle: [' implements B, C'] }],
  ['a.ts', 'f(class extends D<E> implements B {});', { units: ['f(class extends D<E> implements B {});'], idle: ['<E>', ' implements B'] }],
  ['a.ts', 'f(a as\n  string);', { units: ['f(a as string);'], idle: [' as string'] }],
  ['a.ts', 'f(a satisfies\n  string);', { units: ['f(a satisfies string);'], idle: [' satisfies string'] }],
  ['a.ts', 'f(<string>\na);', { units: ['f(<string> a);'], idle: ['<string> '] }],
] as const) {
  test(`${file} holds: ${JSON.stringify(text)}`, () => deepEqual(outline(file, text), expected));
}
