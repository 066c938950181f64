import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { fakeMachine } from '../report/fake-machine.ts';
import type { Files } from '../report/machine.ts';
import type { Workspace } from './model.ts';
import { evidenceMissing, readWorkspace } from './read-workspace.ts';
import { orders, ordersContracts, payments, repository } from './testing/repository.ts';

const read = (changes: Readonly<Record<string, string | null>> = {}, links: Readonly<Record<string, string>> = {}): Workspace => {
  const files = Object.entries({ ...repository, ...changes }).flatMap(([path, text]) => (text === null ? [] : [[path, text] as const]));
  return readWorkspace('/repo', fakeMachine({ files: Object.fromEntries(files), links }));
};

test('a repository as data', () => {
  const contracts = {
    name: '@repo/orders-contracts',
    folder: ordersContracts,
    private: false,
    dependencies: { '@formwork/feature': '1.0.0' },
    scripts: {},
  };
  const ofOrders = {
    name: '@repo/orders',
    folder: orders,
    private: true,
    dependencies: { '@repo/orders-contracts': 'workspace:*' },
    scripts: { test: 'vitest run' },
  };
  const ofPayments = { name: '@repo/payments', folder: payments, private: false, dependencies: {}, scripts: {} };
  const start = { line: 1, column: 1 };
  deepEqual(read(), {
    root: '/repo',
    config: {
      scope: '@repo',
      roots: { features: 'packages/features', contracts: 'packages/contracts', cores: 'packages/core' },
      base: null,
      gates: null,
      composition: 'apps/web/src/compose.ts',
    },
    packages: [
      { name: 'shop', folder: '.', private: true, dependencies: { turbo: '2.0.0' }, scripts: {} },
      contracts,
      ofOrders,
      ofPayments,
    ],
    features: [
      {
        package: ofOrders,
        manifest: {
          file: `${orders}/src/feature.manifest.ts`,
          exportName: 'ordersManifest',
          name: 'orders',
          at: { line: 2, column: 9 },
          useCases: [
            {
              name: 'placeOrder',
              at: { line: 3, column: 15 },
              status: 'live',
              mutates: true,
              triggers: { consumes: [], works: [], receives: [] },
              effects: {
                publishes: [{ name: 'orders.order-placed.v1', at: { line: 3, column: 72 } }],
                enqueues: [],
                broadcasts: [],
                audits: [],
              },
            },
          ],
          coverage: {},
          coverageAt: null,
        },
        useCases: [
          {
            file: `${orders}/src/use-cases/hold-order.use-case.ts`,
            name: 'holdOrder',
            at: start,
            code: { exports: ['default'], effects: [], throwsNotImplemented: true },
          },
          {
            file: `${orders}/src/use-cases/place-order.use-case.ts`,
            name: 'placeOrder',
            at: { line: 4, column: 14 },
            code: {
              exports: ['PlaceOrderDependencies', 'placeOrderUseCase'],
              effects: [
                { kind: 'publishes', name: 'orders.order-placed.v1', at: { line: 5, column: 9 } },
                { kind: 'enqueues', name: 'orders.send-receipt.v1', at: { line: 6, column: 9 } },
              ],
              throwsNotImplemented: false,
            },
          },
        ],
        triggers: [
          { file: `${orders}/src/jobs/send-receipt.v1.worker.ts`, kind: 'works', isParsed: true, contract: 'orders.send-receipt.v1' },
          { file: `${orders}/src/realtime/on-order-feed.v1.handler.ts`, kind: 'receives', isParsed: true, contract: 'orders.order-feed.v1' },
        ],
        files: [
          `${orders}/src/contracts/send-receipt.v1.job.ts`,
          `${orders}/src/feature.manifest.ts`,
          `${orders}/src/jobs/send-receipt.v1.worker.ts`,
          `${orders}/src/realtime/on-order-feed.v1.handler.ts`,
          `${orders}/src/use-cases/hold-order.use-case.ts`,
          `${orders}/src/use-cases/place-order.use-case.test.ts`,
          `${orders}/src/use-cases/place-order.use-case.ts`,
        ],
      },
      {
        package: ofPayments,
        manifest: {
          file: `${payments}/src/feature.manifest.ts`,
          exportName: 'paymentsManifest',
          name: 'payments',
          at: { line: 1, column: 55 },
          useCases: [],
          coverage: {},
          coverageAt: null,
        },
        useCases: [],
        triggers: [
          { file: `${payments}/src/handlers/on-orders-order-placed.v1.handler.ts`, kind: 'consumes', isParsed: true, contract: 'orders.order-placed.v1' },
        ],
        files: [`${payments}/src/feature.manifest.ts`, `${payments}/src/handlers/on-orders-order-placed.v1.handler.ts`],
      },
    ],
    contracts: [
      {
        file: `${ordersContracts}/src/channels/order-feed.v1.channel.ts`,
        kind: 'channel',
        owner: 'orders',
        name: 'orders.order-feed.v1',
        at: { line: 1, column: 14 },
        writtenName: null,
        exportName: 'orderFeed',
      },
      {
        file: `${ordersContracts}/src/events/order-placed.v1.event.ts`,
        kind: 'event',
        owner: 'orders',
        name: 'orders.order-placed.v1',
        at: { line: 3, column: 67 },
        writtenName: 'orders.order-placed.v1',
        exportName: 'orderPlacedV1',
      },
      {
        file: `${orders}/src/contracts/send-receipt.v1.job.ts`,
        kind: 'job',
        owner: 'orders',
        name: 'orders.send-receipt.v1',
        at: { line: 1, column: 48 },
        writtenName: 'orders.send-receipt.v1',
        exportName: 'sendReceiptV1',
      },
    ],
    findings: [],
    filesRead: 15,
  });
});

/** Code, place and message of each finding, and whether a verdict is possible all the same. */
function found({ findings, ...workspace }: Workspace): readonly string[] {
  const lines = findings.map(
    ({ code, file, line, column, message }) => `${code.replace('workspace/', '')} ${file}:${line}:${column} ${message}`,
  );
  return [...lines, evidenceMissing({ ...workspace, findings }) ? 'no verdict' : 'verdict'];
}

/** The features' manifests and what could be told of their use cases, `?` where it could not. */
function known({ features }: Workspace): readonly string[] {
  return features.map(({ package: { name }, manifest, useCases }) => {
    const ofUseCases = useCases.map((useCase) => `${useCase.name}${useCase.code === null ? '?' : ''}`).join(' ');
    return `${name} ${manifest?.name ?? '?'}: ${ofUseCases}`;
  });
}

const allKnown = ['@repo/orders orders: holdOrder placeOrder', '@repo/payments payments: '];

type Row = readonly [
  title: string,
  changes: Readonly<Record<string, string | null>>,
  findings: readonly string[],
  known?: readonly string[],
];

const unknownOrders = ['@repo/orders ?: holdOrder placeOrder', '@repo/payments payments: '];

const rows: readonly Row[] = [
  ['nothing is wrong', {}, ['verdict']],
  [
    'a manifest that is not literal',
    { [`${orders}/src/feature.manifest.ts`]: 'export const m = defineFeature({\n  ...base,\n  name: `orders`,\n});' },
    [
      `manifest-not-literal ${orders}/src/feature.manifest.ts:2:3 The manifest holds a spread, which cannot be read without running it.`,
      `manifest-not-literal ${orders}/src/feature.manifest.ts:3:9 'name' holds a template, which cannot be read without running it.`,
      'verdict',
    ],
    unknownOrders,
  ],
  [
    'a manifest with a syntax error',
    { [`${orders}/src/feature.manifest.ts`]: 'export const = 1;' },
    [
      `syntax-error ${orders}/src/feature.manifest.ts:1:14 ${orders}/src/feature.manifest.ts cannot be parsed: Unexpected token.`,
      'verdict',
    ],
    unknownOrders,
  ],
  [
    'no manifest',
    { [`${orders}/src/feature.manifest.ts`]: null },
    [`manifest-missing ${orders}/package.json:1:1 ${orders} lies among the features and has no src/feature.manifest.ts.`, 'verdict'],
    unknownOrders,
  ],
  [
    'a folder where the manifest should be',
    { [`${orders}/src/feature.manifest.ts`]: null, [`${orders}/src/feature.manifest.ts/a.ts`]: '' },
    [`manifest-missing ${orders}/package.json:1:1 ${orders} lies among the features and has no src/feature.manifest.ts.`, 'verdict'],
    unknownOrders,
  ],
  [
    'two features of one name',
    { [`${payments}/src/feature.manifest.ts`]: "export const m = defineFeature({ name: 'orders', useCases: {} });" },
    [
      `duplicate-feature ${payments}/src/feature.manifest.ts:1:40 ${payments}/src/feature.manifest.ts and ${orders}/src/feature.manifest.ts both declare the feature 'orders'.`,
      'verdict',
    ],
    ['@repo/orders orders: holdOrder placeOrder', '@repo/payments orders: '],
  ],
  [
    'a broken package.json',
    { [`${orders}/package.json`]: '{\n  "name": "@repo/orders",,\n}' },
    [`package-json-invalid ${orders}/package.json:2:26 ${orders}/package.json is not valid JSON.`, 'verdict'],
  ],
  [
    'a dependency that is not linked',
    { [`${orders}/node_modules/@repo/orders-contracts/package.json`]: null },
    [
      `not-installed ${orders}/package.json:1:99 ${orders}/package.json depends on @repo/orders-contracts, which is not installed.`,
      'no verdict',
    ],
  ],
  [
    'several that are not linked',
    {
      [`${payments}/package.json`]:
        '{ "name": "@repo/payments",\n  "dependencies": { "@repo/a": "workspace:*", "@repo/b": "workspace:*" } }',
    },
    [
      `not-installed ${payments}/package.json:2:21 ${payments}/package.json depends on @repo/a, @repo/b, which are not installed.`,
      'no verdict',
    ],
  ],
  [
    'a dependency that the root has',
    { [`${payments}/package.json`]: '{ "name": "@repo/payments", "dependencies": { "turbo": "2.0.0" } }' },
    ['verdict'],
  ],
  [
    'a use case with a syntax error',
    { [`${orders}/src/use-cases/place-order.use-case.ts`]: '\nexport const' },
    [
      `syntax-error ${orders}/src/use-cases/place-order.use-case.ts:2:13 ${orders}/src/use-cases/place-order.use-case.ts cannot be parsed: Unexpected token.`,
      'verdict',
    ],
    ['@repo/orders orders: holdOrder placeOrder?', '@repo/payments payments: '],
  ],
  [
    'a contract and a handler with a syntax error',
    {
      [`${ordersContracts}/src/events/order-placed.v1.event.ts`]: '(',
      [`${payments}/src/handlers/on-orders-order-placed.v1.handler.ts`]: ')',
    },
    [
      `syntax-error ${payments}/src/handlers/on-orders-order-placed.v1.handler.ts:1:1 ${payments}/src/handlers/on-orders-order-placed.v1.handler.ts cannot be parsed: Unexpected token.`,
      `syntax-error ${ordersContracts}/src/events/order-placed.v1.event.ts:1:2 ${ordersContracts}/src/events/order-placed.v1.event.ts cannot be parsed: Expected \`)\` but found \`EOF\`.`,
      'verdict',
    ],
  ],
  [
    'a folder of sources that is no package',
    {
      'packages/features/billing/src/index.ts': '',
      'packages/features/readme.md': '',
      'packages/features/left/node_modules/x/package.json': '',
    },
    [
      'not-a-package packages/features/billing:1:1 packages/features/billing lies among the features and is no package of the workspace.',
      'verdict',
    ],
  ],
  [
    'no pnpm-workspace.yaml',
    { 'pnpm-workspace.yaml': null },
    [
      'pnpm-workspace-invalid pnpm-workspace.yaml:1:1 There is no pnpm-workspace.yaml in the root.',
      `not-a-package ${orders}:1:1 ${orders} lies among the features and is no package of the workspace.`,
      `not-a-package ${payments}:1:1 ${payments} lies among the features and is no package of the workspace.`,
      'no verdict',
    ],
    [],
  ],
  [
    'a contracts package without sources',
    { 'packages/contracts/payments/package.json': '{ "name": "@repo/payments-contracts" }' },
    ['verdict'],
  ],
  [
    'a use case in a folder of its own',
    {
      [`${payments}/src/use-cases/refunds/refund-payment.use-case.ts`]: '',
      [`${payments}/src/handlers/readme.md`]: '',
      [`${payments}/src/entities/x.use-case.ts`]: '',
    },
    ['verdict'],
    ['@repo/orders orders: holdOrder placeOrder', '@repo/payments payments: refundPayment'],
  ],
  ['no features at all', { 'formwork.json': '{ "roots": { "features": "nowhere" } }' }, ['verdict'], []],
];

for (const [title, changes, findings, expected = allKnown] of rows) {
  test(title, () => {
    const workspace = read(changes);
    deepEqual(found(workspace), findings);
    deepEqual(known(workspace), expected);
  });
}

test('a package whose package.json could not be read is no package of the workspace', () => {
  const { packages, features } = read({ [`${orders}/package.json`]: '{' });
  deepEqual(
    packages.map(({ name }) => name),
    ['shop', '@repo/orders-contracts', '@repo/payments'],
  );
  deepEqual(features[0]?.package, { name: '@repo/orders', folder: orders, private: true, dependencies: {}, scripts: {} });
});

test('what no one may read is a finding, and no verdict is possible', () => {
  const { files } = fakeMachine({ files: repository });
  const denied = [
    `/repo/${orders}/package.json`,
    `/repo/${payments}/src/feature.manifest.ts`,
    `/repo/${orders}/src/use-cases/place-order.use-case.ts`,
  ];
  const readIfPresent: Files['readIfPresent'] = (path) => {
    if (denied.includes(path)) throw Object.assign(new Error('denied'), { code: 'EACCES' });
    return files.readIfPresent(path);
  };
  const workspace = readWorkspace('/repo', { files: { ...files, readIfPresent } });
  deepEqual(found(workspace), [
    ...[`${orders}/package.json`, `${orders}/src/use-cases/place-order.use-case.ts`, `${payments}/src/feature.manifest.ts`].map(
      (file) => `unreadable ${file}:1:1 ${file} cannot be read: EACCES.`,
    ),
    'no verdict',
  ]);
  deepEqual(known(workspace), ['@repo/orders orders: holdOrder placeOrder?', '@repo/payments ?: ']);
});

test('links are followed to files of the repository, and never out of it', () => {
  const workspace = read(
    {
      '/elsewhere/a.use-case.ts': '',
      [`${orders}/src/feature.manifest.ts`]: null,
      'shared/manifest.ts': repository[`${orders}/src/feature.manifest.ts`] ?? '',
    },
    {
      [`${orders}/src/feature.manifest.ts`]: '/repo/shared/manifest.ts',
      [`${payments}/src/use-cases`]: '/elsewhere',
      'packages/features/out': '/repo/shared',
    },
  );
  deepEqual(found(workspace), [
    `link-leads-out ${payments}/src/use-cases:1:1 ${payments}/src/use-cases is a link that leads out of the repository, and is not followed.`,
    'verdict',
  ]);
  deepEqual(known(workspace), allKnown);
});

const triggers: readonly (readonly [file: string, code: string, contract: string | null])[] = [
  [
    'handlers/on-user-accounts-signed-up.v1.handler.ts',
    "import { signedUpV1 } from '@repo/user-accounts-contracts/events/signed-up.v1';",
    'user-accounts.signed-up.v1',
  ],
  [
    'handlers/on-user-accounts-signed-up.v1.handler.ts',
    "import { accountsSignedUpV1 } from '@repo/user-contracts/events/accounts-signed-up.v1';",
    'user.accounts-signed-up.v1',
  ],
  ['handlers/on-x.v1.handler.ts', "import { signedUpV1 as x } from '@repo/auth-contracts/events/signed-up.v1';", 'auth.signed-up.v1'],
  [
    'handlers/on-x.v1.handler.ts',
    "import { aV1 } from '@repo/auth-contracts/events/a.v1'; import { bV1 } from '@repo/auth-contracts/events/b.v1';",
    null,
  ],
  ['handlers/on-x.v1.handler.ts', "import { eventHandler } from '@formwork/feature'; import { 'a b' as c } from 'd';", null],
  ['jobs/send-receipt.v1.worker.ts', "import { sendReceiptV1 } from '../contracts/send-receipt.v1.job.ts';", 'payments.send-receipt.v1'],
  [
    'realtime/on-orders-order-feed.v1.handler.ts',
    "import { orderFeedV1 } from '@repo/orders-contracts/channels/order-feed.v1';",
    'orders.order-feed.v1',
  ],
  ['realtime/on-order-feed.v1.handler.ts', ')', null],
];

for (const [file, code, contract] of triggers) {
  test(`${file} hears ${contract}: ${code}`, () => {
    const { features } = read({
      [`${payments}/src/handlers/on-orders-order-placed.v1.handler.ts`]: null,
      [`${payments}/src/${file}`]: code,
    });
    deepEqual(
      features[1]?.triggers.map((trigger) => trigger.contract),
      [contract],
    );
  });
}

const contracts: readonly (readonly [code: string, exportName: string | null, writtenName: string | null])[] = [
  ["export const orderPlacedV1 = defineEvent({ name: 'orders.order-placed.v1' });", 'orderPlacedV1', 'orders.order-placed.v1'],
  ["export const otherV1 = defineEvent({ name: 'orders.other.v1' }), orderPlacedV1 = defineEvent({ name: 'x' });", 'orderPlacedV1', 'x'],
  ["export const a = defineEvent({ name: 'a' }), b = defineEvent({ name: 'b' });", 'a', 'a'],
  ['export const a = defineEvent({ ...b, [c]: 1, schema });', 'a', null],
  ['export const a = defineEvent(b);', 'a', null],
  ['export const a = defineEvent();', 'a', null],
  ["export const { a } = defineEvent({ name: 'a' }), b = define.event({ name: 'b' }), c = make({ name: 'c' });", null, null],
  ["const a = defineEvent({ name: 'a' }); export default a;", null, null],
  ['', null, null],
  ['(', null, null],
];

for (const [code, exportName, writtenName] of contracts) {
  test(`a contract exports ${exportName} and writes ${writtenName}: ${code}`, () => {
    const { contracts: seen } = read({ [`${ordersContracts}/src/events/order-placed.v1.event.ts`]: code });
    deepEqual([seen[1]?.exportName, seen[1]?.writtenName], [exportName, writtenName]);
  });
}
