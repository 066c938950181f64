import { deepEqual, equal, throws } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import lcovParse from 'lcov-parse';
import { scanLcov } from './scan.ts';

type Read = {
  readonly file: string;
  readonly lines: readonly { readonly line: number; readonly hit: number }[];
  readonly functions: readonly { readonly name: string; readonly line: number; readonly hit: number | undefined }[];
  readonly branches: readonly { readonly line: number; readonly block: number; readonly branch: number; readonly taken: number }[];
};

const line = fc.integer({ min: 1, max: 60 });

/** What lcov-parse gets right, in any order that it does. */
const right = fc.array(
  fc.record({
    source: fc.stringMatching(/^[a-zé][a-z/ :.é-]{0,15}[a-z]$/).filter((source) => !source.includes('end_of_record')),
    lines: fc.uniqueArray(fc.tuple(line, fc.nat(), fc.constantFrom('', ',c2hh')), { selector: ([number]) => number }),
    functions: fc.array(fc.tuple(line, fc.stringMatching(/^[a-e_$é](?:[a-z(). <>é]{0,10}[a-z])?$/), fc.nat())),
    branches: fc.uniqueArray(fc.tuple(line, fc.nat(3), fc.nat(3), fc.option(fc.nat())), {
      selector: (arm) => arm.slice(0, 3).join(),
    }),
    linesFirst: fc.boolean(),
  }),
  { minLength: 1 },
);

test('lcov-parse 1.0.0 reads the same wherever it is right', () => {
  fc.assert(
    fc.property(right, fc.constantFrom('\n', '\r\n'), (files, end) => {
      const text = files
        .flatMap(({ source, lines, functions, branches, linesFirst }) => {
          const counted = [...lines.map(([line, hits, checksum]) => `DA:${line},${hits}${checksum}`), `LF:${lines.length}`];
          const arms = branches.map((arm) => `BRDA:${arm.slice(0, 3).join()},${arm[3] ?? '-'}`);
          return [
            ...['TN:', `SF:${source}`],
            ...functions.map(([line, name]) => `FN:${line},${name}`),
            ...functions.map(([, name, hits]) => `FNDA:${hits},${name}`),
            ...(linesFirst ? [...counted, ...arms] : [...arms, ...counted]),
            ...['end_of_record', ''],
          ];
        })
        .join(end);
      deepEqual(ours(text), theirs(text));
    }),
    { numRuns: 500 },
  );
});

/** As vitest 5.1.0 and c8 12.0.0 left them. */
const recorded = {
  vitest: `TN:
SF:src/half.ts
FN:1,(anonymous_0)
FNF:1
FNH:1
FNDA:1,(anonymous_0)
DA:1,1
DA:2,1
DA:3,0
DA:5,1
LF:4
LH:3
BRDA:2,0,0,0
BRDA:2,0,1,1
BRF:2
BRH:1
end_of_record
`,
  c8: `TN:
SF:coverage/diff.mjs
FNF:0
FNH:0
DA:1,2
DA:13,1
LF:2
LH:2
BRDA:1,0,0,2
BRDA:15,2,0,0
BRF:2
BRH:1
end_of_record
TN:
SF:try.mjs
FN:1,(empty-report)
FNF:1
FNH:0
FNDA:0,(empty-report)
DA:1,0
LF:1
LH:0
BRDA:1,0,0,0
BRF:1
BRH:0
end_of_record
`,
};

for (const [tool, text] of Object.entries(recorded)) {
  test(`lcov-parse reads the same in what ${tool} leaves`, () => deepEqual(ours(text), theirs(text)));
}

const empty = { lines: [], functions: [], branches: [] };
const names = (read: readonly Read[]) => read.map(({ file, functions }) => [file, ...functions.map(({ name, hit }) => `${name} ${hit}`)]);

for (const [fault, text, faulty, sound] of [
  ['cuts a name at its comma', 'FN:1,pair<a,b>\nFNDA:2,pair<a,b>', [['a.ts', 'pair<a 2']], [['a.ts', 'pair<a,b> 2']]],
  ['takes the last line of a function for its name', 'FN:1,9,add\nFNDA:2,add', [['a.ts', '9 undefined']], [['a.ts', 'add 2']]],
  ['loses calls that stand before their function', 'FNDA:2,add\nFN:1,add', [['a.ts', 'add undefined']], [['a.ts', 'add 2']]],
  ['does not know the functions of lcov 2.2', 'FNL:0,1\nFNA:0,2,add', [['a.ts']], [['a.ts', 'add 2']]],
] as const) {
  test(`lcov-parse ${fault}`, () => {
    const whole = `SF:a.ts\n${text}\nend_of_record\n`;
    deepEqual(names(theirs(whole)), faulty);
    deepEqual(names(ours(whole)), sound);
  });
}

test('lcov-parse drops a last record without an end', () => {
  const text = 'SF:a.ts\nend_of_record\nSF:b.ts\nDA:1,0\n';
  deepEqual(theirs(text), [{ file: 'a.ts', ...empty }]);
  throws(() => ours(text), { code: 'lcov/corrupt', line: 5 });
});

test('lcov-parse merges two files where an end is missing', () => {
  const text = 'SF:a.ts\nDA:1,0\nSF:b.ts\nDA:1,1\nend_of_record\n';
  deepEqual(theirs(text), [{ ...empty, file: 'b.ts', lines: [0, 1].map((hit) => ({ line: 1, hit })) }]);
  throws(() => ours(text), { code: 'lcov/corrupt', line: 3 });
});

test('lcov-parse ends a record at a path that holds end_of_record', () => {
  const text = 'SF:end_of_record/a.ts\nDA:1,1\nend_of_record\n';
  deepEqual(theirs(text).map(({ file, lines }) => [file, lines.length]), [['end_of_record/a.ts', 0], [undefined, 1]]);
  deepEqual(ours(text), [{ ...empty, file: 'end_of_record/a.ts', lines: [{ line: 1, hit: 1 }] }]);
});

test('lcov-parse takes the spaces of a path away', () => {
  const text = 'SF: a.ts \nend_of_record\n';
  deepEqual([theirs(text)[0]?.file, ours(text)[0]?.file], ['a.ts', ' a.ts ']);
});

test('lcov-parse tells a line and an arm that stand twice as two', () => {
  const text = 'SF:a.ts\nDA:1,0\nDA:1,2\nBRDA:1,0,0,0\nBRDA:1,0,0,2\nend_of_record\n';
  const arm = { line: 1, block: 0, branch: 0 };
  const twice = { lines: [0, 2].map((hit) => ({ line: 1, hit })), branches: [0, 2].map((taken) => ({ ...arm, taken })) };
  deepEqual(theirs(text), [{ ...empty, ...twice, file: 'a.ts' }]);
  deepEqual(ours(text), [{ ...empty, file: 'a.ts', lines: [{ line: 1, hit: 2 }], branches: [{ ...arm, taken: 2 }] }]);
});

test('lcov-parse tells an arm that was never reached as one that was never taken', () => {
  const text = 'SF:a.ts\nBRDA:1,0,0,-\nend_of_record\n';
  deepEqual(theirs(text)[0]?.branches[0]?.taken, 0);
  deepEqual(Array.from(scanLcov([Buffer.from(text)], 'x'), ({ branches }) => branches[0]?.taken), [null]);
});

for (const [count, faulty] of [
  ['1e3', 1000],
  ['0.5', 0.5],
  ['-1', -1],
  ['0x10', 16],
  ['', 0],
  ['ten', NaN],
] as const) {
  test(`lcov-parse reads the count '${count}'`, () => {
    const text = `SF:a.ts\nDA:1,${count}\nend_of_record\n`;
    deepEqual(theirs(text)[0]?.lines[0]?.hit, faulty);
    throws(() => ours(text), { code: 'lcov/corrupt', line: 2 });
  });
}

test('lcov-parse has texts for errors, and one for a report that names no source', () => {
  for (const text of ['', '#\n']) {
    lcovParse.source(text, (error) => equal(error, 'Failed to parse string'));
    deepEqual(ours(text), []);
  }
});

function theirs(text: string): readonly Read[] {
  let read: readonly Read[] = [];
  lcovParse.source(text, (error, files) => {
    if (error !== null || files === undefined) throw new Error(`lcov-parse: ${error}`);
    read = files.map(({ file, lines, functions, branches }) => ({
      file,
      lines: [...lines.details].sort((a, b) => a.line - b.line),
      functions: functions.details.map(({ name, line, hit }) => ({ name, line, hit })),
      branches: branches.details,
    }));
  });
  return read;
}

function ours(text: string): readonly Read[] {
  return Array.from(scanLcov([Buffer.from(text)], 'lcov.info'), ({ source, lines, functions, branches }) => ({
    file: source,
    lines: lines.numbers.map((line, index) => ({ line, hit: Number(lines.hits[index]) })),
    functions: functions.map(({ name, line, hits }) => ({ name, line, hit: hits })),
    branches: branches.map(({ line, block, branch, taken }) => ({ line, block: Number(block), branch: Number(branch), taken: taken ?? 0 })),
  }));
}
