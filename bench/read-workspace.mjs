/**
 * How long formwork takes to read a repository of many features, beside the least that anyone could do.
 *
 * node bench/read-workspace.mjs [features = 1000] [rounds = 9]
 *
 * A synthetic repository is written into a temporary folder: features in the form that the generators give them, each with a contracts package of
 * two events, a live use case that publishes one of them, a draft, and a handler of another feature's event; dependencies are linked as pnpm does.
 *
 * Whole processes are timed from start to exit, in turn, so that a busy machine is busy for all of them; each with Node's compile cache on, as
 * formwork's bin has it, and with it filled. Files are in the disk's cache.
 *   formwork   readWorkspace: finds the packages, lists their files, reads and judges manifests, use cases, handlers and contracts, and looks
 *              whether dependencies are installed
 *   peer       is told which files formwork reads, reads exactly these, and does `parseSync` with each TypeScript file among them and takes its
 *              `.program`, without which oxc-parser leaves the syntax tree as JSON text
 *   peerFinds  the same, and finds these files by itself: lists the folders of packages/ and goes by the names
 *   peerText   as peer, and leaves the syntax tree as JSON text
 *   start      loads formwork's modules, and reads nothing
 * `ratio` is formwork to peer, the figure of the budget (1.3). Times are medians in milliseconds.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const [, script, ...words] = process.argv;
const external = ['@formwork/feature', '@vitest/coverage-v8', 'vite', 'vitest', 'zod'];
const modes = {
  formwork: readWithFormwork,
  peer: (root) => readWithParser(filesTold(root), true),
  peerFinds: (root) => readWithParser(filesFound(root), true),
  peerText: (root) => readWithParser(filesTold(root), false),
  start: loadFormwork,
};

if (words[0] in modes) {
  enableCompileCache(join(words[1], 'compile-cache'));
  console.log(JSON.stringify(await modes[words[0]](words[1])));
} else {
  await compare(Number(words[0] ?? 1000), Number(words[1] ?? 9));
}

async function compare(features, rounds) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'formwork-bench-')));
  try {
    makeRepository(root, features);
    writeFileSync(told(root), JSON.stringify(await filesRead(root)));
    const times = Object.fromEntries(Object.keys(modes).map((mode) => [mode, []]));
    let seen = {};
    for (let round = 0; round <= rounds; round += 1) {
      for (const mode of Object.keys(modes)) {
        const { milliseconds, output } = timed(mode, root);
        seen = { ...seen, [mode]: output };
        // The first round fills the caches.
        if (round > 0) times[mode].push(milliseconds);
      }
    }
    const medians = Object.fromEntries(Object.entries(times).map(([mode, all]) => [mode, Math.round(median(all))]));
    const ratio = (to) => Number((medians.formwork / medians[to]).toFixed(2));
    const ratios = { ratio: ratio('peer'), ratioFinds: ratio('peerFinds'), ratioText: ratio('peerText') };
    console.log(JSON.stringify({ bench: 'read-workspace', features, rounds, seen, medians, ...ratios, target: 1.3 }, null, 2));
  } finally {
    rmSync(root, { recursive: true });
  }
}

function timed(mode, argument) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, mode, argument], { encoding: 'utf8' });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${mode} failed: ${stderr}`);
  return { milliseconds, output: JSON.parse(stdout) };
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

async function readWithFormwork(root) {
  const { readWorkspace, nodeFiles } = await loaded();
  const { packages, features, contracts, findings, filesRead } = readWorkspace(root, { files: nodeFiles });
  const effects = features.flatMap(({ useCases }) => useCases.flatMap(({ code }) => code?.effects ?? [])).length;
  return {
    packages: packages.length,
    features: features.length,
    contracts: contracts.length,
    effects,
    findings: findings.length,
    filesRead,
  };
}

async function loadFormwork() {
  return Object.keys(await loaded()).length;
}

async function loaded() {
  const { readWorkspace } = await import('../packages/toolkit/formwork/src/workspace/read-workspace.ts');
  const { nodeFiles } = await import('../packages/toolkit/formwork/src/report/node-files.ts');
  return { readWorkspace, nodeFiles };
}

async function readWithParser(files, takesTree) {
  const { parseSync } = await import('oxc-parser');
  let statements = 0;
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    if (!file.endsWith('.ts')) continue;
    const parsed = parseSync(file, text);
    if (parsed.errors.length > 0) throw new Error(`${file} does not parse.`);
    if (takesTree) statements += parsed.program.body.length;
  }
  return { filesRead: files.length, statements };
}

function told(root) {
  return join(root, 'files.json');
}

function filesTold(root) {
  return JSON.parse(readFileSync(told(root), 'utf8'));
}

function filesFound(root) {
  const sources = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return sources(path);
      return /\.(?:manifest|use-case|handler|worker|event|channel|job)\.ts$/.test(entry.name) ? [path] : [];
    });
  const packages = readdirSync(`${root}/packages`).flatMap((kind) =>
    readdirSync(`${root}/packages/${kind}`).map((name) => `${root}/packages/${kind}/${name}`),
  );
  return packages.flatMap((folder) => [`${folder}/package.json`, ...sources(`${folder}/src`)]);
}

async function filesRead(root) {
  const { readWorkspace, nodeFiles } = await loaded();
  const read = [];
  const readIfPresent = (path) => {
    const text = nodeFiles.readIfPresent(path);
    if (text !== null) read.push(path);
    return text;
  };
  readWorkspace(root, { files: { ...nodeFiles, readIfPresent } });
  return read;
}

function makeRepository(root, features) {
  const write = (file, text) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  write('package.json', JSON.stringify({ name: 'synthetic', private: true }));
  write('pnpm-workspace.yaml', 'packages:\n  - packages/*/*\n');
  write('formwork.json', '{ "scope": "@repo" }\n');
  for (const name of external) write(`node_modules/.pnpm/${name}/package.json`, JSON.stringify({ name, version: '1.0.0' }));
  for (let number = 0; number < features; number += 1) {
    const feature = `feature${number}`;
    const heard = `feature${(number + 1) % features}`;
    const files = { ...contractFiles(feature), ...featureFiles(feature, heard) };
    for (const [file, text] of Object.entries(files)) write(file, text);
    link(root, `packages/contracts/${feature}`, [...external]);
    link(root, `packages/features/${feature}`, [...external, `@repo/${feature}-contracts`, `@repo/${heard}-contracts`]);
  }
}

function link(root, folder, dependencies) {
  for (const name of dependencies) {
    const own = /^@repo\/(.*)-contracts$/.exec(name);
    const from = join(root, folder, 'node_modules', name);
    mkdirSync(dirname(from), { recursive: true });
    symlinkSync(join(root, own ? `packages/contracts/${own[1]}` : `node_modules/.pnpm/${name}`), from);
  }
}

function packageJson(name, dependencies) {
  const versions = (names, version) => Object.fromEntries(names.map((each) => [each, version]));
  const manifest = {
    name,
    version: '0.0.0',
    private: true,
    description: 'Made for the bench.',
    type: 'module',
    exports: { '.': './src/index.ts' },
    scripts: { lint: 'eslint .', test: 'vitest run', typecheck: 'tsc -p tsconfig.json' },
    dependencies: { ...versions(['@formwork/feature', ...dependencies], 'workspace:*'), zod: 'catalog:' },
    devDependencies: versions(['@vitest/coverage-v8', 'vite', 'vitest'], 'catalog:'),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function contractFiles(feature) {
  const folder = `packages/contracts/${feature}`;
  const event = (name, variable) => `import { defineEvent } from '@formwork/feature';
import { z } from 'zod';

/** Something has happened to an order, and others may want to know. */
export const ${variable}V1 = defineEvent({
  name: '${feature}.${name}.v1',
  schema: z.object({
    orderId: z.uuid(),
    customerId: z.string().min(1),
    totalCents: z.int().positive(),
  }),
});
`;
  return {
    [`${folder}/package.json`]: packageJson(`@repo/${feature}-contracts`, []),
    [`${folder}/tsconfig.json`]: '{ "extends": "../../../tsconfig.base.json" }\n',
    [`${folder}/src/events/order-placed.v1.event.ts`]: event('order-placed', 'orderPlaced'),
    [`${folder}/src/events/order-shipped.v1.event.ts`]: event('order-shipped', 'orderShipped'),
  };
}

function featureFiles(feature, heard) {
  const folder = `packages/features/${feature}`;
  const source = `${folder}/src`;
  const useCase = (name, variable, type, imports, body) => `import { ${imports}type Capabilities, type UseCase } from '@formwork/feature';
import { orderPlacedV1 } from '@repo/${feature}-contracts/events/order-placed.v1';
import { orderSchema } from '../entities/order.entity.ts';
import type { ${feature}Manifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const ${variable}InputSchema = orderSchema.omit({ id: true, createdAt: true });
export const ${variable}OutputSchema = orderSchema;

export type I${type}UseCase = UseCase<
  '${feature}.${variable}',
  typeof ${variable}InputSchema,
  typeof ${variable}OutputSchema
>;

export type ${type}Dependencies = Capabilities<typeof ${feature}Manifest, '${variable}'> & {
  readonly orders: IOrderRepository;
};

export const ${variable}UseCase =
${body}
`;
  const controller = (name, variable, type) => `import type { Bound } from '@formwork/feature';
import type { I${type}UseCase } from '../use-cases/${name}.use-case.ts';

/** Whatever comes in is checked, and only what callers may see goes out. */
export const ${variable}Controller = (${variable}: Bound<I${type}UseCase>) => async (request: unknown) => {
  const { id, createdAt } = await ${variable}.fromUnknown(request);
  return { id, createdAt };
};
`;
  return {
    [`${folder}/package.json`]: packageJson(`@repo/${feature}`, [`@repo/${feature}-contracts`, `@repo/${heard}-contracts`]),
    [`${folder}/tsconfig.json`]: '{ "extends": "../../../tsconfig.base.json" }\n',
    [`${folder}/vitest.config.ts`]: `import { ${feature}Manifest } from './src/feature.manifest.ts';\nexport default { test: { name: ${feature}Manifest.name } };\n`,
    [`${source}/index.ts`]: `export { bindOrders } from './bind.ts';\nexport { ${feature}Manifest } from './feature.manifest.ts';\n`,
    [`${source}/bind.ts`]: `import { bindFeature, connectFeature, type BindContext } from '@formwork/feature';\nexport const bindOrders = (context: BindContext<never>) => connectFeature(context, bindFeature(context, {}));\n`,
    [`${source}/feature.manifest.ts`]: `import { defineFeature } from '@formwork/feature';

export const ${feature}Manifest = defineFeature({
  name: '${feature}',
  useCases: {
    placeOrder: {
      status: 'live',
      mutates: true,
      consumes: ['${heard}.order-placed.v1'],
      publishes: ['${feature}.order-placed.v1'],
      audits: ['order.placed'],
    },
    getOrder: { status: 'draft', mutates: false },
  },
});
`,
    [`${source}/entities/order.entity.ts`]: `import { z } from 'zod';\n\nexport const orderSchema = z.object({ id: z.uuid(), createdAt: z.iso.datetime() });\nexport type Order = z.output<typeof orderSchema>;\n`,
    [`${source}/entities/order.entity.test.ts`]: `import { expect, test } from 'vitest';\nimport { orderSchema } from './order.entity.ts';\ntest('takes an order', () => expect(orderSchema.safeParse({}).success).toBe(false));\n`,
    [`${source}/repositories/order.repository.ts`]: `import type { Order } from '../entities/order.entity.ts';\n\nexport interface IOrderRepository {\n  readonly save: (order: Order) => Promise<void>;\n}\n`,
    [`${source}/repositories/order.repository.memory.ts`]: `import type { IOrderRepository } from './order.repository.ts';\n\nexport const memoryOrderRepository = (): IOrderRepository => ({ save: async () => {} });\n`,
    [`${source}/use-cases/place-order.use-case.ts`]: useCase(
      'place-order',
      'placeOrder',
      'PlaceOrder',
      '',
      `  ({ orders, publish, audit }: PlaceOrderDependencies): IPlaceOrderUseCase =>
  async (input) => {
    const order = { ...input, id: crypto.randomUUID(), createdAt: new Date().toISOString() };
    await orders.save(order);
    await publish(orderPlacedV1, { orderId: order.id, customerId: 'anyone', totalCents: 100 });
    await audit('order.placed', { id: order.id });
    return order;
  };`,
    ),
    [`${source}/use-cases/get-order.use-case.ts`]: useCase(
      'get-order',
      'getOrder',
      'GetOrder',
      'NotImplementedError, ',
      `  (_dependencies: GetOrderDependencies): IGetOrderUseCase =>
  () =>
    Promise.reject(new NotImplementedError('${feature}.getOrder'));`,
    ),
    [`${source}/use-cases/place-order.use-case.test.ts`]: `import { expect, test } from 'vitest';\ntest('places an order', () => expect(1).toBe(1));\n`,
    [`${source}/use-cases/get-order.use-case.test.ts`]: `import { expect, test } from 'vitest';\ntest.fails('gets an order', () => expect(1).toBe(2));\n`,
    [`${source}/controllers/place-order.controller.ts`]: controller('place-order', 'placeOrder', 'PlaceOrder'),
    [`${source}/controllers/get-order.controller.ts`]: controller('get-order', 'getOrder', 'GetOrder'),
    [`${source}/handlers/on-${heard}-order-placed.v1.handler.ts`]: `import { eventHandler, type Bound } from '@formwork/feature';
import { orderPlacedV1 } from '@repo/${heard}-contracts/events/order-placed.v1';
import type { IPlaceOrderUseCase } from '../use-cases/place-order.use-case.ts';

export const onOrderPlacedV1 = (placeOrder: Bound<IPlaceOrderUseCase>) =>
  eventHandler(orderPlacedV1, placeOrder, (payload) => ({ customerId: payload.customerId }));
`,
  };
}
