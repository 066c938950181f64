import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../../report/fake-machine.ts';
import { sha256 } from '../../../report/sha256.ts';
import { renderSources } from '../../freshness/sources-file.ts';
import { drawIstanbul } from '../../testing/draw-istanbul.ts';
import { readShards } from './read-details.ts';
import { shardFreshness } from './shard-freshness.ts';

const x = { name: '@repo/x', folder: 'x', private: true, dependencies: {}, scripts: { test: 'vitest run' } };
const outside = 'SF:/build/y/y.ts\nDA:1,7\nend_of_record\n';

for (const [what, lcov, a, expected] of [
  ['of the same run, in any order', `${outside}SF:src/a.ts\nDA:1,1\nend_of_record\n`, 'a', ['fresh', null]],
  ['of the same run, of another text', `SF:src/a.ts\nDA:1,1\nend_of_record\n${outside}`, 'before', ['stale', null]],
  ['of another run', `SF:src/a.ts\nDA:1,2\nend_of_record\n${outside}`, 'a', ['unknown', 'the lcov beside it is of another run']],
  ['of a run that knew less', 'SF:src/a.ts\nDA:1,1\nend_of_record\n', 'a', ['unknown', 'the lcov beside it is of another run']],
] as const) {
  test(`a shard beside an lcov ${what}`, () => {
    const map = { ...JSON.parse(drawIstanbul('/build/x', { 'src/a.ts': [1] })), ...JSON.parse(drawIstanbul('/build/y', { 'y.ts': [7] })) };
    const machine = fakeMachine({
      files: {
        'x/src/a.ts': 'a',
        'x/coverage/1/coverage-final.json': JSON.stringify(map),
        'x/coverage/1/lcov.info': lcov,
        'x/coverage/1/sources.json': renderSources({ report: sha256(lcov), folder: '..', sources: { 'src/a.ts': sha256(a) } }),
      },
    });
    const where = { machine, root: '/repo' };
    const known = readShards(x, where).map((shard) => shardFreshness(shard, x, where));
    deepEqual(
      known.map(({ of, unknown }) => [of('/repo/x/src/a.ts'), unknown]),
      [expected],
    );
  });
}
