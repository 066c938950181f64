import { deepEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const door = fileURLToPath(new URL('needs-node.mjs', import.meta.url));
const opened = (version) =>
  spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', `Object.defineProperty(process.versions, 'node', { value: '${version}' }); await import('${door}');`],
    { encoding: 'utf8' },
  );

for (const [version, status] of [
  ['20.20.2', 2],
  ['22.17.9', 2],
  ['22.18.0', 0],
  ['24.0.0', 0],
]) {
  test(`on Node ${version}: exit ${status}`, () => {
    const said = opened(version);
    const expected = status === 0 ? '' : `This needs Node 22.18 or later, and this is ${version}.\n`;
    deepEqual([said.status, said.stderr], [status, expected]);
  });
}
