import { deepEqual, equal, throws } from 'node:assert/strict';
import test from 'node:test';
import { lockedFiles, parseLock, renderLock, withRun, type LockedRun } from './lock.ts';

const file = 'a/formwork.lock.json';

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
  const lock = withRun(null, run('orders'), file);
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
  const lock = withRun(withRun(null, run('orders'), file), run('payments'), file);
  deepEqual(withRun(lock, run('orders', 'new'), file).runs, [run('orders', 'new'), run('payments')]);
  deepEqual(withRun(lock, run('shipping'), file).runs, [run('orders'), run('payments'), run('shipping')]);
  const useCase = { ...run('orders'), kind: 'use-case', options: { feature: 'orders', name: 'orders' } };
  deepEqual(withRun(lock, useCase, file).runs, [run('orders'), run('payments'), useCase]);
});

test('one thing is not made twice with different options', () => {
  const made = (options: LockedRun['options']): LockedRun => ({
    ...run(''),
    kind: 'use-case',
    options: { feature: 'billing', name: 'pay', ...options },
  });
  const lock = withRun(null, made({ mutates: true, controller: true }), file);
  for (const [options, message] of [
    [{ mutates: true, controller: false }, 'controller true, not false'],
    [{ mutates: false, controller: false }, 'mutates true, not false; controller true, not false'],
    [{ mutates: true }, 'controller true, not nothing'],
    [{ mutates: true, controller: true, late: 1 }, 'late nothing, not 1'],
  ] as const)
    throws(() => withRun(lock, made(options), file), {
      code: 'edit/exists',
      message: `use-case billing pay is there already, and was made with ${message}.`,
      fix: 'Change it by hand, or choose another name. Where it was deleted since, take its run out of a/formwork.lock.json.',
      file,
    });
});

for (const text of ['{', '[]', '{ "schema": "formwork/lock@2", "runs": [] }']) {
  test(`${text} is no lock`, () =>
    throws(() => parseLock(text, 'a/formwork.lock.json'), { code: 'lock/invalid', file: 'a/formwork.lock.json' }));
}
