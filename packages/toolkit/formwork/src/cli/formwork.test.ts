import { deepEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('./formwork.js', import.meta.url));
const { version }: { version: string } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

function start(
  words: readonly string[],
  env: Record<string, string> = {},
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words, '--version'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

test('the program starts anywhere, with a fresh cache of compiled code and with a used one', () => {
  const cache = mkdtempSync(join(tmpdir(), 'formwork-cache-'));
  const started = [1, 2].map(() => start([entry], { NODE_COMPILE_CACHE: cache }));
  rmSync(cache, { recursive: true });
  deepEqual(
    started,
    Array.from({ length: 2 }, () => ({ status: 0, stdout: `${version}\n`, stderr: '' })),
  );
});

test('on a Node that is too old it says so', () => {
  const pretend = (node: string): string =>
    `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${node}' } })`;
  deepEqual(
    ['20.20.0', '22.17.1', '22.18.0'].map((node) => start(['--import', pretend(node), entry])),
    [
      { status: 2, stdout: '', stderr: 'formwork needs Node 22.18 or later, and this is 20.20.0.\n' },
      { status: 2, stdout: '', stderr: 'formwork needs Node 22.18 or later, and this is 22.17.1.\n' },
      { status: 0, stdout: `${version}\n`, stderr: '' },
    ],
  );
});
