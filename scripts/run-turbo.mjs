import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Runs one task through turbo, its output shown to the user, and reads turbo's own summary of the run.
 *
 * @param {string} root
 * @param {string} task
 * @param {readonly string[]} turboFlags
 * @param {readonly string[]} runnerFlags handed to the package's own script
 * @returns {Promise<{ exitCode: number | null, tasks: { package: string, directory: string, command: string }[] }>}
 *   null where turbo was killed; only tasks for which the package has a script, none where turbo did not say
 */
export async function runTurbo(root, task, turboFlags, runnerFlags) {
  const words = ['run', task, '--summarize', '--continue=always', ...turboFlags, ...(runnerFlags.length === 0 ? [] : ['--', ...runnerFlags])];
  const { exitCode, output } = await spawnTurbo(root, words);
  const summaryFile = /Summary:\s+(\S+\.json)/.exec(output)?.[1];
  if (summaryFile === undefined) return { exitCode, tasks: [] };
  const summary = JSON.parse(readFileSync(path.resolve(root, summaryFile), 'utf8'));
  rmSync(path.resolve(root, summaryFile));
  const tasks = summary.tasks.filter((entry) => entry.task === task && entry.command !== '<NONEXISTENT>');
  return { exitCode, tasks };
}

/**
 * @param {string} root
 * @param {readonly string[]} words
 * @returns {Promise<{ exitCode: number | null, output: string }>}
 */
function spawnTurbo(root, words) {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(root, 'node_modules/.bin/turbo'), words, {
      cwd: root,
      env: { TURBO_TELEMETRY_DISABLED: '1', ...process.env },
      stdio: ['inherit', 'pipe', 'pipe'],
    });
    let output = '';
    for (const [stream, shown] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        shown.write(text);
      });
    }
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}
