import { deepEqual } from 'node:assert/strict';
import { constants } from 'node:buffer';
import test from 'node:test';
import { nodeMachine } from '../../report/node-machine.ts';
import type { Machine } from '../../report/machine.ts';
import { runDiff } from '../diff/run-diff.ts';
import { gitRepository } from '../testing/git-repository.ts';

const other = Buffer.from(`SF:other.js\n${'DA:1,1\n'.repeat(149_000)}end_of_record\n`);
const count = Math.ceil((constants.MAX_STRING_LENGTH + 1) / other.length);
const ahead = count * other.length;

/** Bytes, each time anew, behind more than a text can hold. */
function behindOthers(bytes: Iterable<Uint8Array>): Iterable<Uint8Array> {
  return {
    *[Symbol.iterator]() {
      for (let nth = 0; nth < count; nth += 1) yield other;
      yield* bytes;
    },
  };
}

test('a report that is longer than any text can be is read in pieces', async () => {
  const { root, write } = gitRepository({ 'a.js': 'one();\n' });
  write({ 'a.js': 'one();\ntwo();\n', 'lcov.info': 'SF:a.js\nDA:1,1\nDA:2,0\nend_of_record\n' });
  const real = nodeMachine();
  // What is asked for by its place lies in the file itself, behind all others.
  const chunks: Machine['files']['chunks'] = (path, within) =>
    within === undefined ? behindOthers(real.files.chunks(path)) : real.files.chunks(path, within.map(({ from, to }) => ({ from: from - ahead, to: to - ahead })));
  const machine: Machine = { ...real, folder: root, files: { ...real.files, chunks } };
  const evidence = { lcov: ['lcov.info'], jsonReport: [], allowlist: null, requireFresh: false, baseLcov: [], html: null };
  const { uncovered, evidence: known } = await runDiff({ base: 'HEAD', diffFile: null, ...evidence }, { machine, root });
  deepEqual(uncovered, [{ file: 'a.js', line: 2, kind: 'uncovered' }]);
  deepEqual(known.map(({ report, files }) => [report, files]), [['lcov.info', 1]]);
});
