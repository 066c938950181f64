import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { equal } from 'node:assert/strict';
import { isRunning } from './node-is-running.ts';

test('this process runs, and one that has ended does not', () => {
  const { pid } = spawnSync('true');
  equal(isRunning(process.pid), true);
  equal(isRunning(pid), false);
});

test('a process that others own runs', () => {
  equal(isRunning(1), true);
});

test('a process that has ended and that nobody waits for does not run', { skip: process.platform !== 'linux' }, async () => {
  // `exec` makes a parent that does not know of its child, so that nobody waits for it.
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const [line] = await once(parent.stdout.setEncoding('utf8'), 'data');
    const ended = Number(line);
    while (!readFileSync(`/proc/${ended}/stat`, 'utf8').includes(') Z ')) await new Promise(setImmediate);
    equal(isRunning(ended), false);
  } finally {
    parent.kill();
  }
});
