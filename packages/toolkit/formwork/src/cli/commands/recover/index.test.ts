import { deepEqual, equal, match } from 'node:assert/strict';
import test from 'node:test';
import { put, status } from '../../../edits/testing/draw-repository.ts';
import { drawSlowInstall, plan } from '../../testing/slow-install.ts';

for (const [what, words, input] of [
  ['recover', ['recover', '--format', 'text'], ''],
  ['an empty plan', ['apply', '-', '--format', 'text'], JSON.stringify({ ...plan, edits: [] })],
] as const) {
  test(`${what}: a run that was killed is taken back, once`, async () => {
    const { root, startInstall, formwork, letGoOn } = drawSlowInstall();
    const { run, closed } = await startInstall();
    run.kill('SIGKILL');
    letGoOn();
    await closed;
    const first = formwork(words, input);
    equal(first.exit, 0);
    match(first.stderr, /^'gen it' was interrupted, and was taken back: 1 restored, 1 removed\.$/m);
    deepEqual([status(root), formwork(words, input).stderr], ['', '']);
  });
}

test('a journal that cannot be read stops it: exit 2', () => {
  const { root, formwork } = drawSlowInstall();
  put(root, '.formwork/journal', 'torn');
  const { exit, stdout } = formwork(['recover']);
  deepEqual([exit, JSON.parse(stdout).findings[0].code], [2, 'run/unreadable']);
});
