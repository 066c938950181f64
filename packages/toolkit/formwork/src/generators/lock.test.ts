import { deepEqual, equal, throws } from 'node:assert/strict';
import test from 'node:test';
import { lockedFiles, parseLock, renderLock, withRun, type LockedRun } from './lock.ts';

const run = (name: string, text = ''): LockedRun => ({
  kind: 'feature',
  templateVersion: 1,
  options: { name },
  files: lockedFiles([
    { path: 'src/index.ts', text, ownership: 'generated' },
    { path: 'README.md', text, ownership: 'owned' },
  ]),
});

test('a lock reads as it was written', () => {
  const lock = withRun(null, run('orders'));
  deepEqual(parseLock(renderLock(lock), 'formwork.lock.json'), lock);
  equal(
    renderLock(lock),
    `{
  "schema": "formwork/lock@1",
  "runs": [
    {
      "kind": "feature",
      "templateVersion": 1,
      "options": {
        "name": "orders"
      },
      "files": {
        "README.md": {
          "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "ownership": "owned"
        },
        "src/index.ts": {
          "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "ownership": "generated"
        }
      }
    }
  ]
}
`,
  );
});

test('a run that is there takes its own place, another one comes last', () => {
  const lock = withRun(withRun(null, run('orders')), run('payments'));
  deepEqual(withRun(lock, run('orders', 'new')).runs, [run('orders', 'new'), run('payments')]);
  deepEqual(withRun(lock, run('shipping')).runs, [run('orders'), run('payments'), run('shipping')]);
});

for (const text of ['{', '[]', '{ "schema": "formwork/lock@2", "runs": [] }']) {
  test(`${text} is no lock`, () =>
    throws(() => parseLock(text, 'a/formwork.lock.json'), { code: 'lock/invalid', file: 'a/formwork.lock.json' }));
}
