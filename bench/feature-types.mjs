/**
 * What the type layer costs: a feature of 20 use cases written with @formwork/feature, and the same code with plain types (the same
 * zod schemas, function types written by hand), checked by the same `tsc` in turn. Prints the medians and their ratio as JSON.
 *
 * node bench/feature-types.mjs [rounds]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const useCases = 20;
const target = 1.5;
const eventSchema = 'z.object({ thingId: z.string(), total: z.number(), lines: z.array(z.object({ sku: z.string(), amount: z.number() })) })';
const jobSchema = 'z.object({ thingId: z.string(), to: z.string() })';
const rounds = Number(process.argv[2] ?? 9);
const here = dirname(fileURLToPath(import.meta.url));
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript-7/package.json')), 'bin/tsc');

const root = mkdtempSync(join(tmpdir(), 'formwork-feature-types-'));
try {
  const folders = { formwork: join(root, 'formwork'), plain: join(root, 'plain') };
  write(folders.formwork, formworkFeature());
  write(folders.plain, plainFeature());
  check(folders.formwork);
  check(folders.plain);
  const runs = Array.from({ length: rounds }, () => ({ formwork: check(folders.formwork), plain: check(folders.plain) }));
  const ratio = (measure) => round(median(runs.map(({ formwork, plain }) => formwork[measure] / plain[measure])));
  const medians = (side) => ({
    wallMs: round(median(runs.map((run) => run[side].wall))),
    checkMs: round(median(runs.map((run) => run[side].check))),
    types: runs[0][side].types,
    instantiations: runs[0][side].instantiations,
  });
  console.log(
    JSON.stringify(
      { bench: 'feature-types', useCases, rounds, formwork: medians('formwork'), plain: medians('plain'), ratio: ratio('wall'), checkRatio: ratio('check'), target },
      null,
      2,
    ),
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** One run of the compiler. Fails loudly where the code does not check: a bench of broken code measures nothing. */
function check(folder) {
  const begun = performance.now();
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder, '--extendedDiagnostics'], { encoding: 'utf8' });
  const wall = performance.now() - begun;
  if (status !== 0) throw new Error(stdout);
  const figure = (name) => Number.parseFloat(new RegExp(`^${name}: *([\\d.]+)`, 'm').exec(stdout)[1]);
  return { wall, check: figure('Check time') * 1000, types: figure('Types'), instantiations: figure('Instantiations') };
}

function write(folder, files) {
  mkdirSync(join(folder, 'node_modules/@formwork'), { recursive: true });
  symlinkSync(join(here, 'node_modules/zod'), join(folder, 'node_modules/zod'));
  symlinkSync(join(here, 'node_modules/@formwork/feature'), join(folder, 'node_modules/@formwork/feature'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: join(here, '../tsconfig.base.json'), compilerOptions: { types: [] }, include: ['*.ts'] }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

function formworkFeature() {
  return {
    'feature.manifest.ts': `import { defineFeature } from '@formwork/feature';
export const benchManifest = defineFeature({ name: 'bench', useCases: {
${each((n) => `  doThing${n}: { status: 'live', mutates: true, publishes: ['bench.thing-done${n}.v1'], enqueues: ['bench.send-thing${n}.v1'], audits: ['thing.done'] },`)}
}, coverage: {} });
`,
    ...files((n) => ({
      [`contracts-${n}.ts`]: `import { z } from 'zod';
import { defineEvent, defineJob } from '@formwork/feature';
export const thingDone${n}V1 = defineEvent({ name: 'bench.thing-done${n}.v1', schema: ${eventSchema} });
export const sendThing${n}V1 = defineJob({ name: 'bench.send-thing${n}.v1', schema: ${jobSchema} });
`,
      [`use-case-${n}.ts`]: `import { z } from 'zod';
import type { Capabilities, UseCase } from '@formwork/feature';
import type { benchManifest } from './feature.manifest.ts';
import { sendThing${n}V1, thingDone${n}V1 } from './contracts-${n}.ts';
import type { IThingRepository } from './repository.ts';
${useCaseSchemas(n)}
export type IDoThing${n}UseCase = UseCase<'bench.doThing${n}', typeof doThing${n}InputSchema, typeof doThing${n}OutputSchema>;
export type DoThing${n}Dependencies = Capabilities<typeof benchManifest, 'doThing${n}'> & { readonly things: IThingRepository };
export const doThing${n}UseCase = ({ things, publish, enqueue, audit }: DoThing${n}Dependencies): IDoThing${n}UseCase => async (input) => {
  const thing = await things.save({ id: input.id, total: input.amount * 2 });
  await publish(thingDone${n}V1, { thingId: thing.id, total: thing.total, lines: input.lines });
  await enqueue(sendThing${n}V1, { thingId: thing.id, to: 'a@b.c' });
  await audit('thing.done', { thingId: thing.id });
  return { thingId: thing.id, total: thing.total };
};
`,
      [`controller-${n}.ts`]: `import type { Bound } from '@formwork/feature';
import type { IDoThing${n}UseCase } from './use-case-${n}.ts';
export const doThing${n}Controller = (doThing${n}: Bound<IDoThing${n}UseCase>) => async (request: unknown) => {
  const { thingId, total } = await doThing${n}.fromUnknown(request);
  return { id: thingId, total: total.toFixed(2) };
};
`,
    })),
    'repository.ts': repository(),
    'bind.ts': `import { bindFeature, connectFeature, type BindContext } from '@formwork/feature';
import { benchManifest } from './feature.manifest.ts';
import type { IThingRepository } from './repository.ts';
${imports()}
export const bindBench = (context: BindContext<typeof benchManifest>, things: IThingRepository) => {
  const useCases = bindFeature(benchManifest, context, {
${each((n) => `    doThing${n}: { input: doThing${n}InputSchema, output: doThing${n}OutputSchema, create: (capabilities) => doThing${n}UseCase({ ...capabilities, things }) },`)}
  });
  return connectFeature(benchManifest, context, useCases, {
    controllers: {
${each((n) => `      doThing${n}: doThing${n}Controller(useCases.doThing${n}),`)}
    },
    handlers: [], workers: [], receivers: [],
  });
};
`,
  };
}

/** The same behaviour, with nothing but the types that one writes by hand. */
function plainFeature() {
  return {
    'runtime.ts': `import type { z } from 'zod';
export interface Ports {
  readonly publish: (name: string, payload: unknown) => Promise<void>;
  readonly enqueue: (name: string, payload: unknown) => Promise<void>;
  readonly audit: (useCase: string, at: Date, action: string, details: Record<string, unknown>) => Promise<void>;
  readonly span: <T>(name: string, run: () => Promise<T>) => Promise<T>;
  readonly capture: (error: unknown, useCase: string) => void;
  readonly now: () => Date;
}
export interface Bound<In, Out> {
  (input: In): Promise<Out>;
  readonly fromUnknown: (input: unknown) => Promise<Out>;
}
export const bind = <In extends z.ZodType, Out extends z.ZodType>(
  name: string, input: In, output: Out, ports: Ports, run: (input: z.output<In>) => Promise<z.input<Out>>,
): Bound<z.input<In>, z.output<Out>> => {
  const fromUnknown = async (given: unknown) => {
    const accepted = await input.parseAsync(given);
    return ports.span(name, async () => {
      try {
        return await output.parseAsync(await run(accepted));
      } catch (error) {
        ports.capture(error, name);
        throw error;
      }
    });
  };
  return Object.assign((given: z.input<In>) => fromUnknown(given), { fromUnknown });
};
`,
    ...files((n) => ({
      [`contracts-${n}.ts`]: `import { z } from 'zod';
export const thingDone${n}V1 = { name: 'bench.thing-done${n}.v1', schema: ${eventSchema} };
export const sendThing${n}V1 = { name: 'bench.send-thing${n}.v1', schema: ${jobSchema} };
`,
      [`use-case-${n}.ts`]: `import { z } from 'zod';
import { sendThing${n}V1, thingDone${n}V1 } from './contracts-${n}.ts';
import type { IThingRepository } from './repository.ts';
${useCaseSchemas(n)}
export type IDoThing${n}UseCase = (input: z.output<typeof doThing${n}InputSchema>) => Promise<z.input<typeof doThing${n}OutputSchema>>;
export interface DoThing${n}Dependencies {
  readonly publish: (event: typeof thingDone${n}V1, payload: z.input<typeof thingDone${n}V1.schema>) => Promise<void>;
  readonly enqueue: (job: typeof sendThing${n}V1, payload: z.input<typeof sendThing${n}V1.schema>) => Promise<void>;
  readonly audit: (action: 'thing.done', details: Record<string, unknown>) => Promise<void>;
  readonly things: IThingRepository;
}
export const doThing${n}UseCase = ({ things, publish, enqueue, audit }: DoThing${n}Dependencies): IDoThing${n}UseCase => async (input) => {
  const thing = await things.save({ id: input.id, total: input.amount * 2 });
  await publish(thingDone${n}V1, { thingId: thing.id, total: thing.total, lines: input.lines });
  await enqueue(sendThing${n}V1, { thingId: thing.id, to: 'a@b.c' });
  await audit('thing.done', { thingId: thing.id });
  return { thingId: thing.id, total: thing.total };
};
`,
      [`controller-${n}.ts`]: `import type { z } from 'zod';
import type { Bound } from './runtime.ts';
import type { doThing${n}InputSchema, doThing${n}OutputSchema } from './use-case-${n}.ts';
export const doThing${n}Controller = (doThing${n}: Bound<z.input<typeof doThing${n}InputSchema>, z.output<typeof doThing${n}OutputSchema>>) => async (request: unknown) => {
  const { thingId, total } = await doThing${n}.fromUnknown(request);
  return { id: thingId, total: total.toFixed(2) };
};
`,
    })),
    'repository.ts': repository(),
    'bind.ts': `import { bind, type Ports } from './runtime.ts';
import type { IThingRepository } from './repository.ts';
${imports()}
export const bindBench = (ports: Ports, things: IThingRepository) => {
  const useCases = {
${each(
  (n) => `    doThing${n}: bind('bench.doThing${n}', doThing${n}InputSchema, doThing${n}OutputSchema, ports, doThing${n}UseCase({
      things,
      publish: async ({ name, schema }, payload) => ports.publish(name, await schema.parseAsync(payload)),
      enqueue: async ({ name, schema }, payload) => ports.enqueue(name, await schema.parseAsync(payload)),
      audit: (action, details) => ports.audit('bench.doThing${n}', ports.now(), action, details),
    })),`,
)}
  };
  return {
    useCases,
    controllers: {
${each((n) => `      doThing${n}: doThing${n}Controller(useCases.doThing${n}),`)}
    },
  };
};
`,
  };
}

function repository() {
  return `export interface Thing { readonly id: string; readonly total: number }
export interface IThingRepository { save(thing: Thing): Promise<Thing> }
`;
}

function useCaseSchemas(n) {
  return `export const doThing${n}InputSchema = z.object({ id: z.string(), amount: z.coerce.number(), lines: z.array(z.object({ sku: z.string(), amount: z.number() })) });
export const doThing${n}OutputSchema = z.object({ thingId: z.string(), total: z.number() });`;
}

function imports() {
  return each(
    (n) => `import { doThing${n}InputSchema, doThing${n}OutputSchema, doThing${n}UseCase } from './use-case-${n}.ts';
import { doThing${n}Controller } from './controller-${n}.ts';`,
  );
}

function each(line) {
  return Array.from({ length: useCases }, (_, index) => line(index + 1)).join('\n');
}

function files(of) {
  return Object.assign({}, ...Array.from({ length: useCases }, (_, index) => of(index + 1)));
}

function median(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

function round(number) {
  return Math.round(number * 100) / 100;
}
