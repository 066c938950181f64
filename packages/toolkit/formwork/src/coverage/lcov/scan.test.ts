import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { FormworkError } from '../../report/formwork-error.ts';
import { scanLcov, recordPlaces } from './scan.ts';

const record = (body: string): string => `TN:\nSF:a.ts\n${body}\nend_of_record\n`;
const most = Number.MAX_SAFE_INTEGER;

for (const [what, text, expected] of [
  ['lines', record('DA:1,1\nDA:2,0\nLF:2\nLH:1'), [{ lines: { 1: 1, 2: 0 } }]],
  ['lines in any order', record('DA:9,1\nDA:2,0\nDA:3,4'), [{ lines: { 2: 0, 3: 4, 9: 1 } }]],
  ['lines with other records between', record('DA:1,1\nBRF:0\nDA:2,0'), [{ lines: { 1: 1, 2: 0 } }]],
  ['lines in any order with other records between', record('DA:5,1\nBRF:0\nDA:2,0\nBRH:0\nDA:5,1'), [{ lines: { 2: 0, 5: 2 } }]],
  ['a checksum behind the count', record('DA:1,1,c2hh+/=\nDA:2,0,c2hh'), [{ lines: { 1: 1, 2: 0 } }]],
  ['a line that stands twice', record('DA:1,1\nDA:1,2'), [{ lines: { 1: 3 } }]],
  [
    'counts past what a number holds',
    record(`DA:1,${'9'.repeat(400)}\nDA:2,${most}\nDA:3,9007199254740993`),
    [{ lines: { 1: most, 2: most, 3: most } }],
  ],
  ['two such counts of one line', record(`DA:1,${most}\nDA:1,${most}`), [{ lines: { 1: most } }]],
  ['the last line there can be', record('DA:2147483647,1'), [{ lines: { 2147483647: 1 } }]],
  ['a function', record('FN:3,add\nFNDA:2,add\nFNF:1\nFNH:1'), [{ functions: ['add 3 2'] }]],
  ['a function with its last line', record('FN:3,9,add\nFNDA:2,add'), [{ functions: ['add 3 2'] }]],
  ['a name that is a number', record('FN:3,5\nFNDA:2,5'), [{ functions: ['5 3 2'] }]],
  ['a name that begins with a number', record('FN:3,5th\nFNDA:2,5th'), [{ functions: ['5th 3 2'] }]],
  ['a name with commas', record('FN:3,std::pair<a, b>\nFNDA:2,std::pair<a, b>'), [{ functions: ['std::pair<a, b> 3 2'] }]],
  [
    'names beyond ASCII',
    record('FN:3,größe\nFN:4,Ã©\nFN:5,é\nFNDA:2,größe\nFNDA:0,é\nFNDA:1,Ã©'),
    [{ functions: ['größe 3 2', 'Ã© 4 1', 'é 5 0'] }],
  ],
  ['a call before its function', record('FNDA:2,add\nFN:3,add'), [{ functions: ['add 3 2'] }]],
  ['calls in another order', record('FN:3,add\nFN:5,sub\nFNDA:1,sub\nFNDA:2,add'), [{ functions: ['add 3 2', 'sub 5 1'] }]],
  [
    'a call of a name that begins as the expected one',
    record('FN:3,add\nFN:5,address\nFNDA:1,address\nFNDA:2,add'),
    [{ functions: ['add 3 2', 'address 5 1'] }],
  ],
  ['functions of one name', record('FN:3,get\nFN:7,get\nFNDA:2,get\nFNDA:0,get'), [{ functions: ['get 3 2', 'get 7 0'] }]],
  ['functions nobody counted', record('FN:3,add\nFN:5,sub\nFNDA:1,sub'), [{ functions: ['add 3 0', 'sub 5 1'] }]],
  ['a function without a name', record('FN:3,\nFNDA:2,'), [{ functions: [' 3 2'] }]],
  [
    'functions as lcov 2.2 writes them',
    record('FNL:0,3,9\nFNA:0,2,add\nFNA:0,1,std::pair<a, b>\nFNL:1,12\nFNA:1,0,sub'),
    [{ functions: ['add 3 2', 'std::pair<a, b> 3 1', 'sub 12 0'] }],
  ],
  [
    'an alias before its leader, beside a plain function',
    record('FNA:4,2,add\nFNL:4,3\nFN:1,main\nFNDA:1,main'),
    [{ functions: ['main 1 1', 'add 3 2'] }],
  ],
  ['arms', record('BRDA:4,0,0,1\nBRDA:4,0,1,-\nBRDA:2,1,0,0\nBRF:3\nBRH:1'), [{ branches: ['4 0 0 1', '4 0 1 null', '2 1 0 0'] }]],
  [
    'arms whose blocks are counted by line',
    record('BRDA:2,0,0,1\nBRDA:2,0,1,0\nBRDA:4,0,0,2'),
    [{ branches: ['2 0 0 1', '2 0 1 0', '4 0 0 2'] }],
  ],
  [
    'exceptions and expressions',
    record('BRDA:4,e1,0,2\nBRDA:4,0,x, y > 1,-\nBRDA:4,0,1,2,3'),
    [{ branches: ['4 e1 0 2', '4 0 x, y > 1 null', '4 0 1,2 3'] }],
  ],
  ['a line separator of Unicode in an expression', record('BRDA:4,0,a\u2028b,1'), [{ branches: ['4 0 a\u2028b 1'] }]],
  ['exceptions that stand twice', record('BRDA:4,e0,0,1\nBRDA:4,e0,0,2'), [{ branches: ['4 e0 0 3'] }]],
  ['counts of arms past what a number holds', record('BRDA:4,0,0,99999999999999999999'), [{ branches: [`4 0 0 ${most}`] }]],
  ['blocks past what a number holds', record('BRDA:4,99999999999999999999,0,1'), [{ branches: ['4 99999999999999999999 0 1'] }]],
  ['the way out of a module, as coverage.py tells it', record('BRDA:0,2,0,1\nBRDA:4,0,0,1'), [{ branches: ['4 0 0 1'] }]],
  ['arms that were to be left out', record('BRDA:4,U0,0,0\nBRDA:4,eU0,1,-'), [{}]],
  ['numbers of blocks that no line has', record('BRDA:4,4294967295,0,99999999999999999999'), [{ branches: [`4 4294967295 0 ${most}`] }]],
  [
    'an arm that stands twice',
    record('BRDA:4,0,0,-\nBRDA:4,0,0,2\nBRDA:4,0,0,1\nBRDA:4,0,1,-\nBRDA:4,0,1,-'),
    [{ branches: ['4 0 0 3', '4 0 1 null'] }],
  ],
  ['an arm that stands twice, apart', record('BRDA:4,0,0,1\nBRDA:5,1,0,1\nBRDA:4,0,0,1'), [{ branches: ['4 0 0 2', '5 1 0 1'] }]],
  [
    'other records, comments, blank lines',
    `# by hand\n\n${record('VER:1\nMCDC:1,2,t,1,1,a\nABCDEFGHDA:1\n#\n\nDA:1,1\nMCF:1\nMCH:1')}\n#`,
    [{ lines: { 1: 1 } }],
  ],
  [
    'a byte order mark and CRLF',
    `\uFEFF${record('FN:1,a\nFNDA:1,a\nBRDA:1,0,0,1\nDA:1,1\nDA:2,1,x')}`.replaceAll('\n', '\r\n'),
    [{ lines: { 1: 1, 2: 1 }, functions: ['a 1 1'], branches: ['1 0 0 1'] }],
  ],
  ['a byte order mark alone', '\uFEFF', []],
  ['no newline at the end', record('DA:1,1').trimEnd(), [{ lines: { 1: 1 } }]],
  ['a path that looks like an end', 'SF:/end_of_record/SF:a: b.ts\nend_of_record', [{ source: '/end_of_record/SF:a: b.ts' }]],
  ['a path beyond ASCII, with spaces', 'SF: größe [é].ts \nend_of_record', [{ source: ' größe [é].ts ' }]],
  ['the same source twice', `${record('DA:1,1')}${record('DA:1,2')}`, [{ lines: { 1: 1 } }, { lines: { 1: 2 } }]],
  ['two sources', `${record('DA:1,1')}SF:b.ts\nDA:2,0\nend_of_record`, [{ lines: { 1: 1 } }, { source: 'b.ts', lines: { 2: 0 } }]],
  ['nothing', '', []],
  ['nothing but a test name', 'TN:unit\n', []],
] as const satisfies readonly (readonly [string, string, readonly Said[]])[]) {
  test(`lcov: ${what}`, () =>
    deepEqual(
      scanned(text),
      expected.map((given) => ({ source: 'a.ts', lines: {}, functions: [], branches: [], ...given })),
    ));
}

for (const [text, line, message] of [
  ['SF:a.ts\nDA:1,1\n', 3, 'the report breaks off in the record of a.ts'],
  ['SF:a.ts\nDA:1,', 2, 'DA:1, is no line and count'],
  ['SF:a.ts\nend_of_rec', 2, "'end_of_rec' is no record of lcov"],
  ['SF:a.ts\nend_of_record ', 2, "'end_of_record ' is no record of lcov"],
  ['SF:a.ts\nSF:b.ts\nend_of_record\n', 2, 'the record of a.ts does not end before this one begins'],
  ['SF:\nend_of_record\n', 1, 'SF names no file'],
  ['SF:a.ts\0\nend_of_record\n', 1, 'SF names no file'],
  ['end_of_record\n', 1, 'end_of_record ends a record that never began'],
  [`${record('DA:1,1')}DA:1,1\n`, 5, 'DA stands outside of a record'],
  ['LF:1\n', 1, 'LF stands outside of a record'],
  ['ERROR: no coverage\n', 1, 'ERROR stands outside of a record'],
  [record('DA:1,-1'), 3, 'DA:1,-1 is no line and count'],
  [record('DA:1,0.5'), 3, 'DA:1,0.5 is no line and count'],
  [record('DA:1,1e3'), 3, 'DA:1,1e3 is no line and count'],
  [record('DA:1,NaN'), 3, 'DA:1,NaN is no line and count'],
  [record('DA:1,1\nDA:0,1'), 4, 'DA:0,1 is no line and count'],
  [record('DA:2147483648,1'), 3, 'DA:2147483648,1 is no line and count'],
  [record('DA:1'), 3, 'DA:1 is no line and count'],
  [record('DA:,1'), 3, 'DA:,1 is no line and count'],
  [record('DA:1,1,'), 3, 'DA:1,1, is no line and count'],
  [record('DA:1,1,a,b'), 3, 'DA:1,1,a,b is no line and count'],
  [record('DA:1,1,a b'), 3, 'DA:1,1,a b is no line and count'],
  [record('DA:1,1 '), 3, 'DA:1,1  is no line and count'],
  [record(' DA:1,1'), 3, "' DA:1,1' is no record of lcov"],
  [record('da:1,1'), 3, "'da:1,1' is no record of lcov"],
  [record('FN:x,add'), 3, 'FN:x,add is no line and name'],
  [record('FN:0,add'), 3, 'FN:0,add is no line and name'],
  [record('FN:1'), 3, 'FN:1 is no line and name'],
  [record('FN:1,a\nFNDA:-1,a'), 4, 'FNDA:-1,a is no count and name'],
  [record('FN:1,a\nFNDA:1e3,a'), 4, 'FNDA:1e3,a is no count and name'],
  [record('FN:1,a\nFNDA:1'), 4, 'FNDA:1 is no count and name'],
  [record('FN:1,a\nFNDA:1,gone\nDA:1,1'), 4, 'FNDA counts gone once, and FN names it 0 times'],
  [record('FN:1,a\nFNDA:1,a\nFNDA:1,a'), 5, 'FNDA counts a 2 times, and FN names it once'],
  [record('FN:1,a\nFN:2,a\nFNDA:1,a'), 5, 'FNDA counts a once, and FN names it 2 times'],
  [record('FNL:0'), 3, 'FNL:0 is no new index and line'],
  [record('FNL:x,1'), 3, 'FNL:x,1 is no new index and line'],
  [record('FNL:0,1,'), 3, 'FNL:0,1, is no new index and line'],
  [record('FNL:0,1,2,3'), 3, 'FNL:0,1,2,3 is no new index and line'],
  [record('FNL:0,1\nFNL:0,2'), 4, 'FNL:0,2 is no new index and line'],
  [record('FNA:0'), 3, 'FNA:0 is no index, count and name'],
  [record('FNA:0,-1,a'), 3, 'FNA:0,-1,a is no index, count and name'],
  [record('FNA:0,1'), 3, 'FNA:0,1 is no index, count and name'],
  [record('FNL:0,1\nFNA:7,1,a\nDA:1,1'), 4, 'FNA names function 7, of which no FNL tells the line'],
  [record('BRDA:1,0,0'), 3, 'BRDA:1,0,0 is no line, block, branch and count'],
  [record('BRDA:1,0,0-'), 3, 'BRDA:1,0,0- is no line, block, branch and count'],
  [record('BRDA:1,0,0,-1'), 3, 'BRDA:1,0,0,-1 is no line, block, branch and count'],
  [record('BRDA:1,0,,1'), 3, 'BRDA:1,0,,1 is no line, block, branch and count'],
  [record('BRDA:2147483648,0,0,1'), 3, 'BRDA:2147483648,0,0,1 is no line, block, branch and count'],
  [record('BRDA:undefined,0,0,1'), 3, 'BRDA:undefined,0,0,1 is no line, block, branch and count'],
  [record('LF:1').replaceAll('\n', '\r'), 1, 'a carriage return stands within a line'],
  [record('FN:1,a\rb'), 3, 'a carriage return stands within a line'],
  [record('DA:1,1\r\r'), 3, 'DA:1,1\r is no line and count'],
  ['\uFFFE\u0000T\u0000N\u0000', 1, "'\uFFFE\u0000T\u0000N\u0000' is no record of lcov"],
  ['\u0000\u0001PNG\n', 1, "'\u0000\u0001PNG' is no record of lcov"],
  ['<html>\n', 1, "'<html>' is no record of lcov"],
  ['{ "total": 1 }\n', 1, `'{ "total": 1 }' is no record of lcov`],
  [`${'€'.repeat(99)}\n`, 1, `'${'€'.repeat(60)}' is no record of lcov`],
] as const) {
  test(`lcov/corrupt: ${JSON.stringify(text)}`, () => {
    throws(() => scanned(text), {
      code: 'lcov/corrupt',
      file: 'coverage/lcov.info',
      line,
      message: `coverage/lcov.info cannot be right: ${message}.`,
    });
  });
}

test('bytes without lines are not held as a whole', () => {
  let asked = Infinity;
  const endless = {
    *[Symbol.iterator]() {
      yield Buffer.from('TN:\nSF:a.ts\nDA:1,1\n');
      for (asked = 1; asked < 1000; asked += 1) yield Buffer.alloc(2 ** 16, '1');
    },
  };
  const error = { code: 'lcov/corrupt', line: 4, message: 'x cannot be right: a line is longer than 1 MiB.' };
  throws(() => [...scanLcov(endless, 'x')], error);
  // Once to scan, once to tell the line.
  throws(() => [...scanLcov(endless, 'x', () => false)], error);
  deepEqual(asked, 1);
});

test('pieces may come in the same memory again and again', () => {
  const text = `${record('FN:1,name\nFNDA:1,name\nDA:12,34')}`.repeat(3);
  const chunks = {
    *[Symbol.iterator]() {
      const piece = Buffer.alloc(7);
      for (let at = 0; at < text.length; at += 7) yield piece.subarray(0, piece.write(text.slice(at, at + 7)));
    },
  };
  deepEqual([...scanLcov(chunks, 'x')], [...scanLcov([Buffer.from(text)], 'x')]);
});

test('bytes that are no UTF-8 are a name that no file has', () => {
  const [one] = scanLcov([Buffer.from('SF:b\xe9.ts\nend_of_record\n', 'latin1')], 'x');
  deepEqual(one?.source, 'b\uFFFD.ts');
});

test('records that nobody wants are not read, but seen to begin and end', () => {
  const text = 'TN:\nSF:a.ts\nDA:x\nend_of_record\nTN:\nSF:b.ts\nDA:1,1\nFN:1,end_of_record\nFN:2,SF:c\nend_of_record\n';
  const wants = (source: string): boolean => source === 'b.ts';
  deepEqual(Array.from(scanLcov([Buffer.from(text)], 'x', wants), ({ source }) => source), ['b.ts']);
  deepEqual(recordPlaces([Buffer.from(text)], 'x'), [
    { source: 'a.ts', place: 4 },
    { source: 'b.ts', place: 35 },
  ]);
});

test('whatever names look like, nothing is passed over but records that nobody wants', () => {
  const facts = ['', 'FN:1,_\n', 'FN:1,_of_\n', 'FN:1,end_of_record\n', 'FN:1,S\n', 'FN:1,setSF:\n', 'DA:1,1\n'];
  const heads = ['TN:\nSF:a.ts\n', 'SF:a.ts\n', 'TN:x\nSF:a.ts\n', 'TN:\r\nSF:a.ts\r\n', 'SF:größe.ts\n', '# a comment\nSF:a.ts\n'];
  for (const head of heads) {
    for (const fact of facts) {
      for (const end of ['end_of_record\n', 'end_of_record\r\n']) {
        const text = `${head}${fact}${end}TN:\nSF:S/b.ts\nend_of_record\n${head}${fact}end_of_record`;
        const source = /SF:([^\r\n]*)/.exec(text)?.[1];
        deepEqual([text, recordPlaces([Buffer.from(text)], 'x').map((one) => one.source)], [text, [source, 'S/b.ts', source]]);
      }
    }
  }
});

for (const [text, line, message] of [
  ['SF:a.ts\nDA:1,1\nSF:b.ts\nend_of_record\n', 3, 'the record of a.ts does not end before this one begins'],
  ['SF:a.ts\nDA:1,1\n', 3, 'the report breaks off in the record of a.ts'],
  ['SF:a.ts\nDA:1,1\nend_of_record\nDA:1,1\nend_of_record\nSF:b.ts\nend_of_record\n', 4, 'DA stands outside of a record'],
  ['SF:a.ts\nend_of_record\nend_of_record\n', 3, 'end_of_record ends a record that never began'],
  ['SF:a.ts\nend_of_record!\nSF:b.ts\nend_of_record\n', 2, "'end_of_record!' is no record of lcov"],
  ['SF:a.ts\nFN:1,S\nSF:b.ts\nFN:1,S\nend_of_record\n', 3, 'the record of a.ts does not end before this one begins'],
  ['SF:a.ts\nDA:1,1\nend_of_record!\nDA:1,1\nend_of_record\n', 3, "'end_of_record!' is no record of lcov"],
  ['SF:a.ts\nDA:1,1 end_of_record\nend_of_recor\n', 4, 'the report breaks off in the record of a.ts'],
  ['SF:\nend_of_record\n', 1, 'SF names no file'],
] as const) {
  test(`lcov/corrupt, wanted or not: ${JSON.stringify(text)}`, () => {
    throws(() => recordPlaces([Buffer.from(text)], 'x'), { code: 'lcov/corrupt', line, message: `x cannot be right: ${message}.` });
  });
}

test('what goes wrong while the bytes are read is told as it is', () => {
  const broken = {
    *[Symbol.iterator](): Generator<Uint8Array> {
      throw new FormworkError({ code: 'file/broken', message: 'broken', fix: 'None.' });
    },
  };
  throws(() => [...scanLcov(broken, 'x')], { code: 'file/broken' });
});

test('who has seen enough lets go of the file', () => {
  let closed = 0;
  const chunks = {
    *[Symbol.iterator]() {
      try {
        for (;;) yield Buffer.from(record('DA:1,1'));
      } finally {
        closed += 1;
      }
    },
  };
  for (const { source } of scanLcov(chunks, 'x')) if (source !== '') break;
  deepEqual(closed, 1);
});

type Said = {
  readonly source?: string;
  readonly lines?: Readonly<Record<number, number>>;
  readonly functions?: readonly string[];
  readonly branches?: readonly string[];
};

function scanned(text: string): readonly Said[] {
  return Array.from(scanLcov([Buffer.from(text)], 'coverage/lcov.info'), ({ source, lines, functions, branches }) => ({
    source,
    lines: Object.fromEntries(lines.numbers.map((line, index) => [line, Number(lines.hits[index])])),
    functions: functions.map(({ name, line, hits }) => `${name} ${line} ${hits}`),
    branches: branches.map(({ line, block, branch, taken }) => `${line} ${block} ${branch} ${taken}`),
  }));
}
