import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript-7/package.json')), 'bin/tsc');
const consumer = mkdtempSync(join(tmpdir(), 'formwork-feature-'));
const installed = join(consumer, 'node_modules/@formwork/feature');

afterAll(() => rmSync(consumer, { recursive: true, force: true }));

const run = (cwd: string, ...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd, encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

test('what is published runs on plain node, and its types hold without our sources', { timeout: 60_000 }, () => {
  mkdirSync(installed, { recursive: true });
  expect(run(packageFolder, tsc, '-p', 'tsconfig.build.json', '--outDir', join(installed, 'dist'))).toEqual({ status: 0, said: '' });
  writeFileSync(join(installed, 'package.json'), JSON.stringify({ ...manifest, exports: manifest.publishConfig.exports }));
  for (const name of ['zod', '@standard-schema']) symlinkSync(join(packageFolder, 'node_modules', name), join(consumer, 'node_modules', name));
  writeFileSync(join(consumer, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(consumer, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { target: 'esnext', module: 'nodenext', strict: true, noEmit: true, types: [] }, files: ['mail.mts'] }),
  );
  writeFileSync(
    join(consumer, 'mail.mts'),
    `import { bindFeature, defineEvent, defineFeature, type BindContext, type Capabilities, type UseCase } from '@formwork/feature';
import { memoryComposition } from '@formwork/feature/testing';
import { z } from 'zod';

const manifest = defineFeature({ name: 'mail', useCases: { greet: { status: 'live', mutates: false, publishes: ['mail.greeted.v1'] } } });
const greetedV1 = defineEvent({ name: 'mail.greeted.v1', schema: z.object({ name: z.string() }) });
const text = z.string();
type IGreetUseCase = UseCase<'mail.greet', typeof text, typeof text>;
const greetUseCase = ({ publish }: Capabilities<typeof manifest, 'greet'>): IGreetUseCase => async (name) => {
  await publish(greetedV1, { name });
  // @ts-expect-error a payload that does not fit
  if (name === '') await publish(greetedV1, { name: 1 });
  return 'Hello, ' + name;
};
const bindMail = (context: BindContext<typeof manifest>) => bindFeature(manifest, context, { greet: { input: text, output: text, create: greetUseCase } });
const { context, recorded } = memoryComposition();
const said: string = await bindMail(context).greet('Ann');
console.log(JSON.stringify([said, recorded.published]));
`,
  );

  expect(run(consumer, tsc, '-p', '.')).toEqual({ status: 0, said: '' });
  expect(run(consumer, tsc, '-p', '.', '--noEmit', 'false', '--outDir', '.')).toEqual({ status: 0, said: '' });
  expect(run(consumer, 'mail.mjs')).toEqual({
    status: 0,
    said: '["Hello, Ann",[{"id":"event-1","payload":{"name":"Ann"},"name":"mail.greeted.v1"}]]\n',
  });
});
