import { deepEqual } from 'node:assert/strict';
import { constants } from 'node:buffer';
import test from 'node:test';
import { nodeMachine } from '../../report/node-machine.ts';
import type { Machine } from '../../report/machine.ts';
import { runDiff } from '../diff/run-diff.ts';
import { gitRepository } from '../testing/git-repository.ts';

const other = Buffer.from(`SF:other.js\n${'DA:1,1\n'.repeat(149_000)}end_of_record\n`);

test('a report that is longer than any text can be is read in pieces', async () => {
  const { root, write } = gitRepository({ 'a.js': 'one();\n' });
  write({ 'a.js': 'one();\ntwo();\n', 'lcov.info': 'SF:a.js\nDA:1,1\nDA:2,0\nend_of_record\n' });
  const real = nodeMachine();
  const chunks = (path: string): Iterable<Uint8Array> => ({
    *[Symbol.iterator]() {
      for (let length = 0; length <= constants.MAX_STRING_LENGTH; length += other.length) yield other;
      yield* real.files.chunks(path);
    },
  });
  const machine: Machine = { ...real, folder: root, files: { ...real.files, chunks } };
  const evidence = { lcov: ['lcov.info'], jsonReport: [], allowlist: null, requireFresh: false, baseLcov: [], html: null };
  const { uncovered, evidence: known } = await runDiff({ base: 'HEAD', diffFile: null, ...evidence }, { machine, root });
  deepEqual(uncovered, [{ file: 'a.js', line: 2, kind: 'uncovered' }]);
  deepEqual(known.map(({ report, files }) => [report, files]), [['lcov.info', 1]]);
});
