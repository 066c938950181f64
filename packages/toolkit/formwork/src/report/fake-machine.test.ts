import { deepEqual, rejects, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from './fake-machine.ts';
import { faultyFiles, systemError, type WriteOperation } from './faulty-files.ts';

test('a tree is drawn and seen by paths relative to its folder', () => {
  const machine = fakeMachine({ files: { 'a/one.txt': '1', '/outside/two.txt': '2' }, folders: ['empty'], links: { link: '../outside' } });
  machine.files.write('/repo/link/three.txt', '3');
  deepEqual(machine.tree(), { '/outside/three.txt': '3', '/outside/two.txt': '2', 'a/one.txt': '1' });
  deepEqual([machine.files.kind('/repo/empty'), machine.modeOf('a/one.txt')], ['directory', 0o644]);
});

test('only programs that were given can be run, the first that fits', async () => {
  const machine = fakeMachine({
    processes: [
      { argv: ['git', 'status'], ends: { stdout: 'clean' } },
      { argv: ['git'], ends: ({ argv, folder, input }) => ({ exitCode: 1, stderr: `${argv.join(' ')} ${folder} ${input}` }) },
      { argv: ['pnpm', 'install'] },
    ],
  });
  const finished = [
    await machine.run(['git', 'status', '--short'], { folder: '/repo' }),
    await machine.run(['git', 'log'], { folder: '/repo', input: 'x' }),
    await machine.run(['pnpm', 'install'], { folder: '/repo' }),
  ];
  deepEqual(finished, [
    { exitCode: 0, stdout: 'clean', stderr: '' },
    { exitCode: 1, stdout: '', stderr: 'git log /repo x' },
    { exitCode: 0, stdout: '', stderr: '' },
  ]);
  await rejects(machine.run(['pnpm', 'run', 'x'], { folder: '/repo' }), {
    name: 'NotGiven',
    message: 'The test gave no process for: pnpm run x',
  });
  deepEqual(
    machine.ran().map(({ argv }) => argv.join(' ')),
    ['git status --short', 'git log', 'pnpm install'],
  );
});

test('only answers that were given are typed', async () => {
  const machine = fakeMachine({ answers: ['billing'], terminal: true });
  deepEqual(await machine.stdin.ask('Name? '), 'billing');
  await rejects(machine.stdin.ask('Scope? '), { name: 'NotGiven', message: 'The test gave no answer to: Scope? ' });
});

test('time goes by, processes run and input comes as a test says', async () => {
  const waits: number[] = [];
  const machine = fakeMachine({ running: [7], processId: 8, wait: (milliseconds) => waits.push(milliseconds), input: '{}' });
  await machine.wait(50);
  deepEqual(
    [machine.isRunning(7), machine.isRunning(8), machine.isRunning(9), waits, await machine.stdin.read()],
    [true, true, false, [50], '{}'],
  );
  await rejects(fakeMachine().wait(1), { name: 'NotGiven', message: 'The test did not say what happens while 1 ms go by.' });
  await rejects(fakeMachine().stdin.read(), { name: 'NotGiven', message: 'The test piped nothing in.' });
});

test('a fake disk says where it ends', () => {
  const { files } = fakeMachine({ folders: ['folder'], links: { link: 'folder' } });
  throws(() => files.mode('/repo/link'), /modes of files only/);
  throws(() => files.rename('/repo/folder', '/repo/other'), /renames files and links/);
});

test('what is printed is gathered, and the clock stands still', () => {
  const machine = fakeMachine();
  machine.stdout.write('a');
  machine.stderr.write('b');
  machine.stdout.write('c');
  deepEqual([machine.printed(), machine.now() - machine.now()], [{ stdout: 'ac', stderr: 'b' }, 0]);
});

test('a test decides before which change the disk fails', () => {
  const seen: WriteOperation[] = [];
  const machine = fakeMachine({
    files: { old: 'old', gone: '' },
    folders: ['folder'],
    beforeWrite: (operation, index) => {
      seen.push(operation);
      if (index === 5) throw systemError('ENOSPC', operation.name, operation.path);
    },
  });
  const { files } = machine;
  files.makeFolder('/repo/made');
  files.write('/repo/made/new', 'text');
  files.rename('/repo/old', '/repo/renamed');
  files.remove('/repo/gone');
  files.removeFolder('/repo/folder');
  throws(() => files.write('/repo/made/full', 'text'), { code: 'ENOSPC', message: "ENOSPC: write '/repo/made/full'" });
  deepEqual(seen, [
    { name: 'makeFolder', path: '/repo/made' },
    { name: 'write', path: '/repo/made/new', text: 'text' },
    { name: 'rename', path: '/repo/renamed', from: '/repo/old' },
    { name: 'remove', path: '/repo/gone' },
    { name: 'removeFolder', path: '/repo/folder' },
    { name: 'write', path: '/repo/made/full', text: 'text' },
  ]);
  deepEqual(machine.tree(), { 'made/new': 'text', renamed: 'old' });
});

test('a fault can leave half a file behind', () => {
  const machine = fakeMachine();
  const files = faultyFiles(machine.files, (operation) => {
    if (operation.name === 'write') machine.files.write(operation.path, operation.text.slice(0, 2));
    throw systemError('EIO', operation.name, operation.path);
  });
  throws(() => files.write('/repo/half', 'text'), { code: 'EIO' });
  deepEqual(machine.tree(), { half: 'te' });
});

test('pieces are written as one change, which a test can let fail', () => {
  const announced: WriteOperation[] = [];
  const machine = fakeMachine({ folders: ['made'] });
  const files = faultyFiles(machine.files, (operation) => void announced.push(operation));
  files.writePieces('/repo/made/new', [Buffer.from('one '), Buffer.from('two')]);
  deepEqual([announced, machine.tree()], [[{ name: 'write', path: '/repo/made/new', text: 'one two' }], { 'made/new': 'one two' }]);
  throws(() => machine.files.remove('/repo/made'), { code: 'EISDIR' });
});
