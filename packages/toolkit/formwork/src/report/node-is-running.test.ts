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
  // `exec` makes a parent that does not know of its child, so that nobody waits for it; the child ends after that, when it is told to.
  const script = 'cat <&3 >/dev/null & echo $!; exec 3<&-; exec sleep 60';
  const parent = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore', 'pipe'] });
  const until = async (path: string, part: string): Promise<void> => {
    while (!readFileSync(`/proc/${path}`, 'utf8').includes(part)) await new Promise(setImmediate);
  };
  try {
    const [line] = await once(parent.stdio[1] ?? parent, 'data');
    const ended = Number(String(line));
    await until(`${parent.pid}/comm`, 'sleep');
    parent.stdio[3]?.destroy();
    await until(`${ended}/stat`, ') Z ');
    equal(isRunning(ended), false);
  } finally {
    parent.kill();
  }
});
