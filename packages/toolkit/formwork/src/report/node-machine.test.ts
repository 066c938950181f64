import { deepEqual, rejects } from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { spawn } from 'node:child_process';
import test from 'node:test';
import { nodeMachine } from './node-machine.ts';
import { ask } from './node-question.ts';

const node = process.execPath;

test('a program is run from its arguments, with no shell between, and its output is gathered', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'formwork-run-')));
  const code = `
    const { env: { ADDED, HOME }, argv } = process;
    process.stdin.setEncoding('utf8').on('data', (text) => console.log(text, process.cwd(), argv[1], ADDED, HOME));
    process.stdin.on('end', () => { console.error('é'); process.exitCode = 3; });
  `;
  const finished = await nodeMachine().run([node, '-e', code, '$(echo x) && "*"'], {
    folder,
    input: 'given',
    env: { ADDED: 'yes', HOME: undefined },
  });
  rmSync(folder, { recursive: true });
  deepEqual(finished, { exitCode: 3, stdout: `given ${folder} $(echo x) && "*" yes undefined\n`, stderr: 'é\n' });
});

test('a program may leave its input unread', async () => {
  const finished = await nodeMachine().run([node, '-e', 'process.stdin.destroy()'], { folder: tmpdir(), input: 'x'.repeat(1_000_000) });
  deepEqual(finished, { exitCode: 0, stdout: '', stderr: '' });
});

test('a program that a signal ended has the exit code of a shell', async () => {
  const finished = await nodeMachine().run([node, '-e', "process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000)"], {
    folder: tmpdir(),
  });
  deepEqual(finished.exitCode, 143);
});

test('a program that is not there is named', () =>
  rejects(nodeMachine().run(['formwork-no-such-program', '--x'], { folder: tmpdir() }), {
    code: 'process/not-started',
    message: `formwork-no-such-program could not be started in ${tmpdir()} (spawn formwork-no-such-program ENOENT).`,
    fix: 'Install formwork-no-such-program so that it is on PATH, then run this again.',
  }));

test("a program's output can be shown on stderr as it comes", async () => {
  const module = JSON.stringify(new URL('./node-machine.ts', import.meta.url).href);
  const code = `
    const { nodeMachine } = await import(${module});
    const argv = [process.execPath, '-e', 'console.log("out"); console.error("err")'];
    const finished = await nodeMachine().run(argv, { folder: '.', output: 'inherit-to-stderr' });
    console.log(JSON.stringify(finished));
  `;
  const shown = await nodeMachine().run([node, '--input-type=module', '-e', code], { folder: tmpdir() });
  deepEqual(shown, { exitCode: 0, stdout: '{"exitCode":0,"stdout":"","stderr":""}\n', stderr: 'out\nerr\n' });
});

test('a program can have the streams of this process', async () => {
  const module = JSON.stringify(new URL('./node-machine.ts', import.meta.url).href);
  const program = 'process.stdin.on("data", (text) => console.log("read " + text)); console.error("err")';
  const code = `
    const { nodeMachine } = await import(${module});
    const { exitCode } = await nodeMachine().run([process.execPath, '-e', ${JSON.stringify(program)}], { folder: '.', output: 'inherit' });
    console.log(exitCode);
  `;
  const shown = await nodeMachine().run([node, '--input-type=module', '-e', code], { folder: tmpdir(), input: 'in' });
  deepEqual(shown, { exitCode: 0, stdout: 'read in\n0\n', stderr: 'err\n' });
});

test('an interrupted run passes the signal on, and rejects when the program has cleaned up', async () => {
  const machine = nodeMachine();
  deepEqual(machine.interrupt('SIGINT'), 0);
  const code =
    "process.on('SIGTERM', () => { console.error('cleaned'); process.exit(0); }); console.error('ready'); setInterval(() => {}, 1000)";
  const module = JSON.stringify(new URL('./node-machine.ts', import.meta.url).href);
  const parent = `
    const { nodeMachine } = await import(${module});
    const machine = nodeMachine();
    process.on('SIGTERM', () => console.log(machine.interrupt('SIGTERM')));
    await machine
      .run([process.execPath, '-e', ${JSON.stringify(code)}], { folder: '.', output: 'inherit-to-stderr' })
      .catch((error) => console.log(String(error), error.signal));
  `;
  const child = spawn(node, ['--input-type=module', '-e', parent], { stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.stderr += text;
    if (text.includes('ready')) child.kill('SIGTERM');
  });
  await once(child, 'close');
  deepEqual(printed, { stdout: '1\nInterrupted: Interrupted by SIGTERM. SIGTERM\n', stderr: 'ready\ncleaned\n' });
});

test('a question is answered by one line, and an input that ends is an interruption', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answer = ask('Name? ', input, output);
  input.write('billing\n');
  deepEqual([await answer, String(output.read())], ['billing', 'Name? ']);
  const unanswered = ask('Name? ', input, output);
  input.end();
  await rejects(unanswered, { name: 'Interrupted', signal: 'SIGINT' });
});

test('the machine is that of this process', () => {
  const { folder, env, processId, stdout, stderr, stdin } = nodeMachine();
  const terminals = [stdout.isTerminal, stderr.isTerminal, stdin.isTerminal];
  deepEqual(
    [folder, env, processId, terminals],
    [process.cwd(), process.env, process.pid, [process.stdout, process.stderr, process.stdin].map((stream) => stream.isTTY === true)],
  );
});

test('a device is neither file, folder nor link', () => deepEqual(nodeMachine().files.kind('/dev/null'), 'other'));

test('what is piped in is read, and a question that it does not answer is an interruption', async () => {
  const module = JSON.stringify(new URL('./node-machine.ts', import.meta.url).href);
  const through = (what: string, input: string) =>
    nodeMachine().run(
      [
        node,
        '--input-type=module',
        '-e',
        `const { nodeMachine } = await import(${module}); const { stdin, wait } = nodeMachine(); await wait(0); ${what}`,
      ],
      {
        folder: tmpdir(),
        input,
      },
    );
  deepEqual(await through('console.log(JSON.stringify(await stdin.read()))', 'piped\n'), {
    exitCode: 0,
    stdout: '"piped\\n"\n',
    stderr: '',
  });
  deepEqual(await through("console.log(await stdin.ask('Name? '))", 'ada\n'), { exitCode: 0, stdout: 'ada\n', stderr: 'Name? ' });
  deepEqual(await through("await stdin.ask('Name? ').catch((error) => console.log(String(error)))", ''), {
    exitCode: 0,
    stdout: 'Interrupted: Interrupted by SIGINT.\n',
    stderr: 'Name? ',
  });
});
