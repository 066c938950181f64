import { deepEqual } from 'node:assert/strict';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after } from 'node:test';
import fc from 'fast-check';
import { errorCode } from './error-code.ts';
import { fakeFiles } from './fake-files.ts';
import type { Files } from './machine.ts';
import { nodeFiles } from './node-files.ts';

const made: string[] = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

type Drawn = { readonly files: Record<string, string>; readonly folders: readonly string[]; readonly links: Record<string, string> };

const drawn: Drawn = {
  files: { 'a/one.txt': 'one', 'a/b/two.txt': 'two', 'top.txt': 'top' },
  folders: ['empty'],
  links: { 'to-file': 'a/one.txt', 'to-folder': 'a', 'a/up': '..', nowhere: 'gone', 'loop-a': 'loop-b', 'loop-b': 'loop-a' },
};

/** The same tree twice: on the real disk and in memory, at the same absolute path. */
function both({ files, folders, links }: Drawn): {
  readonly root: string;
  readonly real: Files;
  readonly fake: ReturnType<typeof fakeFiles>;
} {
  const outside = realpathSync(mkdtempSync(join(tmpdir(), 'formwork-files-')));
  made.push(outside);
  // So deep that no chain of renamed links leads out.
  const root = join(outside, ...'abcdefghijklm');
  mkdirSync(root, { recursive: true });
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
    chmodSync(join(root, path), 0o644);
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
  const absolute = (record: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(record).map(([path, value]) => [join(root, path), value]));
  const fake = fakeFiles({
    files: absolute(files),
    folders: [root, ...folders.map((folder) => join(root, folder))],
    links: Object.fromEntries(Object.entries(links).map(([path, target]) => [join(root, path), target])),
    readOnly: [],
  });
  return { root, real: nodeFiles, fake };
}

/** What a call gave back, or the code of what it threw. */
function outcome(call: () => unknown): unknown {
  try {
    return call() ?? null;
  } catch (error) {
    return { code: errorCode(error) };
  }
}

const names = ['a', 'b', 'one.txt', 'two.txt', 'top.txt', 'empty', 'to-file', 'to-folder', 'up', 'nowhere', 'loop-a', 'new'];
const path = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const text = fc.constantFrom('', 'x', 'é\n');

type Call = { readonly name: string; readonly on: (files: Files, root: string) => unknown };

/** The calls that are made of one path, and of two. */
const onOne: readonly ((at: string) => Call)[] = [
  (at) => ({ name: `read ${at}`, on: (files, root) => files.read(join(root, at)) }),
  (at) => ({ name: `readIfPresent ${at}`, on: (files, root) => files.readIfPresent(join(root, at)) }),
  (at) => ({
    name: `chunks ${at}`,
    on: (files, root) => Array.from(files.chunks(join(root, at)), (piece) => Buffer.from(piece).toString()),
  }),
  (at) => ({ name: `kind ${at}`, on: (files, root) => files.kind(join(root, at)) }),
  (at) => ({
    name: `mode ${at}`,
    // A fake disk knows the modes of files only.
    on: (files, root) => (['directory', 'link'].includes(String(files.kind(join(root, at)))) ? null : files.mode(join(root, at))),
  }),
  (at) => ({ name: `list ${at}`, on: (files, root) => files.list(join(root, at)) }),
  (at) => ({ name: `realPath ${at}`, on: (files, root) => files.realPath(join(root, at)) }),
  (at) => write(at, 'x', false),
  (at) => write(at, '', true),
  (at) => writePieces(at, ['x', 'é\n']),
  (at) => ({ name: `makeFolder ${at}`, on: (files, root) => files.makeFolder(join(root, at)) }),
  (at) => ({ name: `remove ${at}`, on: (files, root) => files.remove(join(root, at)) }),
  (at) => removeFolder(at, false),
  (at) => removeFolder(at, true),
];
const onTwo: readonly ((from: string, to: string) => Call)[] = [
  (from, to) => ({ name: `copy ${from} ${to}`, on: (files, root) => files.copy(join(root, from), join(root, to)) }),
  rename,
];

const call = fc.oneof(
  ...onOne.map((make) => path.map(make)),
  ...onTwo.map((make) => fc.tuple(path, path).map(([from, to]) => make(from, to))),
  fc.tuple(path, text, fc.boolean()).map(([at, content, exclusive]) => write(at, content, exclusive)),
  fc.tuple(path, fc.array(text)).map(([at, pieces]) => writePieces(at, pieces)),
);

function write(at: string, content: string, exclusive: boolean): Call {
  return {
    name: `write ${at} ${JSON.stringify(content)} ${exclusive}`,
    on: (files, root) => files.write(join(root, at), content, { exclusive }),
  };
}

function writePieces(at: string, pieces: readonly string[]): Call {
  const bytes = pieces.map((piece) => Buffer.from(piece));
  return { name: `writePieces ${at} ${JSON.stringify(pieces)}`, on: (files, root) => files.writePieces(join(root, at), bytes) };
}

function removeFolder(at: string, withContents: boolean): Call {
  return { name: `removeFolder ${at} ${withContents}`, on: (files, root) => files.removeFolder(join(root, at), { withContents }) };
}

function rename(from: string, to: string): Call {
  return {
    name: `rename ${from} ${to}`,
    // A fake disk renames files and links only.
    on: (files, root) =>
      files.kind(join(root, from)) === 'directory' ? null : files.rename(join(root, from), join(root, to)),
  };
}

function everything(files: Files, folder: string): unknown {
  return files.list(folder).map(({ name, kind }) => {
    const here = join(folder, name);
    return [name, kind, kind === 'file' ? files.read(here) : kind === 'directory' ? everything(files, here) : null];
  });
}

function assertSame(calls: readonly Call[]): void {
  const { root, real, fake } = both(drawn);
  for (const { name, on } of calls) {
    deepEqual(
      outcome(() => on(fake, root)),
      outcome(() => on(real, root)),
      name,
    );
  }
  deepEqual(everything(fake, root), everything(real, root));
}

test('whatever is asked of one path, the fake disk answers and ends up as the real one does', () => {
  const paths = ['top.txt', 'a', 'a/one.txt', 'a/up/top.txt', 'empty', 'to-file', 'to-folder/b', 'nowhere', 'nowhere/in', 'loop-a', 'new', 'new/deep/er', 'top.txt/in/deep'];
  for (const at of paths) for (const make of onOne) assertSame([make(at)]);
});

test('whatever is asked of it in a row, the fake disk answers and ends up as the real one does', () => {
  fc.assert(fc.property(fc.array(call, { maxLength: 12 }), assertSame), {
    numRuns: 200,
    examples: [
      [[rename('top.txt', 'top.txt'), rename('a/up', 'a'), rename('top.txt', 'empty'), rename('top.txt', 'loop-a/new')]],
      [onTwo.map((make) => make('a/one.txt', 'new'))],
    ],
  });
});

test('a folder that takes nothing in refuses at once', { skip: process.platform !== 'linux' }, () => {
  deepEqual(
    outcome(() => nodeFiles.makeFolder('/proc/none/of/these')),
    { code: 'ENOENT' },
  );
});

test('stretches of a file are read without the rest of it', () => {
  const stretches = fc
    .uniqueArray(fc.nat(60), { maxLength: 8 })
    .map((places) => places.toSorted((a, b) => a - b))
    .map((places) => places.flatMap((from, index) => (index % 2 === 0 ? [{ from, to: places[index + 1] ?? Infinity }] : [])));
  const text = 'abcdefghijklmnopqrstuvwxyz0123456789';
  const { root, real, fake } = both({ files: { file: text }, folders: [], links: {} });
  fc.assert(
    fc.property(stretches, (within) => {
      const expected = within.map(({ from, to }) => text.slice(from, to)).filter((part) => part !== '');
      for (const files of [real, fake]) deepEqual(Array.from(files.chunks(join(root, 'file'), within), (piece) => Buffer.from(piece).toString()), expected);
    }),
    { examples: [[[{ from: 2, to: 4 }, { from: 4, to: 5 }, { from: 30, to: Infinity }]], [[{ from: 40, to: 50 }]]] },
  );
});

test('a stretch that is large comes in pieces too', () => {
  const { root, real } = both({ files: { large: 'x'.repeat(2.5 * 2 ** 20) }, folders: [], links: {} });
  const sizes = Array.from(real.chunks(join(root, 'large'), [{ from: 7, to: 1.5 * 2 ** 20 }]), ({ length }) => length);
  deepEqual(sizes, [2 ** 20, 2 ** 19 - 7]);
});

test('pieces of any size are written one after the other', () => {
  const { root, real } = both({ files: {}, folders: [], links: {} });
  const pieces = [1, 2 ** 20, 2 ** 19, 2 ** 19, 7, 2 ** 21, 3].map((size, index) => Buffer.alloc(size, 97 + index));
  real.writePieces(join(root, 'all'), pieces);
  deepEqual(Buffer.concat(pieces).equals(readFileSync(join(root, 'all'))), true);
});

test('a file keeps its mode when it is written again, and takes one that is given', () => {
  const { root, real, fake } = both({ files: { plain: '', tool: '' }, folders: [], links: {} });
  const modes = [real, fake].map((files) => {
    files.write(join(root, 'tool'), 'a', { mode: 0o755 });
    files.write(join(root, 'tool'), 'b');
    files.write(join(root, 'secret'), 'c', { mode: 0o600, exclusive: true });
    files.write(join(root, 'plain'), 'd');
    const modeOf = (name: string) => (files === real ? statSync(join(root, name)).mode & 0o777 : fake.modeOf(join(root, name)));
    const found = ['tool', 'secret', 'plain', 'none'].slice(0, files === real ? 3 : 4).map(modeOf);
    return found;
  });
  deepEqual(modes, [
    [0o755, 0o600, 0o644],
    [0o755, 0o600, 0o644, null],
  ]);
});

test('no name can be made, renamed or removed in a read-only folder, and what is there can still be written', () => {
  const fake = fakeFiles({ files: { '/kept/old': 'old', '/free': 'free' }, folders: [], links: {}, readOnly: ['/kept'] });
  const codes = [
    () => fake.write('/kept/new', ''),
    () => fake.rename('/kept/old', '/old'),
    () => fake.rename('/free', '/kept/free'),
    () => fake.makeFolder('/kept/folder'),
    () => fake.remove('/kept/old'),
    () => fake.removeFolder('/kept', { withContents: true }),
    () => fake.write('/kept/old', 'changed'),
  ].map((attempt) => outcome(attempt));
  deepEqual(codes, [...Array.from({ length: 6 }, () => ({ code: 'EACCES' })), null]);
  deepEqual(fake.texts(), { '/free': 'free', '/kept/old': 'changed' });
});

test('a large file comes in pieces, anew for each walk, and is let go of when no more is asked for', () => {
  const { root, real, fake } = both({ files: { large: 'x'.repeat(2.5 * 2 ** 20), none: '' }, folders: [], links: {} });
  const nextHandle = (): number => {
    const handle = openSync(join(root, 'large'), 'r');
    closeSync(handle);
    return handle;
  };
  const before = nextHandle();
  for (const files of [real, fake]) {
    const chunks = files.chunks(join(root, 'large'));
    for (const piece of chunks) if (piece.length > 0) break;
    const sizes = [1, 2].map(() => Array.from(chunks, ({ length }) => length).reduce((sum, length) => sum + length));
    deepEqual([...sizes, [...files.chunks(join(root, 'none'))].length], [2.5 * 2 ** 20, 2.5 * 2 ** 20, 0]);
  }
  deepEqual(Array.from(real.chunks(join(root, 'large')), ({ length }) => length / 2 ** 20), [1, 1, 0.5]);
  deepEqual(nextHandle(), before);
});
