import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { flagsOf } from './flags.ts';

test('flags are made from the options', () => {
  const plain = { isPath: false, values: null, range: null, defaultValue: undefined, required: false };
  deepEqual(
    flagsOf({
      name: { kind: 'text', about: 'The name.' },
      useCases: { kind: 'list', default: ['create'], about: 'Use cases.' },
      base: { kind: 'text', default: null, about: 'The base.' },
      install: { kind: 'switch', default: true, about: 'Install.' },
      limit: { kind: 'number', least: 1, isWhole: true, optional: true, about: 'The limit.' },
      ratio: { kind: 'number', least: 0, default: 0.5, about: 'The ratio.' },
      html: { kind: 'text', isPath: true, default: null, about: 'A page.' },
      lcov: { kind: 'list', isPath: true, default: [], about: 'Reports.' },
      scope: { kind: 'text', values: ['public', 'role'], optional: true, about: 'The scope.' },
    }),
    [
      { ...plain, key: 'name', name: '--name', kind: 'text', description: 'The name.', required: true },
      { ...plain, key: 'useCases', name: '--use-cases', kind: 'list', description: 'Use cases.', defaultValue: ['create'] },
      { ...plain, key: 'base', name: '--base', kind: 'text', description: 'The base.', defaultValue: null },
      { ...plain, key: 'install', name: '--install', kind: 'switch', description: 'Install.', defaultValue: true },
      { ...plain, key: 'limit', name: '--limit', kind: 'number', range: { least: 1, isWhole: true }, description: 'The limit.' },
      { ...plain, key: 'ratio', name: '--ratio', kind: 'number', range: { least: 0, isWhole: false }, description: 'The ratio.', defaultValue: 0.5 },
      { ...plain, key: 'html', name: '--html', kind: 'text', isPath: true, description: 'A page.', defaultValue: null },
      { ...plain, key: 'lcov', name: '--lcov', kind: 'list', isPath: true, description: 'Reports.', defaultValue: [] },
      { ...plain, key: 'scope', name: '--scope', kind: 'text', values: ['public', 'role'], description: 'The scope.' },
    ],
  );
});

test('a command without options has no flags', () => deepEqual(flagsOf({}), []));
