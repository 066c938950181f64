import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import type { Allowlist } from './allowlist.ts';
import { allowing, unusedEntries } from './match-allowlist.ts';

const list: Allowlist = {
  file: 'policy.mjs',
  entries: [
    { file: 'bench/**', reason: 'run by hand', line: 2, column: 3 },
    { file: 'src/*.ts', match: 'never();', reason: 'cannot happen', line: 3, column: 3 },
  ],
};

for (const [file, text, wholeFile, line] of [
  ['bench/a.mjs', 'x();', true, true],
  ['bench/.hidden/a.mjs', 'x();', true, true],
  ['benches/a.mjs', 'x();', false, false],
  ['src/a.ts', '  never();', false, true],
  ['src/a.ts', 'never(); // words', false, false],
  ['src/deep/a.ts', 'never();', false, false],
] as const) {
  test(`${file} '${text}': the file ${wholeFile ? 'is' : 'is not'} allowed, the line ${line ? 'is' : 'is not'}`, () => {
    const allows = allowing(list);
    deepEqual([allows.file(file), allows.line(file, text)], [wholeFile, line]);
  });
}

const texts: Readonly<Record<string, string>> = { 'bench/a.mjs': '', 'src/a.ts': 'first();\n  never();\n', 'src/b.ts': '' };

for (const [what, files, expected] of [
  ['both are used', ['bench/a.mjs', 'src/b.ts', 'src/a.ts'], []],
  [
    'the folder is gone',
    ['src/a.ts'],
    ['policy.mjs:2:3 The allowlist allows what is not there: no file of the repository matches bench/**.'],
  ],
  [
    'the line is gone',
    ['bench/a.mjs', 'src/b.ts'],
    ["policy.mjs:3:3 The allowlist allows what is not there: no line of src/*.ts is 'never();'."],
  ],
  [
    'the file of the line is gone',
    ['bench/a.mjs'],
    ['policy.mjs:3:3 The allowlist allows what is not there: no file of the repository matches src/*.ts.'],
  ],
] as const) {
  test(`allowlist: ${what}`, () => {
    const unused = unusedEntries(list, files, (file) => `${texts[file]}`.split('\n'));
    deepEqual(
      unused.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`),
      expected,
    );
    equal(
      unused.every(({ code, severity }) => code === 'coverage/allowlist-unused' && severity === 'error'),
      true,
    );
  });
}
