import { deepEqual, equal, match } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { programFor } from './turbo.mjs';

const door = fileURLToPath(new URL('turbo.mjs', import.meta.url));

for (const [typed, program] of [
  ['gen feature billing', 'formwork gen feature billing'],
  ['-- gen feature billing --plan', 'formwork gen feature billing --plan'],
  ['gen feature --help', 'formwork gen feature --help'],
  ['gen use-case orders cancel-order', 'formwork gen use-case orders cancel-order'],
  ['gen featur billing', 'formwork gen featur billing'],
  ['gen featur', 'formwork gen featur'],
  ['gen ../feature', 'formwork gen ../feature'],
  ['gen my-own billing', 'formwork gen my-own billing'],
  ['gen my-own', 'turbo gen my-own'],
  ['gen my-own --config=other.ts', 'turbo gen my-own --config=other.ts'],
  ['gen my-own --args billing', 'turbo gen my-own --args billing'],
  ['gen feature --args billing', 'plop run feature --args billing'],
  ['gen feature -a billing', 'plop run feature -a billing'],
  ['gen feature --args=billing', 'plop run feature --args=billing'],
  ['gen --help', 'turbo gen --help'],
  ['gen run feature', 'turbo gen run feature'],
  ['gen', 'turbo gen'],
  ['gen workspace', 'turbo gen workspace'],
  ['run lint -- --fix', 'turbo run lint -- --fix'],
]) {
  test(`pnpm turbo ${typed}: ${program.split(' ')[0]} does it`, () => {
    const [file, ...words] = programFor(typed.split(' '));
    const name = path.basename(file, '.js').replace(/^cli$/, 'plop');
    equal(existsSync(file), true);
    equal([name, ...words].join(' '), program);
  });
}

test('the engine answers for a kind it knows', () => {
  const { status, stdout } = spawnSync(process.execPath, [door, 'gen', 'feature', '--help'], { encoding: 'utf8' });
  match(stdout, /formwork gen feature <name>/);
  equal(status, 0);
});

const turbo = fileURLToPath(new URL('../node_modules/turbo/bin/turbo', import.meta.url));

for (const [what, words, exit, said] of [
  ['a kind that was meant', [door, 'gen', 'featur', 'billing'], 2, 'Did you mean feature?'],
  ['a failure behind --args', [door, 'gen', 'feature', '--args', 'Billing'], 2, 'generator/bad-name'],
  ['the same of turbo alone, which swallows it', [turbo, 'gen', 'feature', '--args', 'Billing'], 0, 'generator/bad-name'],
]) {
  test(`${what}: exit ${exit}`, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', input: '' });
    deepEqual([status, `${stdout}${stderr}`.includes(said)], [exit, true], `${stdout}${stderr}`);
  });
}

test('turbo gets every word, no telemetry, and its exit code comes back', () => {
  const { status, stdout } = spawnSync(process.execPath, [door, 'run', 'a task', '--', '--x'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: undefined,
      TURBO_BINARY_PATH: binary('for word; do echo "$word"; done; echo "telemetry off: $TURBO_TELEMETRY_DISABLED"; exit 7'),
    },
  });
  deepEqual(stdout.split('\n'), ['run', 'a task', '--', '--x', 'telemetry off: 1', '']);
  equal(status, 7);
});

for (const [signal, what, to] of [
  ['SIGTERM', 'a stop sent to the door', (pid) => pid],
  ['SIGINT', 'Ctrl-C, which a terminal sends to all', (pid) => -pid],
]) {
  test(`${what} reaches turbo, and the door ends as turbo did`, async () => {
    const env = { ...process.env, TURBO_BINARY_PATH: binary('echo ready; exec sleep 60') };
    const child = spawn(process.execPath, [door, 'run', 'dev'], { env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    const [said] = await once(child.stdout, 'data');
    equal(String(said), 'ready\n');
    process.kill(to(child.pid), signal);
    deepEqual(await once(child, 'close'), [null, signal]);
  });
}

/** A program that turbo's launcher takes for turbo itself. */
function binary(script) {
  const folder = mkdtempSync(path.join(tmpdir(), 'formwork-turbo-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'turbo');
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return file;
}
