import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gitRepository, type Repository } from '../../testing/git-repository.ts';

/** What the planted Stryker is told and shown: its configuration, and what it may start from. */
export type Asked = { readonly mutate: readonly string[]; readonly known: unknown };

/**
 * A repository with the features fees, whose score is asked to be 90, and taxes, and a program in Stryker's place: it notes what it is asked,
 * leaves a file in its sandbox and does what the module `planted.mjs` of the package says, which gets the configuration.
 */
export function plantedRepository(files: Readonly<Record<string, string>>): Repository & { readonly asked: () => readonly Asked[] } {
  const repository = gitRepository({
    '.gitignore': 'node_modules\n',
    'pnpm-workspace.yaml': 'packages: [packages/*/*]\n',
    'package.json': '{ "name": "shop" }',
    'node_modules/.bin/stryker': stryker,
    'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js': '',
    'packages/features/fees/package.json': '{ "name": "@repo/fees" }',
    'packages/features/fees/src/feature.manifest.ts':
      "export const feesManifest = defineFeature({ name: 'fees', useCases: {}, coverage: { mutation: { score: 90 } } });\n",
    'packages/features/fees/src/entities/fee.entity.ts': 'export const fee = () => 1;\n\nexport const tax = () => 2;\n',
    'packages/features/fees/src/entities/fee.entity.test.ts': '',
    'packages/features/taxes/package.json': '{ "name": "@repo/taxes" }',
    'packages/features/taxes/src/feature.manifest.ts':
      "export const taxesManifest = defineFeature({ name: 'taxes', useCases: {}, coverage: { mutation: { targets: ['src/tax.ts', 'src/none/*.ts'] } } });\n",
    'packages/features/taxes/src/tax.ts': 'export const tax = () => 3;\n',
    ...files,
  });
  chmodSync(join(repository.root, 'node_modules/.bin/stryker'), 0o755);
  return {
    ...repository,
    asked: () =>
      readFileSync(join(repository.root, 'node_modules/asked.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line): Asked => JSON.parse(line)),
  };
}

const stryker = `#!/usr/bin/env node
const { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const config = JSON.parse(readFileSync(process.argv[3], 'utf8'));
const known = existsSync(config.incrementalFile) ? JSON.parse(readFileSync(config.incrementalFile, 'utf8')) : null;
const root = join(process.cwd(), '../../..');
appendFileSync(join(root, 'node_modules/asked.jsonl'), JSON.stringify({ mutate: config.mutate.map((file) => file.replace(root + '/', '')), known }) + '\\n');
mkdirSync(join(config.tempDirName, 'sandbox-x'));
writeFileSync(join(config.tempDirName, 'sandbox-x/package.json'), '{}');
import('file://' + process.cwd() + '/planted.mjs').then(({ planted }) => planted(config));
`;

/** A \`planted.mjs\` that reports these mutants of one file, each as wide as its line. */
export function plantedReport(file: string, mutants: readonly { readonly line: number; readonly status: string }[]): string {
  const report = {
    schemaVersion: '1.0',
    files: {
      [file]: {
        language: 'typescript',
        source: 'first line\n\nthird line\n',
        mutants: mutants.map(({ line, status }) => ({
          replacement: 'x',
          status,
          coveredBy: ['0'],
          location: { start: { line, column: 1 }, end: { line, column: 6 } },
        })),
      },
    },
    testFiles: { 'src/entities/fee.entity.test.ts': { tests: [{ id: '0' }] } },
  };
  return `import { writeFileSync } from 'node:fs';
export const planted = (config) => writeFileSync(config.jsonReporter.fileName, ${JSON.stringify(JSON.stringify(report))});
`;
}
