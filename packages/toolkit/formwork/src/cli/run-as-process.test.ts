import { deepEqual, match } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';

const here = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
const root = realpathSync(mkdtempSync(join(tmpdir(), 'formwork-process-')));
after(() => rmSync(root, { recursive: true }));

/** A repository with these commands, each given as the body of its `run`. */
function plant(commands: Record<string, string>): void {
  writeFileSync(join(root, 'pnpm-workspace.yaml'), '');
  writeFileSync(
    join(root, 'bin.ts'),
    `import { runAsProcess } from ${here('./run-as-process.ts')};\nawait runAsProcess(new URL('./commands/', import.meta.url));\n`,
  );
  for (const [name, body] of Object.entries(commands)) {
    mkdirSync(join(root, 'commands', name), { recursive: true });
    const text = `export const command = {
        words: ['${name}'], summary: 'Planted.', options: {}, positionals: [], examples: ['formwork ${name}'],
        run: async (options, { machine, root, progress }) => { ${body} },
      };`;
    writeFileSync(join(root, 'commands', name, 'index.ts'), text);
  }
}

plant({
  pass: "return { exitCode: 0, data: { text: 'x'.repeat(1_000_000) }, text: () => 'Passed.\\n' };",
  fail: "return { exitCode: 1, data: {}, text: () => 'Failed.\\n' };",
  never: 'progress("Waiting."); await new Promise(() => {});',
  stray: "setTimeout(() => { throw new TypeError('stray'); }, 0); await new Promise(() => setInterval(() => {}, 1000));",
  idle: 'progress("Ready."); await new Promise(() => setInterval(() => {}, 1000));',
  wait: `
    try {
      const code = "process.on('SIGINT', () => process.exit(0)); console.error('Ready.'); setInterval(() => {}, 1000)";
      await machine.run([process.execPath, '-e', code], { folder: root, output: 'inherit-to-stderr' });
    } finally { progress('Cleaned up.'); }`,
});

type Ended = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** Runs the planted bin; `whenReady` is called when it says so. */
async function run(
  words: readonly string[],
  whenReady: (child: ReturnType<typeof spawn>) => void = () => {},
  bin = 'bin.ts',
): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, bin), ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.stderr += text;
    if (text.includes('Ready.')) whenReady(child);
  });
  const [exitCode] = await once(child, 'close');
  return { exitCode, ...printed };
}

test('the exit code is that of the outcome, and all of a long output arrives', async () => {
  const passed = await run(['pass']);
  deepEqual([passed.exitCode, passed.stdout.length, passed.stderr], [0, 1_000_000 + '{\n  "text": ""\n}\n'.length, 'Passed.\n']);
  deepEqual(await run(['fail']), { exitCode: 1, stdout: '{}\n', stderr: 'Failed.\n' });
  deepEqual((await run(['fial'])).exitCode, 2);
});

test('what never settles has not passed', async () => {
  const { exitCode, stdout, stderr } = await run(['never']);
  deepEqual([exitCode, stdout, stderr.split('\n')[0]], [2, '', 'Waiting.']);
});

test('an error outside of any promise is no finding: it exits 2 with its stack', async () => {
  const { exitCode, stdout, stderr } = await run(['stray']);
  deepEqual([exitCode, stdout], [2, '']);
  match(stderr, /^TypeError: stray\n {4}at /);
});

test('a tool without its commands exits 2 with a stack', async () => {
  writeFileSync(
    join(root, 'broken.ts'),
    `import { runAsProcess } from ${here('./run-as-process.ts')};\nawait runAsProcess(new URL('./none/', import.meta.url));\n`,
  );
  const { exitCode, stdout, stderr } = await run(['pass'], undefined, 'broken.ts');
  deepEqual([exitCode, stdout], [2, '']);
  match(stderr, /^Error: ENOENT: no such file or directory, scandir .*\n {4}at /);
});

test('an output that cannot be written exits 2', async () => {
  const child = spawn(process.execPath, [join(root, 'bin.ts'), 'pass'], {
    cwd: root,
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [exitCode] = await once(child, 'close');
  deepEqual(exitCode, 2);
  match(stderr, /ENOSPC/);
});

test('a reader that stops reading changes nothing', async () => {
  const child = spawn(process.execPath, [join(root, 'bin.ts'), 'pass'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.once('data', () => child.stdout.destroy());
  const [exitCode] = await once(child, 'close');
  deepEqual([exitCode, stderr], [0, 'Passed.\n']);
});

test('a signal ends what waits for nothing but time', async () => {
  deepEqual(await run(['idle'], (child) => child.kill('SIGTERM')), {
    exitCode: 143,
    stdout: '',
    stderr: 'Ready.\nInterrupted by SIGTERM.\n',
  });
});

test('Ctrl-C ends what waits for a program when that has ended, and lets it clean up', async () => {
  deepEqual(await run(['wait'], (child) => child.kill('SIGINT')), {
    exitCode: 130,
    stdout: '',
    stderr: 'Ready.\nCleaned up.\nInterrupted by SIGINT.\n',
  });
});
