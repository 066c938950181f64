import { deepEqual, equal, match } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Edit } from '../../edits/plan.ts';
import { parseLock } from '../lock.ts';
import { parseOptions } from '../parse-options.ts';
import type { Surroundings } from '../surroundings.ts';
import { drawSurroundings } from '../testing/draw-surroundings.ts';
import { assertSound, attempt, names } from '../testing/fuzz.ts';
import { kind } from './index.ts';

const compose = 'export const compose = (context: CompositionContext) => composeFeatures({});\n';

test('a feature is a package with all its rooms, composed with the others', () => {
  const edits = produce({ name: 'user-profiles', useCases: ['renameProfile', 'get-profile'] });
  deepEqual(
    edits.map(({ kind: what, path }) => `${what} ${path.replace('packages/features/user-profiles/', '')}`),
    [
      'create package.json',
      'create README.md',
      'create tsconfig.json',
      'create vitest.config.ts',
      'create src/index.ts',
      'create src/feature.manifest.ts',
      'create src/entities/profile.entity.ts',
      'create src/entities/profile.entity.test.ts',
      'create src/repositories/profile.repository.ts',
      'create src/repositories/profile.repository.memory.ts',
      'create src/repositories/profile.repository.memory.test.ts',
      'create src/use-cases/rename-profile.use-case.ts',
      'create src/use-cases/rename-profile.use-case.test.ts',
      'create src/controllers/rename-profile.controller.ts',
      'create src/controllers/rename-profile.controller.test.ts',
      'create src/use-cases/get-profile.use-case.ts',
      'create src/use-cases/get-profile.use-case.test.ts',
      'create src/controllers/get-profile.controller.ts',
      'create src/controllers/get-profile.controller.test.ts',
      'create src/bind.ts',
      'create src/bind.test.ts',
      'replace formwork.lock.json',
      'ts-import apps/shop/src/compose.ts',
      'ts-property apps/shop/src/compose.ts',
      'json apps/shop/package.json',
    ],
  );
  deepEqual(edits.slice(-3), [
    { kind: 'ts-import', path: 'apps/shop/src/compose.ts', from: '@repo/user-profiles', names: ['bindUserProfiles'] },
    {
      kind: 'ts-property',
      path: 'apps/shop/src/compose.ts',
      call: 'composeFeatures',
      argument: 0,
      keys: [],
      name: 'userProfiles',
      value: 'bindUserProfiles(context)',
    },
    { kind: 'json', path: 'apps/shop/package.json', keys: ['dependencies', '@repo/user-profiles'], value: 'workspace:*' },
  ]);
});

test('the manifest declares drafts, and the verb tells what changes something', () => {
  equal(
    textOf('src/feature.manifest.ts', produce({ name: 'billing' })),
    `import { defineFeature } from '@formwork/feature';

export const billingManifest = defineFeature({
  name: 'billing',
  useCases: {
    createBilling: { status: 'draft', mutates: true },
    getBilling: { status: 'draft', mutates: false },
  },
});
`,
  );
});

test('a draft is typed by its contract, and its test waits for it', () => {
  const edits = produce({ name: 'billing', entity: 'invoice' });
  equal(
    textOf('src/use-cases/create-invoice.use-case.ts', edits),
    `import { NotImplementedError, type Capabilities, type UseCase } from '@formwork/feature';
import { invoiceSchema } from '../entities/invoice.entity.ts';
import type { billingManifest } from '../feature.manifest.ts';
import type { IInvoiceRepository } from '../repositories/invoice.repository.ts';

export const createInvoiceInputSchema = invoiceSchema.omit({ id: true, createdAt: true });
export const createInvoiceOutputSchema = invoiceSchema;

export type ICreateInvoiceUseCase = UseCase<
  'billing.createInvoice',
  typeof createInvoiceInputSchema,
  typeof createInvoiceOutputSchema
>;

export type CreateInvoiceDependencies = Capabilities<typeof billingManifest, 'createInvoice'> & {
  readonly invoices: IInvoiceRepository;
};

export const createInvoiceUseCase =
  (_dependencies: CreateInvoiceDependencies): ICreateInvoiceUseCase =>
  () =>
    Promise.reject(new NotImplementedError('billing.createInvoice'));
`,
  );
  equal(
    textOf('src/use-cases/get-invoice.use-case.test.ts', edits),
    `import { NotImplementedError } from '@formwork/feature';
import { memoryComposition } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { bindBilling } from '../bind.ts';

const useCase = bindBilling(memoryComposition().context).useCases.getInvoice;
const input = { id: '6f1c2c38-9c1f-4b8e-8d57-2f3a7e0d9b10' };

test.fails('gets an invoice', async () => {
  await expect(useCase(input)).resolves.toHaveProperty('id');
});

test('is a draft, and says so', async () => {
  await expect(useCase(input)).rejects.toThrow(new NotImplementedError('billing.getInvoice'));
});
`,
  );
});

test('the binder puts every use case and its controller together', () => {
  equal(
    textOf('src/bind.ts', produce({ name: 'billing', useCases: ['pay'] })),
    `import { bindFeature, connectFeature, type BindContext } from '@formwork/feature';
import { payController } from './controllers/pay.controller.ts';
import { billingManifest } from './feature.manifest.ts';
import { memoryBillingRepository } from './repositories/billing.repository.memory.ts';
import type { IBillingRepository } from './repositories/billing.repository.ts';
import { payInputSchema, payOutputSchema, payUseCase } from './use-cases/pay.use-case.ts';

/** Puts the feature together over the ports of \`context\`; billings are kept in memory where no repository is given. */
export const bindBilling = (
  context: BindContext<typeof billingManifest>,
  billings: IBillingRepository = memoryBillingRepository(),
) => {
  const useCases = bindFeature(billingManifest, context, {
    pay: {
      input: payInputSchema,
      output: payOutputSchema,
      create: (capabilities) => payUseCase({ ...capabilities, billings }),
    },
  });
  return connectFeature(billingManifest, context, useCases, {
    controllers: {
      pay: payController(useCases.pay),
    },
    handlers: [],
    workers: [],
    receivers: [],
  });
};
`,
  );
});

test('no text has trailing spaces, tabs or two blank lines, and each ends in one newline', () => {
  for (const edit of produce({ name: 'billing', description: 'Says "who owes what".' })) {
    if (edit.kind === 'create') deepEqual([edit.path, /[ \t]\n|\t|\n\n\n|\n\n$|[^\n]$/.exec(edit.text)], [edit.path, null]);
  }
});

for (const [where, said, range, tsconfig] of [
  [
    'in the house itself',
    { packages: { '@formwork/feature': 'packages/toolkit/feature' }, catalog: ['zod', 'vite', 'vitest'] },
    'workspace:*',
    '../../../tsconfig.base.json',
  ],
  ['with formwork in the catalog', { catalog: ['@formwork/feature'] }, 'catalog:', '../../../tsconfig.base.json'],
  ['elsewhere', { hasTsconfigBase: false }, '1.2.3', undefined],
] as const satisfies readonly (readonly [string, Partial<Surroundings>, string, string | undefined])[]) {
  test(`${where}, @formwork/feature is ${range} and the types extend ${tsconfig}`, () => {
    const edits = produce({ name: 'billing' }, said);
    equal(JSON.parse(textOf('package.json', edits)).dependencies['@formwork/feature'], range);
    equal(JSON.parse(textOf('tsconfig.json', edits)).extends, tsconfig);
  });
}

test('the lock says what was asked, and for each file whose it is', () => {
  const lock = parseLock(textOf('formwork.lock.json', produce({ name: 'orders' })), 'formwork.lock.json');
  const [run] = lock.runs;
  deepEqual(run?.options, {
    name: 'orders',
    entity: 'order',
    useCases: ['create-order', 'get-order'],
    description: 'The orders feature.',
  });
  const generated = Object.entries(run.files).filter(([, { ownership }]) => ownership === 'generated');
  deepEqual(
    generated.map(([path]) => path),
    ['src/index.ts', 'tsconfig.json', 'vitest.config.ts'],
  );
  match(run.files['src/bind.ts']?.sha256 ?? '', /^[0-9a-f]{64}$/);
});

test('scope and folders are the configured ones', () => {
  const config = { ...drawSurroundings().config, scope: '@acme', roots: { features: 'features', contracts: 'contracts', cores: 'cores' } };
  const edits = produce({ name: 'billing' }, { config });
  equal(edits[0]?.path, 'features/billing/package.json');
  equal(JSON.parse(textOf('package.json', edits)).name, '@acme/billing');
  equal(JSON.parse(textOf('tsconfig.json', edits)).extends, '../../tsconfig.base.json');
  deepEqual(edits.at(-1), { kind: 'json', path: 'apps/shop/package.json', keys: ['dependencies', '@acme/billing'], value: 'workspace:*' });
});

test('without a composition root nothing is composed', () => {
  deepEqual(new Set(produce({ name: 'billing' }, { composition: null }).map(({ kind: what }) => what)), new Set(['create', 'replace']));
});

for (const [name, entity] of [
  ['orders', 'order'],
  ['user-profiles', 'profile'],
  ['news', 'news'],
  ['user-ids', 'ids'],
  ['site-map', 'site-map'],
] as const) {
  test(`${name} keeps what is called ${entity}`, () => {
    match(textOf('README.md', produce({ name })), /./);
    deepEqual(parseLock(textOf('formwork.lock.json', produce({ name })), 'x').runs[0]?.options['entity'], entity);
  });
}

for (const [what, typed, said, code] of [
  ['a name from which no entity follows', { name: 'map' }, {}, 'generator/bad-name'],
  [
    'a folder of something else',
    { name: 'billing' },
    { site: { folder: 'other', contracts: 'free', lock: null } },
    'generator/folder-taken',
  ],
  [
    'a contracts package without its feature',
    { name: 'billing' },
    { site: { folder: 'free', contracts: 'there', lock: null } },
    'generator/folder-taken',
  ],
  ['a package of that name elsewhere', { name: 'shop' }, { packages: { '@repo/shop': 'apps/shop' } }, 'generator/package-taken'],
  ['one use case twice', { name: 'billing', useCases: ['pay-bill', 'payBill'] }, {}, 'generator/bad-option'],
  ['no use case at all', { name: 'billing', useCases: [] }, {}, 'generator/bad-option'],
  ['a description of two lines', { name: 'billing', description: 'a\nb' }, {}, 'generator/bad-option'],
  ['a use case that is a path', { name: 'billing', useCases: ['../pay'] }, {}, 'generator/bad-name'],
] as const satisfies readonly (readonly [string, object, Partial<Surroundings>, string])[]) {
  test(`${what} is refused with ${code}`, () => {
    equal(
      attempt(() => produce({ ...typed }, said)),
      code,
    );
  });
}

test('a feature that stands may be made again where it stands', () => {
  const there = {
    site: { folder: 'feature', contracts: 'there', lock: null },
    packages: { '@repo/billing': 'packages/features/billing' },
  } as const;
  deepEqual(produce({ name: 'billing' }, there), produce({ name: 'billing' }));
});

test('whatever is typed is refused with a code, or makes files that parse and lie where they belong', () => {
  const seen = { made: 0, refused: 0 };
  const options = fc.record(
    { name: names, entity: names, useCases: fc.array(names, { maxLength: 4 }), description: fc.string({ unit: 'grapheme' }) },
    { requiredKeys: ['name'] },
  );
  fc.assert(
    fc.property(options, (typed) => {
      const outcome = attempt(() => produce(typed));
      seen[typeof outcome === 'string' ? 'refused' : 'made'] += 1;
      if (typeof outcome === 'string') match(outcome, /^generator\/bad-(?:name|option)$/);
      else
        assertSound(outcome, { 'apps/shop/src/compose.ts': compose, 'apps/shop/package.json': '{}' }, ['packages/features/', 'apps/shop/']);
    }),
    { numRuns: 300 },
  );
  equal(seen.made > 20 && seen.refused > 20, true, JSON.stringify(seen));
});

function produce(typed: Readonly<Record<string, unknown>>, said: Partial<Surroundings> = {}): readonly Edit[] {
  return kind.produce(parseOptions(kind, typed), drawSurroundings(said)).edits;
}

function textOf(file: string, edits: readonly Edit[]): string {
  const found = edits.find(({ path }) => path.endsWith(`/${file}`));
  return found?.kind === 'create' || found?.kind === 'replace' ? found.text : '';
}
