import formwork from '@formwork/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const rooms = 'packages/toolkit/formwork/src';
const room = (name, mayImport, why) => ({ name, folder: `${rooms}/${name}`, specifier: `formwork/${name}(/.*)?`, mayImport, why });
const ground = ['report', 'edits', 'workspace'];
const halls = ['generators', 'conformance', 'coverage'];

/** The floors of docs/architecture.md. The first zone that fits is the file's own. */
const zones = [
  room('report', [], 'It is the ground that every room stands on. Hand in what it needs, or move it to the room that needs it.'),
  room('edits', ['report'], 'It writes whatever it is told, and knows of no repository. Hand in what it needs as data.'),
  room('workspace', ['report', 'edits'], 'It says what there is, not what to think of it. Move the judgement up.'),
  ...halls.map((name) => room(name, [...ground, '@formwork/feature'], 'The rooms of a floor do not know each other. Move what both need down to workspace.')),
  room('gates', [...ground, ...halls], 'A gate is run by a command, and by tests without one. Hand in what the command line said.'),
  room('cli', [...ground, ...halls, 'gates'], 'Features are read, never run. Read what is needed in workspace.'),
  {
    name: 'eslint-rules',
    folder: 'eslint-rules',
    specifier: '@formwork/eslint-plugin',
    mayImport: ['report', 'workspace'],
    why: 'A rule sees one file and its manifest. Move what it shares with others down to workspace.',
  },
  {
    name: '@formwork/feature',
    folder: 'packages/toolkit/feature',
    specifier: '@formwork/feature(/.*)?',
    mayImport: [],
    why: 'It is in every feature, and carries nothing but its words. Keep what reads or writes repositories in formwork.',
  },
  {
    name: 'a core',
    folder: 'packages/core/*',
    specifier: '@repo/core-[^/]+(/.*)?',
    mayImport: ['@formwork/feature'],
    why: 'It stands behind a port. Hand in what it needs.',
  },
  {
    name: 'a contracts package',
    folder: 'packages/contracts/*',
    specifier: '@repo/[^/]+-contracts(/.*)?',
    mayImport: ['@formwork/feature'],
    why: 'It says what features may know of each other, and knows none of them. Write the schema out here.',
  },
  {
    name: 'a feature',
    folder: 'packages/features/*',
    specifier: '@repo/[^/]+(/.*)?',
    mayImport: ['@formwork/feature', 'a core', 'a contracts package'],
    why: 'Features hear each other through contracts. Publish an event there and consume it here.',
  },
  {
    name: 'an app',
    folder: 'apps/*',
    mayImport: ['@formwork/feature', 'a core', 'a contracts package', 'a feature'],
    why: 'It composes what features export. Add what it needs to one of them.',
  },
];

const machineOnly = 'Disk, processes, clock and output are handed in as a Machine, so that tests say what there is.';
/** Where a process begins, and so has no machine yet. */
const doors = ['cli/bin.ts', 'cli/run-as-process.ts', 'generators/register-kinds.ts', 'generators/version.ts'].map(
  (file) => `${rooms}/${file}`,
);

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/coverage/',
    '!packages/toolkit/formwork/src/coverage/',
    '!scripts/coverage/',
    '**/lcov-report/',
    '**/.turbo/',
    '**/.formwork/',
    '**/.fallow/',
    '**/templates/',
    'packages/toolkit/feature/src/type-tests/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.recommended,
  {
    name: 'formwork/own-code',
    plugins: { conformance: formwork },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-implicit-coercion': 'error',
      'no-param-reassign': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      // A module that is loaded when it is needed is typed by `typeof import(…)`.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'conformance/boundaries': ['error', { root: import.meta.dirname, zones }],
    },
  },
  {
    name: 'formwork/machine',
    files: [`${rooms}/**/*.ts`],
    ignores: ['**/*.test.ts', '**/testing/**', `${rooms}/report/node-*.ts`, ...doors],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', { name: 'process', message: machineOnly }],
      'no-restricted-imports': [
        'error',
        {
          paths: ['fs', 'child_process', 'process']
            .flatMap((name) => [name, `node:${name}`])
            .map((name) => ({ name, message: machineOnly })),
        },
      ],
    },
  },
  {
    name: 'formwork/scripts',
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        Buffer: false,
        clearTimeout: false,
        console: false,
        performance: false,
        process: false,
        setTimeout: false,
        structuredClone: false,
        URL: false,
      },
    },
    rules: { 'no-undef': 'error' },
  },
  { name: 'formwork/features', files: ['packages/features/**', 'packages/contracts/**'], extends: [formwork.configs.recommended] },
);
