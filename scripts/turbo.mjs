/**
 * `pnpm turbo …`, typed word for word. Turbo's own `gen` takes no bare words behind a generator, and exits 0 when one has failed, so
 * `gen` with a kind that Formwork knows goes straight to the engine; everything else is turbo's, with all its words.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { takeBackInterrupted } from './take-back-interrupted.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const formwork = fileURLToPath(new URL('../packages/toolkit/formwork/src', import.meta.url));

if (import.meta.main) {
  takeBackInterrupted(root);
  const child = spawn(process.execPath, programFor(process.argv.slice(2)), {
    stdio: 'inherit',
    env: { TURBO_TELEMETRY_DISABLED: '1', ...process.env },
  });
  // This process ends after what it started, and as that ended.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('close', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/**
 * What Node is to run for what was typed behind `turbo`.
 *
 * @param {readonly string[]} typed
 * @returns {string[]}
 */
export function programFor(typed) {
  const words = typed[0] === '--' ? typed.slice(1) : typed;
  const [command, kind, ...rest] = words;
  const isOurs = command === 'gen' && isKind(kind) && !rest.some((word) => word === '--args' || word === '-a');
  return isOurs ? [`${formwork}/cli/formwork.js`, ...words] : [`${root}node_modules/turbo/bin/turbo`, ...words];
}

/** @param {string | undefined} word */
function isKind(word) {
  return word !== undefined && /^[a-z-]+$/.test(word) && existsSync(`${formwork}/generators/${word}/index.ts`);
}
