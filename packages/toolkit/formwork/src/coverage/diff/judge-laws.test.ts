import { deepEqual, ok } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Piece } from '../code/piece.ts';
import { readCode } from '../code/source-code.ts';
import type { IstanbulFile } from '../istanbul/istanbul-file.ts';
import type { FileEvidence } from './judge-evidence.ts';
import { plainlyCovered } from './judge-plain.ts';
import { judgeSource } from './judge-source.ts';

const nothingAllowed = { file: () => false, line: () => false };

/** Statements, by how deep they may nest; each line break is where one may stand. */
const { source } = fc.letrec<{ readonly expression: string; readonly statement: string; readonly block: string; readonly source: string }>((tie) => {
  const parts = (...pieces: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
    fc.tuple(...pieces.map((piece) => (typeof piece === 'string' ? fc.constant(piece) : piece))).map((all) => all.join(''));
  const gap = fc.constantFrom(' ', ' ', '\n', '\n  ', ' // words\n', ' /* } */ ', '\r\n');
  const expression = tie('expression');
  const block = tie('block');
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('a', '1', "'// b'", '`c\n} d`', 'null', 'e.f?.g'),
      parts('(', expression, gap, '? ', expression, gap, ': ', expression, ')'),
      parts('(', expression, gap, fc.constantFrom('&&', '||', '??'), ' ', expression, ')'),
      parts('h(', gap, expression, ',', gap, expression, ')'),
      parts('((i = ', expression, ') =>', ' ', gap, '(', expression, '))'),
      parts('(function () {', block, '})'),
      parts('({ j:', gap, expression, ', k() {', block, '}, get l() {', block, '} })'),
      parts('(class { m = ', expression, '; static n =', gap, expression, '; o; static {', block, '} async *p() {', block, '} })'),
    ),
    statement: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      parts(expression, ';'),
      parts(fc.constantFrom('const', 'let', 'var'), ' q', gap, '=', gap, expression, ';'),
      fc.constantFrom('// words\n', '/* words\n words */', 'let r;', ';', 'type S = 1;', 'interface T {\n  t: 1;\n}'),
      parts('if (', expression, ')', gap, '{', block, '}', fc.constantFrom('', ' else u();', '\nelse {\n}')),
      parts('for (const v of ', expression, ') {', block, '}'),
      parts('switch (', expression, ') {', gap, 'case 1:', gap, block, 'default:', gap, block, '}'),
      parts('try {', block, '}', gap, 'catch {', block, '}'),
      parts('w: while (', expression, ')', gap, '{', block, 'break w; }'),
      parts('function x(y = ', expression, ') {', block, 'return y; }'),
      parts('throw ', expression, ';'),
    ),
    block: fc.array(tie('statement'), { maxLength: 3, size: 'small' }).map((all) => `${all.map((one) => `\n${one}`).join('')}\n`),
    source: fc.array(tie('statement'), { minLength: 1, maxLength: 5, size: 'small' }).chain((all) => gap.map((between) => all.join(between))),
  };
});

const hits = fc.constantFrom(0, 0, 1, 7);
const somewhere = fc.integer({ min: 1, max: 12 });
const place = fc.record({ line: somewhere, column: fc.integer({ min: -1, max: 30 }) });
const istanbulFile: fc.Arbitrary<IstanbulFile> = fc.record({
  statements: fc.array(fc.record({ start: place, hits })),
  branches: fc.array(
    fc.record({
      id: fc.constantFrom('0', '1'),
      type: fc.constantFrom('if', 'cond-expr', 'branch'),
      start: place,
      end: place,
      arms: fc.array(fc.record({ start: fc.option(place), hits }), { maxLength: 3 }),
    }),
  ),
  functions: fc.array(fc.record({ name: fc.constantFrom('x', '<static_initializer>'), start: place, end: place, hits })),
});
const evidence: fc.Arbitrary<FileEvidence> = fc.record({
  coverage: fc.record({
    lines: fc
      .uniqueArray(fc.tuple(somewhere, hits), { selector: ([line]) => line })
      .map((all) => all.toSorted(([a], [b]) => a - b))
      .map((all) => ({ numbers: all.map(([line]) => line), hits: all.map(([, count]) => count) })),
    functions: fc.array(fc.record({ name: fc.constantFrom('x', '(anonymous_0)', '<instance_members_initializer>'), line: somewhere, hits })),
    branches: fc.array(
      fc.record({ line: somewhere, block: fc.constantFrom('0', '1'), branch: fc.constantFrom('0', '1', '2'), taken: fc.option(hits) }),
    ),
  }),
  istanbul: fc.array(istanbulFile, { maxLength: 2 }),
  doubtful: fc.option(istanbulFile),
  freshness: fc.constantFrom('fresh', 'unknown'),
});

const allLines = (text: string): ReadonlySet<number> => new Set(text.split('\n').map((_, index) => index + 1));

test('the judge never fails, whatever the source and the reports', () => {
  fc.assert(
    fc.property(fc.oneof(source, fc.string({ unit: 'binary' }), source.map((text) => text.slice(1))), fc.option(evidence), fc.constantFrom('a.ts', 'a.js', 'a.py'), (text, known, file) => {
      judgeSource({ file, lines: allLines(text), text }, known, nothingAllowed);
    }),
  );
});

test('a line of words or brackets never fails', () => {
  fc.assert(
    fc.property(source, evidence, fc.constantFrom('', '// words', '/* words */', '}', ');', '  ] }'), fc.nat(), (text, known, idle, at) => {
      const lines = text.split('\n');
      const index = at % (lines.length + 1);
      const changed = [...lines.slice(0, index), idle, ...lines.slice(index)].join('\n');
      const code = readCode('a.ts', changed);
      fc.pre(code !== null && !code.texts.some(({ start, end }) => start < code.lines.start(index + 2) && code.lines.start(index + 1) < end));
      const { findings } = judgeSource({ file: 'a.ts', lines: new Set([index + 1]), text: changed }, known, nothingAllowed);
      deepEqual(findings, []);
    }),
  );
});

/** What a tool would say that counts each statement, function and way as often as this says, but for what stands in what was not run. */
function counted(text: string, countOf: (index: number) => number): Pick<FileEvidence, 'coverage' | 'istanbul'> & { readonly zeros: ReadonlySet<number> } {
  const code = readCode('a.ts', text);
  if (code === null) throw new Error(text);
  const { lines, units, functions, branches } = code;
  const hitsOf = new Map<Piece, number>();
  units.forEach((unit, index) => {
    const outer = unitAround(unit.outer);
    hitsOf.set(unit, outer !== null && hitsOf.get(outer) === 0 ? 0 : countOf(index));
  });
  const statements = units.map((unit) => {
    const line = lines.at(unit.counted);
    return { start: { line, column: unit.counted - lines.start(line) }, hits: hitsOf.get(unit) ?? 0 };
  });
  const most = new Map<number, number>();
  for (const { start, hits: count } of statements) most.set(start.line, Math.max(most.get(start.line) ?? 0, count));
  const numbers = [...most.keys()].sort((a, b) => a - b);
  return {
    coverage: {
      lines: { numbers, hits: numbers.map((line) => most.get(line) ?? 0) },
      functions: functions.map(({ start }, index) => ({ name: `f${index}`, line: lines.at(start), hits: 1 })),
      branches: branches.flatMap(({ start, arms }, block) =>
        arms.map((_, nth) => ({ line: lines.at(start), block: `${block}`, branch: `${nth}`, taken: 1 })),
      ),
    },
    istanbul: [{ statements, branches: [], functions: [] }],
    zeros: new Set(statements.flatMap(({ start, hits: count }) => (count === 0 ? [start.line] : []))),
  };
}

function unitAround(piece: Piece | null): Piece | null {
  let around = piece;
  while (around !== null && around.is !== 'unit') around = around.outer;
  return around;
}

test('where every statement, call and way has a count, nothing fails', () => {
  fc.assert(
    fc.property(source, fc.boolean(), (text, withDetails) => {
      const { coverage, istanbul } = counted(text, () => 1);
      const known: FileEvidence = { coverage, istanbul: withDetails ? istanbul : [], doubtful: null, freshness: 'unknown' };
      deepEqual(judgeSource({ file: 'a.ts', lines: allLines(text), text }, known, nothingAllowed).findings, []);
    }),
  );
});

test('where a statement was not run, the line on which it begins fails', () => {
  fc.assert(
    fc.property(source, fc.array(hits, { minLength: 1 }), (text, all) => {
      const { coverage, istanbul, zeros } = counted(text, (index) => all[index % all.length] ?? 0);
      const { findings } = judgeSource({ file: 'a.ts', lines: allLines(text), text }, { coverage, istanbul, doubtful: null, freshness: 'unknown' }, nothingAllowed);
      const failed = new Set(findings.flatMap(({ code, line }) => (code === 'coverage/uncovered' ? [line] : [])));
      deepEqual(
        [...zeros].filter((line) => !failed.has(line)),
        [],
      );
    }),
  );
});

test('what is plainly covered is what a closer look finds covered', () => {
  let plain = 0;
  fc.assert(
    fc.property(source, fc.array(fc.constantFrom(1, 1, 1, 0), { minLength: 1 }), fc.array(fc.nat(), { maxLength: 3 }), (text, all, picked) => {
      const { coverage } = counted(text, (index) => all[index % all.length] ?? 0);
      const count = text.split('\n').length;
      const changed = { file: 'a.ts', lines: new Set(picked.map((one) => (one % count) + 1)), text };
      const known: FileEvidence = { coverage, istanbul: [], doubtful: null, freshness: 'unknown' };
      const covered = plainlyCovered(changed, known);
      if (covered === null) return;
      plain += 1;
      const { findings, lines } = judgeSource(changed, known, nothingAllowed);
      deepEqual({ findings, lines }, { findings: [], lines: covered });
    }),
  );
  ok(plain > 0);
});
