import { equal } from 'node:assert/strict';
import test from 'node:test';
import { bothPictures, drawn } from '../testing/draw-judged.ts';

type Row = {
  readonly picture: string;
  /** Other records of lcov than DA, parted by spaces. */
  readonly more?: string;
  readonly file?: string;
};

/** As c8 and Node itself write lcov: every line has a count, and a branch is any range that V8 counts. */
const rows: Readonly<Record<string, Row>> = {
  'a one-line arrow, named and not': {
    more: 'FN:2,f FNDA:0,f BRDA:1,0,0,1',
    picture: `
      . 1 | // words
      u 1 | const f = () => 1;
      u 1 | a.map((b) => c);
      . 1 |
      c 1 | d.map((e) =>
      u 1 |   f);
    `,
  },
  'called': {
    more: 'FN:1,f FNDA:1,f BRDA:1,0,0,1 BRDA:1,1,0,1 BRDA:2,2,0,3',
    picture: `
      c 1 | const f = () => 1;
      c 1 | a.map((b) => c);
      . 1 | // words
    `,
  },
  'nested, the inner one never called': {
    more: 'BRDA:1,0,0,1 BRDA:2,1,0,1 BRDA:3,2,0,1',
    picture: `
      . 1 | // words
      u 1 | a.map((b) => b.map((c) => c));
      u 1 | d.map((e) => f).map((g) => h);
      u 1 | i.map((j) => j.map((k) =>
      u 1 |   k));
    `,
  },
  'never loaded': {
    more: 'FN:1,(empty-report) FNDA:0,(empty-report) BRDA:1,0,0,0',
    picture: `
      . 0 | import a from 'a';
      . 0 | // words
      u 0 | export class B {
      u 0 |   c = 1;
      . 0 | }
      . 0 | type D = 1;
    `,
  },
  'ways': {
    more: 'BRDA:1,0,0,1 BRDA:3,1,0,0 BRDA:4,2,0,0 BRDA:8,3,0,0 BRDA:11,4,0,0 BRDA:13,5,0,0 BRDA:15,6,0,0 BRDA:17,7,0,0',
    picture: `
      c 1 | const a = b
      c 1 |   ? 1
      p 1 |   : 2;
      c 1 | const c = d &&
      p 1 |   e;
      c 1 | if (f) {
      c 1 |   g();
      p 1 | } else h();
      c 1 | try {
      c 1 |   i();
      p 1 | } catch { j(); } finally {
      c 1 |   k();
      p 1 | } a?.b();
      . 1 | {
      p 1 |   c(); d();
      c 1 |   try { throw 1; } catch { d(); }
      c 1 |   finally { e(); }
      . 1 | }
    `,
  },
  'a chain in a chain': {
    more: 'BRDA:1,0,0,1 BRDA:2,1,0,0 BRDA:5,2,0,0',
    picture: `
      c 1 | const a = b
      p 1 |   && (c
      p 1 |     || d)
      c 1 |   || e;
      p 1 | f && (g ||
      p 1 |   (h ?? (i ? j : k)));
    `,
  },
  'an if that V8 does not count by itself always holds': {
    more: 'BRDA:1,0,0,1 BRDA:7,1,0,1',
    picture: `
      . 1 | // words
      p 1 | if (a) b();
      p 1 | if (c
      c 1 |   && d) {
      c 1 |   e();
      . 1 | }
      c 1 | if (f) g();
      c 1 | if (h) i(); else j();
      u 0 | function k() {
      u 0 |   if (l) m();
      . 0 | }
      c 1 | if (n)
      u 0 |   o();
    `,
  },
  'a line in the midst of which ends what was never run': {
    more: 'BRDA:1,0,0,1 BRDA:2,1,0,0',
    picture: `
      c 1 | if (a) b(); else {
      u 0 |   c();
      u 0 |   d();
      p 1 |   e(); } f();
      c 1 | class G {
      u 0 |   h = 1;
      c 1 |   static i = 2;
      u 0 |   j = 3;
      c 1 |   k() {}
      . 1 | }
      c 1 | try {
      u 0 |   l();
      . 0 | }
      c 1 | finally { m(); }
      u 0 | n();
      c 1 | (function () {})();
    `,
  },
  'a range may begin behind what was waited for, where the line goes on': {
    more: 'FN:1,f FNDA:1,f BRDA:1,0,0,1 BRDA:1,1,0,1 BRDA:2,2,0,0 BRDA:3,3,0,0 BRDA:4,4,0,0',
    picture: `
      c 1 | async function f() {
      p 1 |   const a = [await b, c];
      c 1 |   await d; // words
      c 1 |   await e;
      . 1 | }
    `,
  },
  'what stands behind a return at the end of a line shares the last line of the block': {
    more: 'FN:1,f FNDA:1,f FN:4,g FNDA:1,g FN:7,h FNDA:1,h BRDA:1,0,0,1 BRDA:1,1,0,1 BRDA:2,2,0,0 BRDA:4,3,0,1 BRDA:4,4,0,0 BRDA:7,5,0,1 BRDA:8,6,0,0',
    picture: `
      c 1 | function f(a) { if (a) return 1;
      p 1 |   return 2; }
      . 1 |
      p 1 | function g(a) { if (a) return 1;
      p 1 |   return 2; }
      . 1 |
      c 1 | function h(a) { a();
      c 1 |   a(); }
    `,
  },
  'a way that ends with its line is told by the count of that': {
    more: 'BRDA:1,0,0,1 BRDA:3,1,0,0',
    picture: `
      . 1 | // words
      c 1 | switch (a) {
      p 1 |   case 1: case 2:
      c 1 |     b();
      c 1 |   default: c();
      . 1 | }
    `,
  },
  'fields of a class that was never made, in a way that was taken': {
    more: 'FN:2,<instance_members_initializer> FNDA:0,<instance_members_initializer> BRDA:1,0,0,1 BRDA:2,1,0,0 BRDA:4,2,0,0',
    picture: `
      . 1 | // words
      u 1 | if (a) { class B { b = 1;
      . 1 |   }
      c 1 |   c(); }
      u 0 | else d();
    `,
  },
  'a byte order mark that Node does not see': {
    more: 'FN:1,a FN:1,b FN:2,ab FN:3,d FNDA:1,a FNDA:0,b FNDA:1,ab FNDA:0,d BRDA:1,0,0,1 BRDA:1,1,0,1 BRDA:2,2,0,1',
    picture: `
      c 1 | \uFEFFfunction a() { return 1; }
      u 1 | function b() { return 2; }
      c 1 | async function ab() { return 3; }
      u 1 | function d() { return 4; }
    `,
  },
  'a byte order mark that c8 sees': {
    more: 'FN:1,a FN:2,b FN:3,ab FNDA:1,a FNDA:0,b FNDA:1,ab BRDA:1,0,0,1 BRDA:1,1,0,1 BRDA:3,2,0,1',
    picture: `
      c 1 | \uFEFFfunction a() { return 1; }
      u 1 | function b() { return 2; }
      c 1 | function ab() { return 3; }
    `,
  },
  'which of several ways it was is not told': {
    more: 'BRDA:1,0,0,1 BRDA:1,1,0,0 BRDA:5,2,0,0',
    picture: `
      p 1 | const a = b ? c : d(1,
      p 1 |   2);
      . 1 | // words
      . 1 |
      p 1 | try { throw g(); h(); } catch { i(); }
    `,
  },
  'else behind the end of a line': {
    more: 'BRDA:1,0,0,1 BRDA:3,1,0,0',
    picture: `
      c 1 | if (a)
      c 1 |   b();
      p 1 | else c();
    `,
  },
  'istanbul on every line': {
    more: 'BRDA:1,0,0,1 BRDA:1,0,1,0',
    picture: `
      p 1 | a && b();
    `,
  },
  'fields of classes, made and not, beside functions that were not called': {
    more: 'FN:1,<instance_members_initializer> FN:2,<instance_members_initializer> FN:3,<instance_members_initializer> FN:3,<static_initializer> FN:5,<instance_members_initializer> FNDA:2,<instance_members_initializer> FNDA:0,<instance_members_initializer> FNDA:1,<instance_members_initializer> FNDA:1,<static_initializer> FNDA:0,<instance_members_initializer> BRDA:1,0,0,1 BRDA:1,1,0,2 BRDA:2,2,0,0 BRDA:3,3,0,1 BRDA:3,4,0,1',
    picture: `
      u 1 | class A { a = [].map((b) => b); }
      u 1 | class C { a = 1; }
      u 1 | class D { a = 1; static b = [].map((c) => c); }
      c 1 | class E {
      . 1 |   a;
      . 1 | }
    `,
  },
  'functions that hold nothing': {
    more: 'BRDA:1,0,0,1',
    picture: `
      . 1 | // words
      c 1 | a(() => {}, (b) => {});
      c 1 | c(() => {}, (d) => {
      c 1 |   d();
      . 1 | });
    `,
  },
  'what was left at the end of a line is told with it by Node, and with the next by c8': {
    more: 'FN:1,f FNDA:1,f BRDA:1,0,0,1 BRDA:1,1,0,1 BRDA:2,2,0,0 BRDA:7,3,0,0 BRDA:12,4,0,0',
    picture: `
      c 1 | function f(a) {
      c 1 |   if (a) return 1;
      u 0 |   return 2;
      . 1 | }
      . 1 |
      c 1 | function g(a) {
      p 1 |   if (a) return 1;
      c 1 |   return 2;
      . 1 | }
      . 1 |
      c 1 | if (h)
      c 1 |   i();
      u 0 | else j();
    `,
  },
};

for (const [what, { picture, more = '', file = 'a.ts' }] of Object.entries(rows)) {
  test(`lines, line by line: ${what}`, () => equal(...bothPictures(picture, file, drawn(picture, more))));
}
