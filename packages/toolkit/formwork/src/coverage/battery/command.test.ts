/** `formwork coverage diff` as people and builds run it: a process in a git repository that knows nothing of Formwork. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { gitRepository, type Repository } from '../testing/git-repository.ts';

const formwork = fileURLToPath(new URL('../../cli/formwork.js', import.meta.url));
const reportSchema = z.object({
  status: z.string(),
  note: z.string().nullable(),
  freshness: z.string().optional(),
  uncovered: z.array(z.object({ file: z.string(), line: z.number(), kind: z.string() })).optional(),
  hints: z.array(z.object({ file: z.string(), line: z.number(), tool: z.string(), reason: z.string().nullable() })).optional(),
  findings: z.array(z.object({ code: z.string(), severity: z.string(), file: z.string(), line: z.number(), message: z.string(), fix: z.string() })),
});

type Said = z.output<typeof reportSchema> & { readonly exitCode: number | null; readonly lines: readonly string[] };

/** What the command says of a repository, run in one of its folders. */
function said({ root }: Repository, words: readonly string[], { from = '.', input = '' } = {}): Said {
  const { exitCode, stdout } = printed(root, ['--base', 'HEAD', ...words, '--format', 'json'], { from, input });
  const report = reportSchema.parse(JSON.parse(stdout));
  return { ...report, exitCode, lines: (report.uncovered ?? []).map(({ file, line, kind }) => `${file}:${line} ${kind}`) };
}

function printed(root: string, words: readonly string[], { from = '.', input = '' } = {}): { readonly exitCode: number | null; readonly stdout: string } {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(GITHUB|CI|FORMWORK)/.test(name)));
  const { status, stdout } = spawnSync(process.execPath, [formwork, 'coverage', 'diff', ...words], { cwd: join(root, from), encoding: 'utf8', input, env });
  return { exitCode: status, stdout };
}

const before = 'export const half = (n) => n / 2;\n';
const after = `${before}export function third(n) {\n  return n / 3;\n}\nexport const none = () => 0;\n`;
const lcov = (source: string, facts = 'DA:1,1 DA:3,0 DA:5,1'): string => `TN:\nSF:${source}\n${facts.replaceAll(' ', '\n')}\nend_of_record\n`;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** `lib/a.js` has two new functions, the first of which no test calls. */
function changed(files: Readonly<Record<string, string>> = {}): Repository {
  const repository = gitRepository({ 'lib/a.js': before, '.gitignore': 'coverage/\n' });
  repository.write({ 'lib/a.js': after, 'coverage/lcov.info': lcov('lib/a.js'), ...files });
  return repository;
}

test('anywhere: no configuration, from any folder, the reports named or where they usually lie', () => {
  const repository = changed();
  for (const [words, from] of [
    [[], '.'],
    [['--lcov', 'coverage/lcov.info'], '.'],
    [['--lcov', '../coverage/lcov.info'], 'lib'],
    [['--lcov', join(repository.root, 'coverage/lcov.info')], 'lib'],
  ] as const) {
    const { exitCode, lines } = said(repository, words, { from });
    deepEqual([exitCode, lines], [1, ['lib/a.js:2 uncovered', 'lib/a.js:3 uncovered']], `${words.join(' ')} in ${from}`);
  }
});

test('a source is found however the report writes its path, and an absolute one of another machine is told', () => {
  const repository = changed({ 'packages/x/package.json': '{}', 'packages/x/src/b.js': 'x();\ny();\n' });
  const { root } = repository;
  for (const source of ['src/b.js', './src/b.js', 'packages/x/src/b.js', '../x/src/b.js', 'src\\b.js', join(root, 'packages/x/src/b.js')]) {
    repository.write({ 'packages/x/coverage/lcov.info': lcov(source, 'DA:1,1 DA:2,0') });
    const { lines } = said(repository, ['--lcov', 'packages/x/coverage/lcov.info', '--lcov', 'coverage/lcov.info']);
    deepEqual(lines, ['lib/a.js:2 uncovered', 'lib/a.js:3 uncovered', 'packages/x/src/b.js:2 uncovered'], source);
  }
  repository.write({ 'packages/x/coverage/lcov.info': lcov('/builds/shop/packages/x/src/b.js', 'DA:1,1 DA:2,0') });
  const { findings } = said(repository, ['--lcov', 'packages/x/coverage/lcov.info']);
  match(`${findings.find(({ file }) => file === 'packages/x/src/b.js')?.fix}`, /names \/builds\/shop\/packages\/x\/src\/b\.js, which lies elsewhere/);
});

test('one source that could be two files is refused', () => {
  const repository = changed({ 'packages/x/package.json': '{}', 'packages/x/lib/a.js': 'x();\n', 'packages/x/coverage/lcov.info': lcov('lib/a.js') });
  const { exitCode, status, findings } = said(repository, ['--lcov', 'packages/x/coverage/lcov.info']);
  deepEqual([exitCode, status, findings.map(({ code }) => code)], [2, 'error', ['lcov/ambiguous-source']]);
});

test('a source that could be two files is the one whose report is all of one package', () => {
  const place = (column: number): object => ({ start: { line: 1, column }, end: { line: 1, column: column + 3 } });
  const details = { statementMap: { 0: place(0), 1: place(7) }, s: { 0: 1, 1: 0 }, fnMap: {}, f: {}, branchMap: {}, b: {} };
  const repository = changed({
    'packages/x/package.json': '{}',
    'packages/x/lib/a.js': 'one(); two();\n',
    'packages/x/own.js': 'x();\n',
    'packages/x/coverage/lcov.info': lcov('lib/a.js', 'DA:1,1') + lcov('own.js', 'DA:1,1'),
    'packages/x/coverage/coverage-final.json': JSON.stringify({ 'lib/a.js': details, 'own.js': { ...details, statementMap: { 0: place(0) }, s: { 0: 1 } } }),
  });
  const { lines } = said(repository, ['--lcov', 'packages/x/coverage/lcov.info', 'coverage/lcov.info']);
  deepEqual(lines, ['lib/a.js:2 uncovered', 'lib/a.js:3 uncovered', 'packages/x/lib/a.js:1 uncovered']);
});

test('freshness: told where it is unknown, asked for with --require-fresh, and a source that is another is stale', () => {
  const repository = changed();
  const unknown = said(repository, []);
  deepEqual([unknown.exitCode, unknown.freshness, unknown.note?.split(':')[0]], [1, 'unknown', 'freshness unknown']);
  const refused = said(repository, ['--require-fresh']);
  deepEqual([refused.exitCode, refused.status], [2, 'error']);
  equal(refused.findings.some(({ code, fix }) => code === 'coverage/freshness-unknown' && fix.includes('formwork coverage measure')), true);

  const sources = (text: string): string =>
    JSON.stringify({ schema: 'formwork/sources@1', report: sha256(lcov('lib/a.js')), folder: '..', sources: { 'lib/a.js': sha256(text) } });
  repository.write({ 'coverage/sources.json': sources(after) });
  const fresh = said(repository, ['--require-fresh']);
  deepEqual([fresh.exitCode, fresh.freshness, fresh.lines.length], [1, 'fresh', 2]);
  repository.write({ 'coverage/sources.json': sources(before) });
  const stale = said(repository, ['--require-fresh']);
  deepEqual([stale.exitCode, stale.lines], [1, ['lib/a.js:2 stale']]);
});

test('freshness of a report that was moved, as shards are, is that of the package that it lies in', () => {
  const report = lcov('src/b.js', 'DA:1,1 DA:2,1 DA:3,1 DA:5,1');
  const sources = (text: string): string =>
    JSON.stringify({ schema: 'formwork/sources@1', report: sha256(report), folder: '..', sources: { 'src/b.js': sha256(text) } });
  const repository = changed({ 'x/package.json': '{}', 'x/src/b.js': after, 'lib/a.js': before, 'x/coverage/1/lcov.info': report });
  for (const [text, expected] of [
    [before, [1, ['x/src/b.js:1 stale']]],
    [after, [0, []]],
  ] as const) {
    repository.write({ 'x/coverage/1/sources.json': sources(text) });
    const { exitCode, lines } = said(repository, ['--lcov', 'x/coverage/1/lcov.info', '--require-fresh']);
    deepEqual([exitCode, lines], expected);
  }
});

test('of several reports, one that is known to be of another text says nothing', () => {
  const sources = (report: string, text: string): string =>
    JSON.stringify({ schema: 'formwork/sources@1', report: sha256(report), folder: '..', sources: { 'lib/a.js': sha256(text) } });
  const [unit, older] = [lcov('lib/a.js'), lcov('lib/a.js', 'DA:1,1 DA:2,1 DA:3,1')];
  const repository = changed({
    'unit/lcov.info': unit,
    'unit/sources.json': sources(unit, after),
    'older/lcov.info': older,
    'older/sources.json': sources(older, before),
  });
  for (const lcovs of [['unit', 'older'], ['older', 'unit']]) {
    const { exitCode, freshness, lines } = said(repository, lcovs.flatMap((folder) => ['--lcov', `${folder}/lcov.info`]));
    deepEqual([exitCode, freshness, lines], [1, 'fresh', ['lib/a.js:2 uncovered', 'lib/a.js:3 uncovered']]);
  }
});

test('without --base it is what formwork.json says', () => {
  const repository = changed({ 'formwork.json': '{ "base": "start" }' });
  repository.git('tag', 'start');
  repository.commit();
  const { exitCode, stdout } = printed(repository.root, ['--format', 'json']);
  deepEqual([exitCode, reportSchema.parse(JSON.parse(stdout)).uncovered?.length], [1, 2]);
});

test("a statement that shares its line is seen in istanbul's form, beside the lcov or named", () => {
  const statement = (line: number, column: number): object => ({ start: { line, column }, end: { line, column: column + 3 } });
  const text = `${before}one(); two();\n`;
  const details = (root: string): string =>
    JSON.stringify({ [join(root, 'lib/a.js')]: { path: join(root, 'lib/a.js'), statementMap: { 0: statement(1, 20), 1: statement(2, 0), 2: statement(2, 7) }, fnMap: {}, branchMap: {}, s: { 0: 1, 1: 1, 2: 0 }, f: {}, b: {} } });
  const repository = changed({ 'lib/a.js': text, 'coverage/lcov.info': lcov('lib/a.js', 'DA:1,1 DA:2,1') });
  deepEqual(said(repository, []).exitCode, 0, 'lcov tells the most of a line');
  repository.write({ 'elsewhere.json': details(repository.root) });
  deepEqual(said(repository, ['--json-report', 'elsewhere.json']).lines, ['lib/a.js:2 uncovered']);
  repository.write({ 'coverage/coverage-final.json': details(repository.root) });
  deepEqual(said(repository, []).lines, ['lib/a.js:2 uncovered']);
  deepEqual(said(repository, ['--json-report', 'coverage/coverage-final.json']).lines, ['lib/a.js:2 uncovered']);
});

test('--diff-file: a diff made elsewhere, from a file or piped in, where it fits', () => {
  const repository = changed();
  const diff = `${repository.git('diff', '--unified=3')}\n`;
  repository.write({ 'change.diff': diff });
  for (const given of [said(repository, ['--diff-file', 'change.diff']), said(repository, ['--diff-file', '-'], { input: diff })]) {
    deepEqual([given.exitCode, given.lines], [1, ['lib/a.js:2 uncovered', 'lib/a.js:3 uncovered']]);
  }
  repository.write({ 'lib/a.js': after.replace('n / 3', 'n / 4') });
  deepEqual(said(repository, ['--diff-file', 'change.diff']).findings.map(({ code }) => code), ['git/diff-does-not-fit']);
  const absent = said(repository, ['--diff-file', 'gone.diff']);
  deepEqual([absent.exitCode, absent.findings.map(({ code }) => code)], [2, ['coverage/no-diff-file']]);
  const nothing = said(repository, ['--diff-file', '-']);
  deepEqual([nothing.exitCode, nothing.note], [0, 'no source has changed in the diff']);
});

test('--base-lcov: an untouched line that has lost its coverage is a warning', () => {
  const repository = changed({ 'base.info': lcov('lib/a.js', 'DA:1,4'), 'coverage/lcov.info': lcov('lib/a.js', 'DA:1,0 DA:3,1 DA:5,1') });
  const { exitCode, findings } = said(repository, ['--base-lcov', 'base.info']);
  deepEqual([exitCode, findings.map(({ code, severity, line }) => `${severity} ${code} ${line}`)], [0, ['warning coverage/lost 1']]);
});

test('languages beside JS and TS are those that the reports know', () => {
  const repository = changed({ 'lib/a.js': before, 'tool.py': 'one()\ntwo()\n', 'words.txt': 'x\n' });
  deepEqual(said(repository, []).exitCode, 0, 'no report knows Python');
  repository.write({ 'coverage/lcov.info': lcov('tool.py', 'DA:1,1 DA:2,0') });
  deepEqual(said(repository, []).lines, ['tool.py:2 uncovered']);
  repository.write({ 'other.py': 'x()\n' });
  deepEqual(said(repository, []).lines, ['other.py:1 no-coverage-data', 'tool.py:2 uncovered']);
});

test('an ignore hint is shown with its reason, and fails without one', () => {
  const repository = changed({
    'lib/a.js': `${before}/* v8 ignore next -- only on Windows */\nother();\n`,
    'coverage/lcov.info': lcov('lib/a.js', 'DA:1,1'),
  });
  const shown = said(repository, []);
  deepEqual([shown.exitCode, shown.note?.split('\n').at(-1)], [0, 'v8 looks away at lib/a.js:2: only on Windows']);
  deepEqual(shown.hints, [{ file: 'lib/a.js', line: 2, tool: 'v8', reason: 'only on Windows' }]);
  repository.write({ 'lib/a.js': `${before}/* v8 ignore next */\nother();\n` });
  const silent = said(repository, []);
  deepEqual([silent.exitCode, silent.findings.map(({ code, line }) => `${code} ${line}`)], [1, ['coverage/ignore-without-reason 2']]);
  deepEqual(silent.hints, [{ file: 'lib/a.js', line: 2, tool: 'v8', reason: null }]);
});

test('every format, and the page of lines', () => {
  const { root } = changed();
  for (const [format, expected] of [
    ['text', /lib\/a\.js:2/],
    ['markdown', /lib\/a\.js/],
    ['github', /^::error .*file=lib\/a\.js/m],
    ['sarif', /"version": ?"2\.1\.0"/],
    ['junit', /<testsuite /],
  ] as const) {
    const { exitCode, stdout } = printed(root, ['--base', 'HEAD', '--format', format]);
    equal(exitCode, 1, format);
    match(stdout, expected);
  }
  printed(root, ['--base', 'HEAD', '--html', 'out/diff.html']);
  match(readFileSync(join(root, 'out/diff.html'), 'utf8'), /lib\/a\.js/);
});

test('a report that is wrong is told with its line, also where sources.json lies beside it', () => {
  const sources = JSON.stringify({ schema: 'formwork/sources@1', report: 'another', folder: '..', sources: {} });
  const repository = changed({ 'coverage/lcov.info': lcov('lib/a.js', 'DA:1,1 DA:3,x'), 'coverage/sources.json': sources });
  const { exitCode, findings } = said(repository, []);
  deepEqual([exitCode, findings.map(({ code, file, line }) => `${code} ${file}:${line}`)], [2, ['lcov/corrupt coverage/lcov.info:4']]);
});

test('a name that is no UTF-8 is judged; the page has none of its lines, and tells of it', () => {
  const repository = changed();
  writeFileSync(Buffer.concat([Buffer.from(`${repository.root}/caf`), Buffer.from([0xe9]), Buffer.from('.js')]), 'one();\n');
  const { exitCode, lines } = said(repository, ['--html', 'diff.html']);
  deepEqual([exitCode, lines], [1, ['caf\\351.js:1 no-coverage-data', 'lib/a.js:2 uncovered', 'lib/a.js:3 uncovered']]);
  deepEqual(readFileSync(join(repository.root, 'diff.html'), 'utf8').match(/.*351\.js:.*/g), ['<li>error coverage/no-coverage-data: caf\\351.js:1']);
});

test('details that do not know a file say nothing of it, and an allowlist asks nothing of a file that is gone', () => {
  const repository = changed({
    'coverage/coverage-final.json': '{}',
    'policy.config.mjs': "export const allowlist = [{ file: '.gitignore', match: 'x', reason: 'r' }];\n",
  });
  repository.write({ '.gitignore': null });
  const { findings } = said(repository, ['--allowlist', 'policy.config.mjs']);
  deepEqual(findings.map(({ code, file }) => `${code} ${file}`), [
    'coverage/uncovered lib/a.js',
    'coverage/uncovered lib/a.js',
    'coverage/allowlist-unused policy.config.mjs',
  ]);
});

test('what is no evidence is exit 2, and says so', () => {
  const repository = changed();
  for (const [words, files, code] of [
    [[], { 'coverage/lcov.info': null }, 'coverage/no-report'],
    [['--lcov', 'gone.info'], {}, 'coverage/no-report'],
    [['--json-report', 'gone.json'], {}, 'coverage/no-report'],
    [['--base', 'nowhere'], {}, 'base/unresolved'],
    [['--lcov', 'bad.info'], { 'bad.info': 'SF:lib/a.js\nDA:1,-1\nend_of_record\n' }, 'lcov/corrupt'],
    [['--json-report', 'bad.json'], { 'bad.json': '[1' }, 'istanbul/corrupt'],
  ] as const) {
    repository.write(files);
    const { exitCode, findings } = said(repository, words);
    deepEqual([exitCode, findings.map((one) => one.code)], [2, [code]], words.join(' '));
  }
  equal(existsSync(join(repository.root, '.formwork')), false, 'nothing is left behind');
});
