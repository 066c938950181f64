import { equal } from 'node:assert/strict';
import test from 'node:test';
import { runFormwork } from './run-formwork.mjs';

const killer = `process.argv[1].endsWith('formwork.js') && process.kill(process.pid, 'SIGKILL')`;

for (const [what, words, env, exitCode] of [
  ['answers', ['recover', '--help'], {}, 0],
  ['refuses', ['conformence'], {}, 2],
  ['is killed', ['recover', '--help'], { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(killer)}` }, 2],
]) {
  test(`where formwork ${what}, the exit code is ${exitCode}`, () => {
    equal(runFormwork(words, { stdio: 'ignore', env: { ...process.env, ...env } }), exitCode);
  });
}
