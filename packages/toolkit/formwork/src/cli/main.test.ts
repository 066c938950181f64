import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import test from 'node:test';
import { finding, type Finding } from '../report/finding.ts';
import { json, parsed, type } from './testing/planted.ts';

function codeAndMessage({ code, message }: Finding): string {
  return `${code} ${message}`;
}

test('JSON goes to stdout and words to stderr; a terminal gets the words alone', async () => {
  const options = { name: 'ada', loudly: true, times: ['once'], kindly: true, mood: 'glad' };
  const data = `${JSON.stringify({ root: '/repo', options }, null, 2)}\n`;
  const rows = [
    ['greet person ada --loudly', {}, data, 'Thinking.\nHello ada.\n'],
    ['greet person ada --loudly', { terminal: true }, 'Hello ada in colour.\n', 'Thinking.\n'],
    ['greet person ada --loudly', { terminal: true, env: { NO_COLOR: '1' } }, 'Hello ada.\n', 'Thinking.\n'],
    ['greet person ada --loudly', { terminal: true, env: { TERM: 'dumb' } }, 'Hello ada.\n', 'Thinking.\n'],
    ['greet person ada --loudly --format text', {}, 'Hello ada.\n', 'Thinking.\n'],
    ['greet person ada --loudly --json', { terminal: true }, data, 'Thinking.\nHello ada in colour.\n'],
  ] as const;
  for (const [line, given, stdout, stderr] of rows) {
    const printed = await type(line, given);
    deepEqual([printed.exitCode, printed.stdout, printed.stderr], [0, stdout, stderr]);
  }
});

test('a report that fails exits 1', async () => {
  const { exitCode, stdout, stderr } = await type('fail');
  deepEqual([exitCode, parsed(stdout).status], [1, 'fail']);
  equal(stderr, 'x.ts:1:1  error  a/wrong\n  Wrong.\n  fix: Right it.\n\n✖ fail failed · 1 error · 1 file · 5 ms\n');
});

test('a report may be asked for in a format of its own; the words are beside it', async () => {
  const rows = [
    ['github', /^::error file=x\.ts,line=1,col=1,title=a\/wrong::Wrong\.%0Afix: Right it\.\n$/],
    ['markdown', /^<!-- formwork:fail -->\n### ❌ fail failed\n/],
    ['sarif', /^\{[^]*"semanticVersion": "\d+\.\d+\.\d+",[^]*"formwork\/v1"[^]*\}\n$/],
    ['junit', /^<\?xml [^]*<testsuite name="fail" tests="1" failures="1"/],
  ] as const;
  for (const [format, expected] of rows) {
    const { exitCode, stdout, stderr } = await type(`fail --format ${format}`, { terminal: true });
    equal(exitCode, 1);
    match(stdout, expected);
    match(stderr, /Wrong\.[^]*✖ fail failed/);
  }
});

test('what is read elsewhere names files from the toplevel of git, wherever the root lies below it', async () => {
  const below = { folder: '/repo/apps/web', files: { '/repo/.git/HEAD': '', 'pnpm-workspace.yaml': '' } };
  const rows = [
    ['fail --format github', below, /^::error file=apps\/web\/x\.ts,line=1,/],
    ['fail --format markdown', below, /`apps\/web\/x\.ts:1`/],
    ['fail --format junit', below, / file="apps\/web\/x\.ts" /],
    ['fail --format sarif', below, /"id": "formwork\/fail\/apps\/web\/"[^]*"uri": "apps\/web\/x\.ts"/],
    ['fail --root /there --format github', { ...below, links: { '/there': '/repo/apps/web' } }, /^::error file=apps\/web\/x\.ts,/],
    ['fail --format github', { files: { '.git/HEAD': '', 'pnpm-workspace.yaml': '' } }, /^::error file=x\.ts,/],
    ['fail --format text', below, /^x\.ts:1:1 /],
    ['fail --format json', below, /"file": "x\.ts"/],
  ] as const;
  for (const [line, given, expected] of rows) match((await type(line, given)).stdout, expected, line);
});

test('a format for reports is refused before anything is done where there will be none, and so is help in it', async () => {
  for (const line of ['greet person ada --format github', 'undo --format github', 'fail --help --format github', '--format github']) {
    const { exitCode, stdout, stderr } = await type(line);
    deepEqual(
      [line, exitCode, stdout],
      [
        line,
        2,
        '::error title=cli/bad-value::--format github is for reports, and this gives none.%0Afix: Use --format text or --format json.\n',
      ],
    );
    match(stderr, /^error {2}cli\/bad-value\n/);
  }
});

test('an error is a report in every format', async () => {
  const { exitCode, stdout } = await type('fail --oops --format github');
  deepEqual(
    [exitCode, stdout],
    [2, '::error title=cli/unknown-flag::There is no flag --oops here.%0Afix: --help lists the flags of this command.\n'],
  );
});

test('an expected error is a report of status error, and exits 2', async () => {
  deepEqual(await json('refuse'), {
    exitCode: 2,
    schema: 'formwork/report@1',
    gate: 'refuse',
    status: 'error',
    base: null,
    inspected: {},
    durationMs: 0,
    note: null,
    findings: [finding({ code: 'a/refused', file: 'x.ts', line: 2, column: 3, message: 'No.', fix: 'Ask again.' })],
  });
});

test('any other error keeps its stack on stderr, and stdout still is one report', async () => {
  for (const [line, gate, stack, message] of [
    ['trip', 'trip', /TypeError: x is not a function\n {4}at .*planted\.ts/, 'Formwork itself failed: x is not a function'],
    ['trip late', 'trip:late', /^no error at all\n/, 'Formwork itself failed: no error at all'],
  ] as const) {
    const { exitCode, stdout, stderr } = await type(line);
    const said = parsed(stdout);
    match(stderr, stack);
    deepEqual([exitCode, said.gate, said.status, said.findings.map(codeAndMessage)], [2, gate, 'error', [`internal/error ${message}`]]);
  }
});

test('an interruption passes through', () => rejects(type('greet world'), { name: 'Interrupted', signal: 'SIGTERM' }));

test('a run that was cut off is dealt with before the command looks at the tree', async () => {
  const { exitCode, machine } = await type('greet person ada', { files: { 'pnpm-workspace.yaml': '', '.formwork/journal': 'torn' } });
  const { findings } = parsed(machine.printed().stdout);
  deepEqual([exitCode, findings.map(({ code, file }) => `${code} ${file}`)], [2, ['run/unreadable .formwork/journal']]);
});

test('an undo deals with a run that was cut off by itself', async () => {
  const { exitCode, stderr } = await type('undo', { files: { 'pnpm-workspace.yaml': '', '.formwork/journal': 'torn' } });
  deepEqual([exitCode, stderr], [0, 'Undone.\n']);
});

test('next words may choose the command', async () => {
  deepEqual([(await json('pick fail --json')).exitCode, (await type('pick fail')).stderr], [1, 'Picked.\n']);
  match((await type('pick fail --help')).stdout, /^Fails when picked\.\n\nUsage: formwork pick fail \[options\]\n/);
  match((await type('pick')).stdout, /never run/);
});

test('everything that is missing is said at once, for people and for programs', async () => {
  const { exitCode, missing, example, findings } = await json('greet person --loudly');
  deepEqual(
    { exitCode, missing, example, findings },
    {
      exitCode: 2,
      missing: [{ option: 'name', flag: '--name', kind: 'text', values: null, description: 'Whom to greet.' }],
      example: 'formwork greet person ada',
      findings: [
        finding({
          code: 'cli/missing-option',
          file: '.',
          message: 'formwork greet person needs --name.',
          fix: 'For example: formwork greet person ada',
        }),
      ],
    },
  );
});

test('a value that does not fit is named with its flag', async () => {
  const { exitCode, problems, findings } = await json('greet person ada --mood angry');
  const message = "--mood cannot be 'angry'.";
  deepEqual(
    [exitCode, problems, findings.map(codeAndMessage)],
    [2, [{ flag: '--mood', message, values: ['glad', 'sad'], description: 'How.' }], [`cli/bad-value ${message}`]],
  );
});

test('unknown commands and formats, and half of a command, exit 2', async () => {
  const rows = [
    ['gret person', 'cli/unknown-command'],
    ['greet-person ada', 'cli/unknown-command'],
    ['greet', 'cli/incomplete-command'],
    ['greet person ada --nmae', 'cli/unknown-flag'],
    ['fail --format xml', 'cli/bad-value'],
  ] as const;
  for (const [line, code] of rows) {
    const { exitCode, status, findings } = await json(line);
    deepEqual([line, exitCode, status, findings.map((found) => found.code)], [line, 2, 'error', [code]]);
  }
});

test('the version is that of the package', async () => {
  const { exitCode, stdout } = await type('--version');
  deepEqual([exitCode, /^\d+\.\d+\.\d+\n$/.test(stdout)], [0, true]);
});

test('what stands behind the dashes is a program and its words; what it does not print itself goes to stderr', async () => {
  const files = { 'pnpm-workspace.yaml': '', 'other/pnpm-workspace.yaml': '' };
  const rows = [
    ['wrap -- run --json --format xml --help -- --quietly', 7, '', '/repo run --json --format xml --help -- --quietly\n'],
    ['--root other wrap --json -- run', 7, '', '/repo/other run\n'],
    ['wrap --quietly -- run', 7, '', ''],
    ['wrap -- nothing', 2, '', 'error  a/nothing\n  It is not there.\n  fix: Install it.\n\n✖ wrap could not finish · 1 error · 0 ms\n'],
  ] as const;
  for (const [line, exitCode, stdout, stderr] of rows) {
    const printed = await type(line, { files });
    deepEqual([line, printed.exitCode, printed.stdout, printed.stderr], [line, exitCode, stdout, stderr]);
  }
});

test('a program that is not typed is missed, in JSON as ever', async () => {
  for (const line of ['wrap', 'wrap --']) {
    const { exitCode, missing, findings } = await json(line);
    deepEqual(
      [exitCode, missing, findings.map(codeAndMessage)],
      [
        2,
        [{ option: 'command', flag: '-- <command>…', kind: 'list', values: null, description: 'What to run, with its words.' }],
        ['cli/missing-option formwork wrap needs -- <command>….'],
      ],
    );
  }
  const { findings } = await json('wrap --command run -- run');
  deepEqual(findings.map(codeAndMessage), ['cli/unknown-flag There is no flag --command here.']);
});

test('the root is the nearest folder above that is one, or the one that is named', async () => {
  const files = { '/a/pnpm-workspace.yaml': '', '/a/b/c/file': '', '/d/formwork.json': '{}', '/d/e/file': '' };
  const rootOf = async (line: string, folder: string) => {
    const { root, findings } = parsed((await type(line, { files, folder })).stdout);
    return root ?? findings.map(codeAndMessage);
  };
  deepEqual(
    [
      await rootOf('greet person ada', '/a/b/c'),
      await rootOf('greet person ada --root ../../../d', '/a/b/c'),
      await rootOf('greet person ada --root b', '/a'),
      await rootOf('greet person ada', '/elsewhere'),
    ],
    [
      '/a',
      '/d',
      ['workspace/no-root /a/b is no root of a workspace: there is no formwork.json or pnpm-workspace.yaml.'],
      ['workspace/no-root /elsewhere is no root of a workspace, nor does it lie in one: there is no formwork.json or pnpm-workspace.yaml.'],
    ],
  );
});
