import { deepEqual, equal, rejects } from 'node:assert/strict';
import { dirname, resolve } from 'node:path';
import test from 'node:test';
import { sha256 } from '../../report/sha256.ts';
import { fakeMachine, type FakeMachine } from '../../report/fake-machine.ts';
import type { Files } from '../../report/machine.ts';
import { measure, type Measured, type Run } from './measure.ts';
import { renderSources } from './sources-file.ts';

const folder = '/repo/packages/shop';
const evidence = { 'coverage/lcov.info': 'SF:src/a.ts\nend_of_record\n', 'coverage/coverage-final.json': '{}', 'coverage/sources.json': '{}' };
const start = { 'src/a.ts': 'a', 'src/a.test.ts': 'test', 'view.vue': 'view', '/repo/shared.ts': 'shared' };

type Does = (files: Files, at: (name: string) => string) => void;
type Given = {
  readonly files?: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly run?: Partial<Run>;
  /** What the tests do. */
  readonly does?: Does;
  readonly exitCode?: number;
};

/** Runs tests in a package, outside of a git repository; with what lies in the package and differs from the start. */
async function run({ files = {}, links = {}, run: asked = {}, does = () => {}, exitCode = 0 }: Given): Promise<Measured & { left: object }> {
  const machine: FakeMachine = fakeMachine({
    folder,
    files: { ...start, ...files },
    links,
    processes: [
      { argv: ['git'], ends: { exitCode: 128 } },
      {
        argv: ['vitest'],
        ends: () => {
          does(machine.files, (name) => `${folder}/${name}`);
          return { exitCode };
        },
      },
    ],
  });
  const measured = await measure(
    { command: ['vitest', 'run', '--coverage'], report: 'coverage/lcov.info', always: false, ...asked },
    { machine, root: '/repo' },
  );
  const left = Object.entries(machine.tree()).filter(([path, text]) => ({ ...start, ...files })[path] !== text);
  return { ...measured, left: Object.fromEntries(left) };
}

const writesReport =
  (lcov: string): Does =>
  (files, at) => {
    files.makeFolder(at('coverage'));
    files.write(at('coverage/lcov.info'), lcov);
  };
const sourcesOf = (lcov: string, sources: Record<string, string>): string => renderSources({ report: sha256(lcov), folder: '..', sources });

test('what was measured is written beside the report, whatever became of the tests', async () => {
  const lcov = 'SF:src/a.ts\nend_of_record\n';
  for (const exitCode of [0, 1, 137]) {
    deepEqual(await run({ does: writesReport(lcov), exitCode }), {
      exitCode,
      sources: 1,
      findings: [],
      left: { 'coverage/lcov.info': lcov, 'coverage/sources.json': sourcesOf(lcov, { 'src/a.ts': sha256('a') }) },
    });
  }
});

test('so is everything that the report names and that lies in the package', async () => {
  const names = ['dist/made.js', 'view.vue', './src/../src/a.test.ts', `${folder}/src/a.ts`, 'alias/b.ts', 'packages/shop/c.py', '../../shared.ts', '/nowhere.ts'];
  const lcov = names.map((name) => `SF:${name}\nDA:1,1\nend_of_record\n`).join('');
  const files = { 'src/b.ts': 'b', 'c.py': 'c', 'd.py': 'd' };
  const does: Does = (disk, at) => {
    writesReport(lcov)(disk, at);
    disk.makeFolder(at('dist'));
    disk.write(at('dist/made.js'), 'made');
  };
  const { left } = await run({ files, links: { alias: 'src' }, does });
  deepEqual(left, {
    'coverage/lcov.info': lcov,
    'dist/made.js': 'made',
    'coverage/sources.json': sourcesOf(lcov, {
      'c.py': sha256('c'),
      'dist/made.js': sha256('made'),
      'src/a.test.ts': sha256('test'),
      'src/a.ts': sha256('a'),
      'src/b.ts': sha256('b'),
      'view.vue': sha256('view'),
    }),
  });
});

test('a report that breaks off names what it named before', async () => {
  const lcov = 'SF:view.vue\nend_of_record\nbroken\n';
  const { left } = await run({ does: writesReport(lcov) });
  equal(Reflect.get(left, 'coverage/sources.json'), sourcesOf(lcov, { 'src/a.ts': sha256('a'), 'view.vue': sha256('view') }));
});

const changes: Readonly<Record<string, { readonly does: Does; readonly says: readonly string[] }>> = {
  'a source that was edited': { does: (files, at) => files.write(at('src/a.ts'), 'a2'), says: ['packages/shop/src/a.ts changed'] },
  'a source that was removed': { does: (files, at) => files.remove(at('src/a.ts')), says: ['packages/shop/src/a.ts went away'] },
  'a source that was made': { does: (files, at) => files.write(at('src/b.mjs'), ''), says: ['packages/shop/src/b.mjs appeared'] },
  'a file in another language that the report names': {
    does: (files, at) => {
      writesReport('SF:view.vue\nend_of_record\n')(files, at);
      files.write(at('view.vue'), 'other');
    },
    says: ['packages/shop/view.vue changed'],
  },
  'a file in another language that was made and that the report names': {
    does: (files, at) => {
      writesReport('SF:new.vue\nend_of_record\n')(files, at);
      files.write(at('new.vue'), 'new');
    },
    says: ['packages/shop/new.vue appeared'],
  },
  'a file that no report names, a test, a snapshot, a page of the report': {
    does: (files, at) => {
      files.write(at('view.vue'), 'other');
      files.write(at('src/a.test.ts'), 'other');
      files.write(at('src/a.snap'), 'new');
      files.makeFolder(at('coverage/pages'));
      files.write(at('coverage/pages/sorter.js'), 'new');
    },
    says: [],
  },
};

for (const [what, { does, says }] of Object.entries(changes)) {
  test(`${what}: ${says.length === 0 ? 'nothing' : 'the run'} is refused`, async () => {
    const { exitCode, findings } = await run({ does });
    deepEqual(
      [exitCode, findings.map(({ code, file, message }) => `${code} ${file} ${message}`)],
      [
        says.length === 0 ? 0 : 1,
        says.map((said) => `coverage/sources-changed ${said.split(' ')[0]} ${said} while the tests ran, so nobody can say which of its versions they tested.`),
      ],
    );
  });
}

test('where a source changed, no report is left that could be believed; the tests’ own exit code is kept', async () => {
  const does: Does = (files, at) => {
    for (const [name, text] of Object.entries(evidence)) files.write(at(name), `${text} `);
    files.write(at('src/a.ts'), 'a2');
  };
  const { exitCode, left } = await run({ files: { 'coverage/old': '' }, does, exitCode: 3 });
  deepEqual([exitCode, left], [3, { 'src/a.ts': 'a2' }]);
});

test('a run that is asked to measure and dies leaves no report', async () => {
  for (const [words, always] of [
    [['--coverage'], false],
    [['--coverage.enabled'], false],
    [['--coverage=true'], false],
    [['--coverages'], true],
  ] as const) {
    const machine = fakeMachine({ folder, files: { ...start, ...evidence }, processes: [{ argv: ['git'], ends: { exitCode: 128 } }] });
    const asked: Run = { command: ['vitest', ...words], report: 'coverage/lcov.info', always };
    await rejects(measure(asked, { machine, root: '/repo' }), { name: 'NotGiven' });
    deepEqual(machine.tree(), { ...start });
  }
});

test('a run that is not asked to measure leaves what lies there, but for a report of its own', async () => {
  const plain = { run: { command: ['vitest', 'run', '--coverages'] }, files: evidence } as const;
  deepEqual((await run(plain)).left, {});
  deepEqual((await run({ ...plain, does: (files, at) => files.write(at('src/a.ts'), 'a2') })).left, { 'src/a.ts': 'a2' });
  for (const word of ['--no-coverage', '--coverage=false', '--coverage.enabled=false']) {
    const command = ['vitest', '--coverage.reporter=lcov', word] as const;
    deepEqual((await run({ ...plain, run: { command } })).left, {}, word);
  }
  const lcov = 'SF:src/a.ts\nDA:1,1\nend_of_record\n';
  deepEqual((await run({ ...plain, does: writesReport(lcov) })).left, {
    'coverage/lcov.info': lcov,
    'coverage/sources.json': sourcesOf(lcov, { 'src/a.ts': sha256('a') }),
  });
});

test('a report may lie elsewhere, in the package or out of it', async () => {
  for (const [report, place] of [
    ['lcov.info', ''],
    ['out/unit/lcov.info', '../..'],
    ['../../reports/shop.info', '../packages/shop'],
  ] as const) {
    const { left } = await run({
      run: { report },
      does: (files, at) => {
        files.makeFolder(dirname(resolve(at(report))));
        files.write(resolve(at(report)), 'TN:\n');
      },
    });
    const sources = renderSources({ report: sha256('TN:\n'), folder: place, sources: { 'src/a.ts': sha256('a') } });
    deepEqual(Object.values(left).toSorted(), ['TN:\n', sources]);
  }
});
