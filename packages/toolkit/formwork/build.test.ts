import { deepEqual, equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';

const here = import.meta.dirname;
const staged = mkdtempSync(join(tmpdir(), 'formwork-build-'));
after(() => rmSync(staged, { recursive: true }));

function node(folder: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  equal(status, 0, stdout + stderr);
  return stdout;
}

type Published = {
  readonly version: string;
  readonly exports: object;
  readonly publishConfig: {
    readonly bin: { readonly formwork: string };
    readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  };
};
const written: Published = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));

test('what is entered here by a door is entered by the same one where it is published', () => {
  deepEqual(Object.keys(written.exports), Object.keys(written.publishConfig.exports));
});

test('what is published is plain JavaScript that starts, with every template', () => {
  const tsc = join(createRequire(import.meta.url).resolve('typescript-7/package.json'), '../bin/tsc');
  const dist = join(staged, 'dist');
  node(here, tsc, '-p', 'tsconfig.build.json', '--outDir', dist);
  node(here, 'scripts/copy-templates.mjs', dist);
  cpSync(join(here, 'package.json'), join(staged, 'package.json'));
  symlinkSync(join(here, 'node_modules'), join(staged, 'node_modules'));

  const bin = join(staged, written.publishConfig.bin.formwork);
  equal(node(staged, '--no-experimental-strip-types', bin, '--version'), `${written.version}\n`);
  equal(node(staged, '--no-experimental-strip-types', bin, '--help').startsWith('Usage: formwork <command> [options]\n'), true);
  deepEqual(globSync('**/*.hbs', { cwd: dist }).sort(), globSync('**/*.hbs', { cwd: join(here, 'src') }).sort());
  deepEqual(globSync('**/{*.test,fake-*,faulty-*}.{js,d.ts}', { cwd: dist }), []);
  const doors = Object.values(written.publishConfig.exports).flatMap((door) => (typeof door === 'string' ? [door] : Object.values(door)));
  deepEqual(
    doors.filter((door) => globSync(door.replace('*', '**/*'), { cwd: staged }).length === 0),
    [],
  );
});
