import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { fakeMachine } from '../report/fake-machine.ts';
import { packageFolders } from './package-folders.ts';
import { readerOf } from './reader.ts';

const folders = [
  '.cache/store/test',
  'apps/web',
  'apps/web/node_modules/zod',
  'packages/core/events',
  'packages/core/jobs',
  'packages/core/jobs/node_modules/zod',
  'packages/core/jobs/test/fixture',
  'packages/toolkit',
  'tools.d/[a]',
];

const machine = fakeMachine({
  folders,
  files: { 'apps/readme.md': '', 'package.json': '{}' },
  links: { 'packages/core/elsewhere': '/elsewhere', 'packages/core/again': '../core', 'apps/link': 'web' },
});

const rows: readonly (readonly [title: string, patterns: readonly string[], folders: readonly string[]])[] = [
  ['none', [], []],
  ['a folder', ['apps/web'], ['apps/web']],
  ['a folder that is not there', ['apps/desktop', 'desk/top'], []],
  ['each folder in a folder', ['apps/*'], ['apps/web']],
  ['two levels', ['packages/*/*'], ['packages/core/events', 'packages/core/jobs']],
  [
    'all that lies below, node_modules never',
    ['packages/**'],
    [
      'packages',
      'packages/core',
      'packages/core/events',
      'packages/core/jobs',
      'packages/core/jobs/test',
      'packages/core/jobs/test/fixture',
      'packages/toolkit',
    ],
  ],
  ['all of one name', ['**/test'], ['packages/core/jobs/test']],
  ['alternatives with a /', ['{apps,packages/core}/*'], ['apps/web', 'packages/core/events', 'packages/core/jobs']],
  ['a part of a name', ['packages/core/e*', '{apps,nothing}/*'], ['apps/web', 'packages/core/events']],
  ['with exceptions', ['packages/**', '!packages', '!packages/core/**', '!**/toolkit'], []],
  ['written with ./ and /', ['./apps/*/', './packages/core/jobs'], ['apps/web', 'packages/core/jobs']],
  ['the root itself', ['.'], []],
  ['twice the same', ['apps/*', 'apps/web'], ['apps/web']],
  ['a bracket', ['tools.d/*'], ['tools.d/[a]']],
  ['out of the repository', ['../*', '/etc/*'], []],
];

for (const [title, patterns, expected] of rows) {
  test(`${title}: ${patterns.join(' ')}`, () => {
    const reader = readerOf('/repo', machine.files);
    deepEqual(packageFolders(patterns, reader), ['.', ...expected]);
  });
}
