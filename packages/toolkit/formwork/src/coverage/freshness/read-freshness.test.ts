import { deepEqual, equal, throws } from 'node:assert/strict';
import test from 'node:test';
import { sha256 } from '../../report/sha256.ts';
import { fakeMachine, type FakeMachine } from '../../report/fake-machine.ts';
import { freshnessReader, readFreshness } from './read-freshness.ts';
import { renderSources } from './sources-file.ts';

const lcov = 'SF:src/a.ts\nDA:1,1\nend_of_record\n';
const folder = '/repo/packages/shop';
const report = `${folder}/coverage/lcov.info`;

/** A package that was measured when its sources were these, as it lies there now. */
function shop(now: Record<string, string>, { links = {}, sources = renderSources({ report: sha256(lcov), folder: '..', sources: then }) } = {}): FakeMachine {
  const inPackage = Object.entries(now).map(([name, text]) => [`${folder}/${name}`, text]);
  return fakeMachine({ files: { ...Object.fromEntries(inPackage), [report]: lcov, [`${folder}/coverage/sources.json`]: sources }, links });
}
const then = { 'src/a.ts': sha256('a'), 'src/b.ts': sha256('b'), 'src/gone.ts': sha256(''), 'src/link.ts': sha256('elsewhere') };

test('a source is fresh as long as its bytes are those that were measured', () => {
  const machine = shop(
    { 'src/a.ts': 'a', 'src/b.ts': 'b ', 'src/new.ts': '', '../other/x.ts': '', '../other/linked.ts': 'elsewhere' },
    {
      links: {
        '/elsewhere': '/repo/packages',
        [`${folder}/src/link.ts`]: '../../other/linked.ts',
        [`${folder}/alias`]: 'src',
        [`${folder}/outside`]: '../other',
      },
    },
  );
  const { of, unknown } = readFreshness(report, machine);
  const rows = {
    'src/a.ts': 'fresh',
    './src/../src/a.ts': 'fresh',
    [`${folder}/src/a.ts`]: 'fresh',
    'alias/a.ts': 'fresh',
    '/elsewhere/shop/src/a.ts': 'fresh',
    'src/link.ts': 'fresh',
    'src/b.ts': 'stale',
    'src/gone.ts': 'stale',
    'src/new.ts': 'stale',
    'src/never.ts': 'stale',
    '..a.ts': 'stale',
    '../other/x.ts': 'unknown',
    '/repo/never.ts': 'unknown',
  };
  deepEqual(Object.fromEntries(Object.keys(rows).map((source) => [source, of(source)])), rows);
  equal(unknown, null);
});

test('what is said of a package that is not there is not true', () => {
  const sources = renderSources({ report: sha256(lcov), folder: '../gone', sources: then });
  const { of } = readFreshness(report, shop({ 'src/a.ts': 'a' }, { sources }));
  deepEqual([of('src/a.ts'), of(`${folder}/src/a.ts`)], ['stale', 'unknown']);
});

test('of a report that was moved, the package that it was moved to is asked', () => {
  const sources = renderSources({ report: sha256(lcov), folder: '../..', sources: { ...then, 'src/b.ts': sha256('before'), 'x.ts': sha256('x') } });
  const machine = shop({ 'src/a.ts': 'a', 'src/b.ts': 'b', 'src/new.ts': '', '../x.ts': 'x', '/repo/y.ts': 'y' }, { sources });
  const { of } = readFreshness(report, machine, folder);
  const rows = { 'src/a.ts': 'stale', [`${folder}/src/a.ts`]: 'stale', '/repo/packages/x.ts': 'fresh', '/repo/y.ts': 'unknown' };
  deepEqual(Object.fromEntries(Object.keys(rows).map((source) => [source, of(source)])), rows);
  const moved = shop({ 'src/a.ts': 'a', 'src/b.ts': 'b', 'src/new.ts': '' }, { sources: sources.replace('"../.."', '"../never"') });
  const judge = readFreshness(report, moved, folder).of;
  const here = { 'src/a.ts': 'fresh', 'src/b.ts': 'stale', 'src/gone.ts': 'stale', 'src/new.ts': 'unknown', '../x.ts': 'unknown' };
  deepEqual(Object.fromEntries(Object.keys(here).map((source) => [source, judge(`${folder}/${source}`)])), here);
});

test('a source is hashed once, when it is asked for', () => {
  const read: string[] = [];
  const machine = shop({ 'src/a.ts': 'a' });
  const chunks: typeof machine.files.chunks = (path) => {
    read.push(path);
    return machine.files.chunks(path);
  };
  const { of } = readFreshness(report, { files: { ...machine.files, chunks } });
  deepEqual([of('src/a.ts'), of(`${folder}/src/a.ts`), read], ['fresh', 'fresh', [report, `${folder}/src/a.ts`]]);
});

test('nobody can say where the report is not the one that was measured', () => {
  const machine = shop({ 'src/a.ts': 'a' });
  const reasons = {
    [renderSources({ report: sha256('another'), folder: '..', sources: then })]: 'the sources.json beside it is that of another report',
    '{ "schema": "formwork/sources@1" }': 'the sources.json beside it is none that formwork coverage measure writes',
  };
  for (const [sources, reason] of Object.entries(reasons)) {
    const { of, unknown } = readFreshness(report, shop({ 'src/a.ts': 'a' }, { sources }));
    deepEqual([of('src/a.ts'), unknown], ['unknown', reason]);
  }
  machine.files.remove(`${folder}/coverage/sources.json`);
  const { of, unknown } = readFreshness(report, machine);
  deepEqual([of('src/a.ts'), unknown], ['unknown', 'no sources.json lies beside it: formwork coverage measure did not run the tests']);
});

test('where the disk does not give what lies beside the report, nobody can say; other errors are told as they are', () => {
  const machine = fakeMachine({ files: { [report]: lcov }, folders: [`${folder}/coverage/sources.json`] });
  const { of, unknown } = readFreshness(report, machine);
  deepEqual([of('src/a.ts'), unknown], ['unknown', 'the sources.json beside it cannot be read']);
  const readIfPresent = (): never => {
    throw new TypeError('torn');
  };
  throws(() => readFreshness(report, { files: { ...machine.files, readIfPresent } }), { message: 'torn' });
});

test('who reads the report anyway lets its bytes pass, and nothing is hashed in vain', () => {
  const machine = shop({ 'src/a.ts': 'a' });
  const gone = { ...machine.files, chunks: () => [] };
  const reader = freshnessReader(report, { files: { ...gone, readIfPresent: machine.files.readIfPresent } });
  equal(Buffer.concat([...reader.tap([Buffer.from(lcov.slice(0, 7)), Buffer.from(lcov.slice(7))])]).toString(), lcov);
  equal(reader.decide().unknown, null);

  machine.files.remove(`${folder}/coverage/sources.json`);
  const pieces = [Buffer.from(lcov)];
  equal(freshnessReader(report, machine).tap(pieces), pieces);
});
