import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../report/fake-machine.ts';
import type { Edit } from './plan.ts';
import { planEdits } from './plan-edits.ts';
import { sha256 } from '../report/sha256.ts';

type Tree = Parameters<typeof fakeMachine>[0];

const install = { argv: ['pnpm', 'install'] } as const;

function plan(tree: Tree, ...edits: readonly Edit[]) {
  const { files } = fakeMachine(tree);
  return planEdits(edits, { files, root: '/repo', command: 'gen it', followUps: [install] });
}

const create = (path: string, text = 'text\n'): Edit => ({ kind: 'create', path, text });

test('what has to be written, file by file, with what is there as a hash', () => {
  deepEqual(
    plan(
      { files: { 'package.json': '{}\n', 'src/compose.ts': 'compose({ list: [] });\n', same: 'text\n', owned: 'old' } },
      { kind: 'ts-property', path: 'src/compose.ts', call: 'compose', argument: 0, keys: [], name: 'a', value: 'bindA()' },
      create('src/a/new.ts'),
      create('same'),
      { kind: 'replace', path: 'owned', text: 'new' },
      { kind: 'ts-import', path: 'src/compose.ts', from: './a/new.ts', names: ['bindA'] },
      { kind: 'json', path: 'package.json', keys: ['name'], value: 'shop' },
      { kind: 'json', path: 'package.json', keys: ['type'], value: 'module' },
      { kind: 'ts-element', path: 'src/compose.ts', call: 'compose', argument: 0, keys: [], name: 'list', value: '1' },
    ),
    {
      schema: 'formwork/plan@1',
      command: 'gen it',
      edits: [
        {
          path: 'src/compose.ts',
          before: sha256('compose({ list: [] });\n'),
          after: "import { bindA } from './a/new.ts';\n\ncompose({ list: [1], a: bindA() });\n",
        },
        { path: 'src/a/new.ts', before: null, after: 'text\n' },
        { path: 'owned', before: sha256('old'), after: 'new' },
        { path: 'package.json', before: sha256('{}\n'), after: '{\n  "name": "shop",\n  "type": "module"\n}\n' },
      ],
      followUps: [install],
    },
  );
});

test('a file that is made can be edited further', () => {
  const { edits } = plan({}, create('a.json', '{}\n'), { kind: 'json', path: 'a.json', keys: ['b'], value: 1 }, create('c'), create('c'));
  deepEqual(edits, [
    { path: 'a.json', before: null, after: '{\n  "b": 1\n}\n' },
    { path: 'c', before: null, after: 'text\n' },
  ]);
});

test('a file that is made and edited further is there already on a second run', () => {
  const edits = [create('a.json', '{}\n'), { kind: 'json', path: 'a.json', keys: ['b'], value: 1 }] as const;
  deepEqual(plan({ files: { 'a.json': '{\n  "b": 1\n}\n' } }, ...edits).edits, []);
  throws(() => plan({ files: { 'a.json': '{}\n' } }, ...edits), { code: 'edit/exists' });
});

test('where all is there already nothing is left to do, nor to run after it', () => {
  deepEqual(plan({ files: { a: 'text\n' } }, create('a'), { kind: 'replace', path: 'a', text: 'text\n' }), {
    schema: 'formwork/plan@1',
    command: 'gen it',
    edits: [],
    followUps: [],
  });
});

for (const [what, tree, edits, code, file] of [
  ['other content', { files: { a: 'other' } }, [create('a')], 'edit/exists', 'a'],
  ['two contents for one file', {}, [create('a'), create('a', 'other')], 'edit/exists', 'a'],
  ['a folder at that name', { files: { 'a/b': '' } }, [create('a')], 'edit/exists', 'a'],
  ['a file where a folder has to be', { files: { a: '' } }, [create('a/b/c')], 'edit/exists', 'a/b/c'],
  ['a link to a file where a folder has to be', { files: { b: '' }, links: { a: 'b' } }, [create('a/c')], 'edit/exists', 'a/c'],
  ['nothing to edit', {}, [{ kind: 'json', path: 'a.json', keys: ['b'], value: 1 }], 'edit/anchor-missing', 'a.json'],
  ['bytes that are no text', { files: { a: 'caf\uFFFD' } }, [create('a')], 'edit/not-text', 'a'],
  ['a way out', {}, [create('../a')], 'edit/outside-root', '../a'],
  ['a link out', { links: { a: '/etc' } }, [create('a/b/c')], 'edit/outside-root', 'a/b/c'],
  ['a link to nowhere', { links: { a: 'gone' } }, [create('a/b')], 'edit/outside-root', 'a/b'],
  ['a link to itself', { links: { a: 'a' } }, [create('a/b')], 'edit/outside-root', 'a/b'],
  ['a link into .git', { folders: ['.git/hooks'], links: { a: '.git' } }, [create('a/hooks/b')], 'edit/outside-root', 'a/hooks/b'],
  ['a file that is a link', { files: { b: '' }, links: { a: 'b' } }, [create('a')], 'edit/outside-root', 'a'],
  ['a file in a file', {}, [create('a'), create('a/b')], 'plan/invalid', '.'],
  ['half a letter', {}, [create('a', '\uD800')], 'plan/invalid', '.'],
] as const satisfies readonly (readonly [string, Tree, readonly Edit[], string, string])[]) {
  test(`${what}: ${code}`, () => {
    throws(() => plan(tree, ...edits), { code, file });
  });
}

test('a link that stays inside is followed', () => {
  deepEqual(plan({ folders: ['real'], links: { a: 'real' } }, create('a/b/c')).edits, [{ path: 'a/b/c', before: null, after: 'text\n' }]);
});
