import { equal } from 'node:assert/strict';
import test from 'node:test';
import { bothPictures, drawn } from '../testing/draw-judged.ts';

type Row = {
  readonly picture: string;
  /** Other records of lcov than DA, parted by spaces. */
  readonly more?: string;
  readonly file?: string;
};

/** As istanbul, nyc, jest and vitest write lcov: a count where a statement begins, and the ways through branches. */
const rows: Readonly<Record<string, Row>> = {
  'words, brackets and types run nothing': {
    picture: `
      .   | #!/usr/bin/env node
      .   | // words
      .   | /* more
      .   |  words */
      .   | 'use strict';
      .   | import type { A } from './a.ts';
      .   | import {
      .   |   b,
      .   | } from './b.ts';
      .   | export * from './c.ts';
      .   | export { b };
      .   | export type {
      .   |   A,
      .   | };
      .   | interface C {
      .   |   c: A;
      .   | }
      .   | type D =
      .   |   | 'a'
      .   |   | 'b';
      .   | declare const e: number;
      .   | declare module 'f' {
      .   |   const g: number;
      .   | }
      .   | declare global {
      .   |   interface H {}
      .   | }
      .   | namespace I {
      .   |   export type J = 1;
      .   | }
      .   | function k(a: string): void;
      .   | function k(
      .   |   a: number,
      .   | ): void;
      c   | function k(
      .   |   this: A,
      c   |   a: any,
      .   | ):
      .   |   | string
      .   |   | void {
      c 1 |   l(
      c   |     a as unknown as
      .   |       | string
      .   |       | number,
      .   |   );
      .   | }
      c   | abstract class M<
      .   |   T,
      c   | > extends N
      .   |   implements
      .   |     O,
      .   |     P {
      .   |   a?: string;
      .   |   declare b: string;
      .   |   abstract c(): void;
      .   |   abstract d: string;
      .   |   abstract accessor e: string;
      .   |   [key: string]: unknown;
      .   |   f(): void;
      .   | }
    `,
  },
  'types of classes': {
    picture: `
      c   | class A<
      .   |   T,
      .   | >
      .   |   implements B<T> {}
      c   | class C
      .   |   implements
      .   |     D,
      .   |     E {}
      c   | export default class
      c   |   implements D {}
      c   | class F extends G<
      .   |   T
      .   | > implements
      .   |   D {}
      .   | declare namespace H {
      .   |   const i: 1;
      .   | }
      .   | declare module 'j';
    `,
  },
  'a statement goes on over lines': {
    picture: `
      u 0 | call(
      u   |   a,
      .   |   // words
      u   |   b,
      .   | );
      c 1 | chain
      c   |   .map(String)
      c   |   .join();
      c   | const late =
      c 1 |   value;
      c   | const
      u   |   never =
      u 0 |     value,
      c 1 |   other = 1;
      u 0 | throw new Error(\`
      u   | // text
      .   |
      u   | ---
      u   |   \${a}
      u   |   \`);
    `,
  },
  'one-line arrow never called': {
    more: 'FN:1,(anonymous_0) FNDA:0,(anonymous_0) FN:2,(anonymous_1) FNDA:1,(anonymous_1)',
    picture: `
      u 1 | export const never = () => 42;
      c 1 | export const once = (a) => a;
    `,
  },
  'one-line function and method never called': {
    more: 'FN:1,f FNDA:0,f FN:3,m FNDA:0,m FN:4,n FNDA:2,n',
    picture: `
      u 1 | function f() { return 1; }
      c   | class A {
      u 0 |   static async m() { await 1; }
      c 2 |   n() { return 2; } p = 1;
      .   | }
    `,
  },
  'an arrow whose body goes on': {
    more: 'FN:1,(anonymous_0) FNDA:0,(anonymous_0)',
    picture: `
      u 1 | const f = () => call(
      u   |   a,
      u   |   b);
    `,
  },
  'two on a line, one never called': {
    more: 'FN:1,(anonymous_0) FN:1,(anonymous_1) FNDA:1,(anonymous_0) FNDA:0,(anonymous_1)',
    picture: `
      u 1 | pair(() => 1, () => 2);
    `,
  },
  'ends on a line of others': {
    more: 'FN:1,(anonymous_0) FN:3,(anonymous_1) FNDA:0,(anonymous_0) FNDA:1,(anonymous_1)',
    picture: `
      c 1 | pair(() => {
      u 0 |   never();
      u 1 |   last(); }, () => { once(); });
    `,
  },
  'if return on one line': {
    more: 'BRDA:1,0,0,0 BRDA:1,0,1,5 BRDA:2,1,0,5 BRDA:2,1,1,0',
    picture: `
      p 5 | if (a) throw 1;
      p 5 | if (b) c();
    `,
  },
  'if goes on': {
    more: 'BRDA:1,0,0,0 BRDA:1,0,1,5',
    picture: `
      p 5 | if (a) throw [
      u   |   b,
      u   |   c];
    `,
  },
  'if and else over lines': {
    more: 'BRDA:1,0,0,5 BRDA:1,0,1,0 BRDA:6,1,0,0 BRDA:6,1,1,0',
    picture: `
      c 5 | if (a) {
      c 5 |   b();
      p   | } else {
      u 0 |   c();
      .   | }
      u 0 | if (d)
      u 0 |   e();
      u   | else
      u 0 |   f();
    `,
  },
  'else if': {
    more: 'BRDA:1,0,0,5 BRDA:1,0,1,0 BRDA:3,1,0,0 BRDA:3,1,1,0',
    picture: `
      c 5 | if (a) {
      c 5 |   b();
      u 0 | } else if (c) {
      u 0 |   d();
      u   | } else {
      u 0 |   e();
      .   | }
    `,
  },
  'ternary over lines': {
    more: 'BRDA:1,0,0,5 BRDA:1,0,1,0 BRDA:5,1,0,0 BRDA:5,1,1,2',
    picture: `
      c 5 | const a = b
      c   |   ? 'c'
      p   |   : 'd';
      c   | const e =
      c 2 |   f
      p   |     ? call(
      u   |         1,
      .   |       )
      c   |     : 2;
    `,
  },
  'ternary in if, two on a line': {
    more: 'BRDA:1,0,0,1 BRDA:1,0,1,1 BRDA:1,1,0,0 BRDA:1,1,1,1',
    picture: `
      p 1 | if (a ? b : c) d();
    `,
  },
  'logical': {
    more: 'BRDA:1,0,0,5 BRDA:1,0,1,0 BRDA:2,1,0,5 BRDA:2,1,1,5 BRDA:2,1,2,0',
    picture: `
      p 5 | a && b();
      c 5 | const c = d ?? e
      p   |   ?? f;
    `,
  },
  'default never used': {
    more: 'BRDA:1,0,0,0 BRDA:1,1,0,3 BRDA:2,2,0,0 FN:1,f FNDA:3,f FN:6,g FNDA:2,g BRDA:7,3,0,0',
    picture: `
      p   | function f(a = 1, {
      p   |   b = 2,
      .   | } = {}) {
      c 3 |   return a;
      .   | }
      c   | function g(
      p   |   a = call(
      u   |     1,
      .   |   ),
      .   | ) {
      c 2 |   return a;
      .   | }
    `,
  },
  'switch': {
    more: 'BRDA:1,0,0,1 BRDA:1,0,1,0 BRDA:1,0,2,0',
    picture: `
      c 1 | switch (a) {
      c   |   case 1:
      c 1 |     b();
      c 1 |     break;
      p   |   case 2:
      u 0 |     c();
      p   |   default:
      .   | }
    `,
  },
  'try': {
    picture: `
      c 1 | try {
      c 1 |   a();
      c   | } catch (error) {
      u 0 |   b();
      u 0 |   const { c } = error;
      c   | } finally {
      c 1 |   d();
      .   | }
    `,
  },
  'try silent': {
    more: 'FN:1,f FNDA:0,f',
    picture: `
      u   | function f() {
      u   |   try {
      u 0 |     a();
      u   |   } finally {}
      .   | }
    `,
  },
  'loops': {
    picture: `
      c 1 | outer: for (const a of b) {
      c 1 |   for (;;) continue outer;
      .   | }
      c 1 | do {
      u 0 |   a();
      c   | } while (b);
      c 1 | while (a) debugger;
      u 0 | with (a) b;
    `,
  },
  'declarations in a function never called': {
    more: 'FN:1,f FNDA:0,f',
    picture: `
      u   | function f(
      u   |   a,
      .   | ) {
      u   |   let b;
      u   |   class C {}
      u   |   function g() {}
      u 0 |   return b;
      .   | }
    `,
  },
  'no FN record, header from first statement': {
    picture: `
      u   | export function f(a) {
      u 0 |   return a;
      .   | }
      c   | export function g(a) {
      c 1 |   return a;
      .   | }
      c   | export function h(a) {}
    `,
  },
  'object literal in uncalled': {
    more: 'FN:1,f FNDA:0,f FN:4,b FNDA:0,b',
    picture: `
      u   | function f() {
      u 0 |   return {
      u   |     a: 1,
      u   |     b() {
      u 0 |       c();
      .   |     },
      u   |     ...d,
      u   |     [e]: 2,
      .   |   };
      .   | }
    `,
  },
  'jsx': {
    file: 'a.jsx',
    picture: `
      c 1 | const a = (
      c   |   <div
      c   |     title="b"
      .   |   >
      c   |     some words
      .   |     {/* words */}
      c   |     {c}
      c   |   </div>
      .   | );
      u 0 | const b = <>
      u   |   words
      .   | </>;
    `,
  },
  'classes': {
    more: 'FN:9,get_a FNDA:0,get_a FN:12,b FNDA:0,b',
    picture: `
      c   | @decorated({
      c   |   a: 1,
      .   | })
      c   | export class A extends call(B) {
      c 1 |   static a = 1;
      u 0 |   b =
      u   |     2;
      .   |   #c;
      c   |   @memo()
      u   |   get a() {
      u 0 |     return 1;
      .   |   }
      u   |   async *b() {
      u 0 |     yield 1;
      .   |   }
      c   |   static {
      c 1 |     this.a = 2;
      .   |   }
      c   |   accessor d = 3;
      c   |   constructor(private e = 1) {}
      .   | }
    `,
  },
  'enum and namespace': {
    picture: `
      c   | enum A {
      c   |   B = call(),
      .   | }
      c 1 | namespace C {
      c 1 |   export const d = 1;
      .   | }
      c 1 | e();
      c   | export default call(
      c   |   f,
      .   | );
    `,
  },
  'module never loaded': {
    picture: `
      u   | export default call();
      u 0 | a();
    `,
  },
  'nothing known of the module': {
    picture: `
      s   | export default call();
    `,
  },
  'a module of which nothing was run, and nothing beside is counted': {
    picture: `
      u   | function f() {
      u 0 |   return a;
      .   | }
      u   | export default f();
    `,
  },
  'a module of which something was run': {
    picture: `
      c   | function f() {
      c 1 |   return a;
      .   | }
      c   | export default f();
    `,
  },
  'silent statements': {
    picture: `
      s   | export const a = 1;
      s   | b();
      c 1 | c();
    `,
  },
  'branches that the source has not': {
    more: 'BRDA:1,0,0,5 BRDA:1,0,1,0 BRDA:3,1,0,5 BRDA:3,1,1,5 BRDA:3,2,0,5 BRDA:3,2,1,0',
    picture: `
      p 5 | const a = b ? 1 : c ? 2 :
      c   |   3;
      p 5 | d();
    `,
  },
  'a branch told where no code stands': {
    more: 'BRDA:2,0,0,0 BRDA:2,0,1,0',
    picture: `
      c 1 | a();
      .   | // words
    `,
  },
  'a function in a way never taken': {
    more: 'BRDA:1,0,0,5 BRDA:1,0,1,0 FN:1,(anonymous_0) FNDA:0,(anonymous_0)',
    picture: `
      u 5 | a && b(() => c(
      u   |   1,
      .   | ), (
      u   |   d,
      u 0 | ) => 2);
    `,
  },
  'declared in a way never taken': {
    more: 'BRDA:1,0,0,0 BRDA:1,0,1,1',
    picture: `
      p 1 | if (a) {
      u   |   let b;
      u   |   function c() {}
      u 0 |   d();
      .   | }
    `,
  },
  'a way never taken whose lines are counted: the count of a line is its own': {
    more: 'BRDA:1,0,0,0 BRDA:1,0,1,1',
    picture: `
      p 1 | if (a) {
      c 1 |   b();
      .   | }
    `,
  },
  'several reports call a function by several names': {
    more: 'FN:1,f FNDA:0,f FN:1,(anonymous_0) FNDA:2,(anonymous_0) FN:2,g FNDA:0,g FN:2,(anonymous_1) FNDA:0,(anonymous_1) FN:3,h FN:3,i FN:3,j FNDA:0,h FNDA:1,i FNDA:1,j',
    picture: `
      c 1 | const f = () => 1;
      u 1 | const g = () => 2;
      c 1 | const h = () => 3, i = () => 4;
    `,
  },
  'a function that is handed on in a way that was taken': {
    more: 'FN:2,(anonymous_0) FNDA:0,(anonymous_0) BRDA:1,0,0,2 BRDA:1,0,1,2',
    picture: `
      c 2 | a(
      c   |   b(function () {
      u 0 |     c();
      .   |   })
      c   |   ?? d);
    `,
  },
  'some function of a line is not told': {
    more: 'FN:1,f FNDA:0,f FN:2,g FNDA:0,g FN:4,h FNDA:1,h',
    picture: `
      u 1 | const f = () => a.map((b) => b);
      c 1 | const g = () => { c.map((d) =>
      u 0 |   d); };
      c 1 | const h = () => e.map((i) => i);
    `,
  },
  'silent where imported': {
    picture: `
      .   | import { a, type b } from './a.ts';
      .   | import * as c from './c.ts';
      u 0 | d();
      u   | const e = a.b!;
      u 0 | f();
      c   | const g = c.h.i as b;
      c 1 | j();
      c   | const k = (a satisfies b)[0];
      s   | const l = a?.b;
      s   | const m = d.b;
      s   | const n = a;
    `,
  },
  'silent where imported, last, and in functions': {
    more: 'FN:4,g FNDA:0,g FN:7,h FNDA:1,h FN:10,i FNDA:0,i',
    picture: `
      .   | import { a } from './a.ts';
      c 1 | b();
      c   | const c = a.d;
      u   | function g() {
      u   |   const e = a.f;
      .   | }
      c   | function h() {
      c   |   const j = a.k;
      .   | }
      c   | const l = a.m;
      c   | function n() {
      c   |   const o = a.p;
      .   | }
    `,
  },
  'fields of a class that was never made, as V8 tells it': {
    more: 'FN:2,<instance_members_initializer> FNDA:0,<instance_members_initializer>',
    picture: `
      c 1 | class A {
      u 1 |   a = 1; static b = 2;
      u 1 |   c = call(
      u 1 |     3,
      . 1 |   );
      . 1 | }
    `,
  },
  'carriage returns': {
    picture: `
      c 1 | a();
      .   | // words
      u 0 | b(
      u   |   1,
      .   | );
    `,
  },
  'byte order mark and form feed': {
    picture: `
      c 1 | \uFEFFa();
      .   |
      u 0 | \x0cb();
    `,
  },
  'labels, optional chains, generators': {
    more: 'FN:5,g FNDA:0,g',
    picture: `
      c 1 | a?.b?.();
      c 1 | c: {
      c 1 |   break c;
      .   | }
      u   | export async function* g() {
      u 0 |   for await (const d of e) yield d;
      u 0 |   yield* f;
      .   | }
    `,
  },
  'assertions and generics': {
    picture: `
      c 1 | a<
      .   |   string,
      .   |   number
      .   | >();
      c 1 | const b = <T,>(
      c   |   c: T,
      c 1 | ) => c as
      .   |   T;
      c 1 | const d = c satisfies
      .   |   E;
      c 1 | let f: {
      .   |   g: 1;
      c   | } = <any>h;
      c 1 | const i = new J<
      .   |   K
      c   | >(l!);
    `,
  },
  'export equals': {
    file: 'a.cts',
    picture: `
      .   | import a = require('a');
      .   | import b = C.D;
      c   | export = a;
      c 1 | c();
    `,
  },
  'as namespace, overloads as default': {
    picture: `
      .   | export as namespace a;
      .   | export default function b(c: 1): void;
      c   | export default function b(c) {
      c 1 |   d();
      .   | }
    `,
  },
  'class expression, computed': {
    picture: `
      c 1 | const A = class<T> extends B<T> implements C {
      s   |   [call()] = 1;
      c   |   [d()]() {}
      c   |   static [e()]: string;
      c   |   @f() g: string;
      .   | };
    `,
  },
  'property kinds': {
    more: 'FN:2,b FNDA:0,b FN:3,c FNDA:0,c FN:4,(anonymous_2) FNDA:0,(anonymous_2) FN:5,(anonymous_3) FNDA:1,(anonymous_3)',
    picture: `
      c 1 | const a = {
      u 1 |   b() { return 1; },
      u 1 |   get c() { return 1; },
      u 1 |   d: function () { return 1; },
      c 1 |   e: () => 2,
      c   |   f,
      c   |   [g]: 3,
      .   | };
    `,
  },
};

for (const [what, { picture, more = '', file = 'a.ts' }] of Object.entries(rows)) {
  test(`lines: ${what}`, () => equal(...bothPictures(picture, file, drawn(picture, more))));
}
