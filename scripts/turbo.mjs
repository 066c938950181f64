/**
 * `pnpm turbo …`, typed word for word. Turbo's own `gen` takes no bare words behind a generator, and exits 0 when one has failed, so
 * `gen` with a kind goes straight to the engine, or with `--args` to Plop; everything else is turbo's, with all its words.
 */
import './needs-node.mjs';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nearest } from '../packages/toolkit/formwork/src/report/nearest.ts';
import { takeBackInterrupted } from './take-back-interrupted.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const formwork = fileURLToPath(new URL('../packages/toolkit/formwork/src', import.meta.url));

/** What `turbo gen` knows itself. */
const turbosOwn = ['workspace', 'run', 'raw', 'help'];

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
 * What Node is to run for what was typed behind `turbo`. A word that is no kind is the engine's too where turbo could only be at a loss:
 * with bare words behind it, or where a kind was meant. A generator of the repository's own, by its name, is turbo's.
 *
 * @param {readonly string[]} typed
 * @returns {string[]}
 */
export function programFor(typed) {
  const words = typed[0] === '--' ? typed.slice(1) : typed;
  const turbo = [`${root}node_modules/turbo/bin/turbo`, ...words];
  const [command, kind = '', ...rest] = words;
  if (command !== 'gen' || kind === '' || kind.startsWith('-') || turbosOwn.includes(kind)) return turbo;
  const kinds = kindIds();
  const isKind = kinds.includes(kind);
  if (rest.some((word) => /^(--args|-a)(=|$)/.test(word))) return isKind ? [`${root}node_modules/@turbo/gen/dist/cli.js`, 'run', kind, ...rest] : turbo;
  const isOurs = isKind || isBare(rest[0]) || nearest(kind, kinds) !== null;
  return isOurs ? [`${formwork}/cli/formwork.js`, ...words] : turbo;
}

/** @param {string | undefined} word */
function isBare(word) {
  return word !== undefined && !word.startsWith('-');
}

function kindIds() {
  return readdirSync(`${formwork}/generators`).filter((name) => existsSync(`${formwork}/generators/${name}/index.ts`));
}
