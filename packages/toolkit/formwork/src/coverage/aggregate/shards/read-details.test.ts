import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../../report/fake-machine.ts';
import { drawIstanbul } from '../../testing/draw-istanbul.ts';
import { readDetails, readShards } from './read-details.ts';

const x = { name: '@repo/x', folder: 'x', private: true, dependencies: {}, scripts: { test: 'vitest run' } };

test('shards come in the order of their names, each with the files that it means; what is no shard is passed over', () => {
  const shard = drawIstanbul('/build/x', { 'src/a.ts': [1] });
  const machine = fakeMachine({
    files: {
      'x/src/a.ts': '',
      'x/coverage/2/coverage-final.json': shard,
      'x/coverage/10/coverage-final.json': shard,
      'x/coverage/lcov-report/index.html': '',
      'x/coverage/coverage-final.json': 'torn',
    },
  });
  deepEqual(
    readShards(x, { machine, root: '/repo' }).map(({ report, files }) => [report, ...files.values()]),
    [
      ['x/coverage/10/coverage-final.json', 'x/src/a.ts'],
      ['x/coverage/2/coverage-final.json', 'x/src/a.ts'],
    ],
  );
});

test('coverage/unreadable: what the disk refuses', () => {
  const machine = fakeMachine({ folders: ['x/coverage/coverage-final.json'] });
  throws(() => readDetails('x/coverage', x, { machine, root: '/repo' }), {
    code: 'coverage/unreadable',
    message: /^x\/coverage\/coverage-final\.json cannot be read: EISDIR/,
  });
});
