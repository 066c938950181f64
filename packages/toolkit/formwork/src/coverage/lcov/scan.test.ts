import { deepEqual, equal, throws } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import lcovParse from 'lcov-parse';
import { FormworkError } from '../../report/formwork-error.ts';
import type { LcovRecord } from './record.ts';
import { scanLcov } from './scan.ts';

const record = (body: string): string => `TN:\nSF:a.ts\n${body}\nend_of_record\n`;

for (const [what, text, expected] of [
  [
    'lines',
    record('DA:1,1\nDA:2,0\nLF:2\nLH:1'),
    [
      {
        lines: [
          [1, 1],
          [2, 0],
        ],
      },
    ],
  ],
  ['a checksum behind the count', record('DA:1,1,c2hh'), [{ lines: [[1, 1]] }]],
  ['a line that stands twice', record('DA:1,1\nDA:1,2'), [{ lines: [[1, 3]] }]],
  ['a count past what a number holds', record('DA:1,99999999999999999999'), [{ lines: [[1, Number.MAX_SAFE_INTEGER]] }]],
  ['a function', record('FN:3,add\nFNDA:2,add'), [{ functions: [{ name: 'add', line: 3, hits: 2 }] }]],
  ['a function with its end', record('FN:3,9,add\nFNDA:2,add'), [{ functions: [{ name: 'add', line: 3, hits: 2 }] }]],
  ['a name that is a number', record('FN:3,5\nFNDA:2,5'), [{ functions: [{ name: '5', line: 3, hits: 2 }] }]],
  [
    'a name with commas',
    record('FN:3,std::pair<a, b>\nFNDA:2,std::pair<a, b>'),
    [{ functions: [{ name: 'std::pair<a, b>', line: 3, hits: 2 }] }],
  ],
  ['a call before its function', record('FNDA:2,add\nFN:3,add'), [{ functions: [{ name: 'add', line: 3, hits: 2 }] }]],
  [
    'functions of one name',
    record('FN:3,get\nFN:7,get\nFNDA:2,get\nFNDA:0,get'),
    [
      {
        functions: [
          { name: 'get', line: 3, hits: 2 },
          { name: 'get', line: 7, hits: 0 },
        ],
      },
    ],
  ],
  ['a function nobody counted', record('FN:3,add'), [{ functions: [{ name: 'add', line: 3, hits: 0 }] }]],
  ['a function without a name', record('FN:3,\nFNDA:2,'), [{ functions: [{ name: '', line: 3, hits: 2 }] }]],
  [
    'branches',
    record('BRDA:4,0,0,1\nBRDA:4,0,1,-\nBRDA:4,e1,x, y,0'),
    [
      {
        branches: [
          { line: 4, block: '0', branch: '0', taken: 1 },
          { line: 4, block: '0', branch: '1', taken: null },
          { line: 4, block: 'e1', branch: 'x, y', taken: 0 },
        ],
      },
    ],
  ],
  [
    'an arm that stands twice',
    record('BRDA:4,0,0,-\nBRDA:4,0,0,2\nBRDA:4,0,0,1'),
    [{ branches: [{ line: 4, block: '0', branch: '0', taken: 3 }] }],
  ],
  ['records of other names, comments, blank lines', `# by hand\n\n${record('VER:1\nMCDC:1,2,t,1,1,a\nDA:1,1')}`, [{ lines: [[1, 1]] }]],
  ['a byte order mark and CRLF', `\uFEFF${record('DA:1,1')}`.replaceAll('\n', '\r\n'), [{ lines: [[1, 1]] }]],
  ['no newline at the end', record('DA:1,1').trimEnd(), [{ lines: [[1, 1]] }]],
  ['a path that looks like an end', 'SF:/end_of_record/a: b.ts\nend_of_record', [{ source: '/end_of_record/a: b.ts' }]],
  ['two files', `${record('DA:1,1')}SF:b.ts\nDA:2,0\nend_of_record`, [{ lines: [[1, 1]] }, { source: 'b.ts', lines: [[2, 0]] }]],
  ['nothing', '', []],
] as const) {
  test(`lcov: ${what}`, () =>
    deepEqual(
      scanned([text]),
      expected.map((given) => ({ source: 'a.ts', lines: [], functions: [], branches: [], ...given })),
    ));
}

for (const [text, line, message] of [
  ['SF:a.ts\nDA:1,1\n', 3, 'the report breaks off in the record of a.ts'],
  ['SF:a.ts\nDA:1,', 2, 'DA:1, is no line and count'],
  ['SF:a.ts\nSF:b.ts\nend_of_record\n', 2, 'the record of a.ts does not end before this one begins'],
  ['SF:\nend_of_record\n', 1, 'SF names no file'],
  ['end_of_record\n', 1, 'end_of_record ends a record that never began'],
  ['DA:1,1\n', 1, 'DA stands outside of a record'],
  [record('DA:1,-1'), 3, 'DA:1,-1 is no line and count'],
  [record('DA:1,0.5'), 3, 'DA:1,0.5 is no line and count'],
  [record('DA:1,1e3'), 3, 'DA:1,1e3 is no line and count'],
  [record('DA:1,NaN'), 3, 'DA:1,NaN is no line and count'],
  [record('DA:0,1'), 3, 'DA:0,1 is no line and count'],
  [record('DA:1'), 3, 'DA:1 is no line and count'],
  [record('DA:,1'), 3, 'DA:,1 is no line and count'],
  [record('FN:x,add'), 3, 'FN:x,add is no line and name'],
  [record('FNDA:-1,add'), 3, 'FNDA:-1,add is no count and name'],
  [record('FNDA:1'), 3, 'FNDA:1 is no count and name'],
  [record('BRDA:1,0,0'), 3, 'BRDA:1,0,0 is no line, block, branch and count'],
  [record('BRDA:1,0,0,-1'), 3, 'BRDA:1,0,0,-1 is no line, block, branch and count'],
  ['\u0000\u0001PNG\n', 1, "'\u0000\u0001PNG' is no record of lcov"],
  ['<html>\n', 1, "'<html>' is no record of lcov"],
] as const) {
  test(`lcov/corrupt: ${JSON.stringify(text)}`, () => {
    throws(
      () => scanned([text]),
      (error) => {
        const { code, file, line: at, message: said } = corruption(error);
        deepEqual([code, file, at, said], ['lcov/corrupt', 'coverage/lcov.info', line, `coverage/lcov.info cannot be right: ${message}.`]);
        return true;
      },
    );
  });
}

/**
 * What lcov-parse gets right: it truncates names at commas, loses calls before their function, drops a last record without an end, and
 * reads `1e3`.
 */
const oracleReads = fc.array(
  fc.record({
    source: fc.stringMatching(/^[a-z][a-z/ .-]{0,15}[a-z]$/),
    lines: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat()), { selector: ([line]) => line }),
    functions: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.stringMatching(/^[a-z_$][a-z(). <>]{0,10}[a-z]$/), fc.nat()), {
      selector: ([, name]) => name,
    }),
    branches: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(3), fc.nat(3), fc.option(fc.nat())), {
      selector: (arm) => arm.slice(0, 3).join(),
    }),
  }),
  { minLength: 1 },
);

test('lcov-parse 1.0.0 reads the same wherever it is right', () => {
  fc.assert(
    fc.property(oracleReads, fc.constantFrom('\n', '\r\n'), (files, end) => {
      const text = files
        .flatMap(({ source, lines, functions, branches }) => [
          'TN:',
          `SF:${source}`,
          ...functions.map(([line, name]) => `FN:${line},${name}`),
          ...functions.map(([, name, hits]) => `FNDA:${hits},${name}`),
          ...lines.map(([line, hits]) => `DA:${line},${hits}`),
          ...branches.map((arm) => `BRDA:${arm.slice(0, 3).join()},${arm[3] ?? '-'}`),
          'end_of_record',
          '',
        ])
        .join(end);
      deepEqual(scanned([text]).map(asOracle), oracle(text));
    }),
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
  test(`lcov-parse reads the same in what ${tool} leaves`, () => deepEqual(scanned([text]).map(asOracle), oracle(text)));
}

test('a report in any pieces is the same report', () => {
  const text = `\uFEFF${record('FN:3,add\nFNDA:2,add\r\nDA:1,1\nBRDA:4,0,1,-')}${record('DA:7,0')}`;
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), text.length];
      deepEqual(scanned(places.map((place, index) => text.slice(places[index - 1] ?? 0, place))), scanned([text]));
    }),
  );
});

const scrap = fc.oneof(
  fc.constantFrom(
    'SF:a.ts',
    'SF:',
    'end_of_record',
    'TN:x',
    'DA:1,1',
    'DA:1,-1',
    'DA:',
    'FN:1,2,a',
    'FNDA:1,a',
    'BRDA:1,0,0,-',
    'BRDA:,,,',
    '#',
    '\uFEFF',
    '\r',
    '__proto__:1',
    'constructor:1',
    'TOSTRING:1',
  ),
  fc.string({ unit: 'binary' }),
);

test('whatever the text is, it is scanned or called corrupt', () => {
  fc.assert(
    fc.property(fc.array(scrap), (lines) => {
      try {
        for (const { source, lines: counts } of scanned([lines.join('\n')])) {
          equal(source === '', false);
          for (const [line, hits] of counts) equal(Number.isSafeInteger(line) && line > 0 && Number.isSafeInteger(hits) && hits >= 0, true);
        }
      } catch (error) {
        equal(corruption(error).code, 'lcov/corrupt');
      }
    }),
    { numRuns: 2_000 },
  );
});

type Plain = { source: string; lines: [number, number][]; functions: LcovRecord['functions']; branches: LcovRecord['branches'] };

function scanned(chunks: readonly string[]): Plain[] {
  return [...scanLcov(chunks.map((chunk) => Buffer.from(chunk)), 'coverage/lcov.info')].map(({ lines, ...rest }) => ({
    ...rest,
    lines: lines.numbers.map((line, index): [number, number] => [line, Number(lines.hits[index])]),
  }));
}

function corruption(error: unknown): FormworkError {
  if (error instanceof FormworkError) return error;
  throw error;
}

function asOracle({ source, lines, functions, branches }: Plain): object {
  return {
    file: source,
    lines: lines.map(([line, hit]) => ({ line, hit })),
    functions: functions.map(({ name, line, hits }) => ({ name, line, hit: hits })),
    branches: branches.map(({ line, block, branch, taken }) => ({ line, block: Number(block), branch: Number(branch), taken: taken ?? 0 })),
  };
}

function oracle(text: string): object[] {
  let read: object[] = [];
  lcovParse.source(text, (error, files) => {
    if (error !== null || files === undefined) throw new Error(`lcov-parse: ${error}`);
    read = files.map(({ file, lines, functions, branches }) => ({
      file,
      lines: [...lines.details].sort((a, b) => a.line - b.line),
      functions: functions.details,
      branches: branches.details,
    }));
  });
  return read;
}
