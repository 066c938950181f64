import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../report/fake-machine.ts';
import { runConformance } from './run-conformance.ts';

const options = { noDrafts: false, feature: null };
const feature = (name: string, useCases: string, files: Readonly<Record<string, string>> = {}) => ({
  [`packages/features/${name}/package.json`]: JSON.stringify({ name: `@repo/${name}` }),
  [`packages/features/${name}/src/feature.manifest.ts`]: [
    `export const ${name}Manifest = defineFeature({`,
    `  name: '${name}',`,
    '  useCases: {',
    useCases,
    '  },',
    '});',
  ].join('\n'),
  ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`packages/features/${name}/src/${file}`, text])),
});

test('a repository is read and judged; what could not be read is part of the report, and nothing is concluded from it', () => {
  const clock = [1_000, 1_034];
  const machine = fakeMachine({
    now: () => clock.shift() ?? 0,
    files: {
      'pnpm-workspace.yaml': 'packages:\n  - packages/*/*\n',
      ...feature(
        'blog',
        "    greetAuthor: { status: 'live', mutates: true, consumes: ['auth.user-signed-up.v1', 'shop.order-placed.v1'] },",
        {
          'use-cases/greet-author.use-case.ts': [
            "import { authorGreetedV1 } from '@repo/blog-contracts/events/author-greeted.v1';",
            'export const greetAuthorUseCase = ({ publish }) => async () => {',
            '  await publish(authorGreetedV1, {});',
            '};',
          ].join('\n'),
          'handlers/on-auth-user-signed-up.v1.handler.ts':
            "import { userSignedUpV1 } from '@repo/auth-contracts/events/user-signed-up.v1';",
          'handlers/on-shop-order-placed.v1.handler.ts': "import { orderPlacedV1 } from '@repo/shop-contracts/events/order-placed.v1';",
        },
      ),
      ...feature('auth', '    signUp: { status: computed, mutates: true },'),
      ...feature('shop', "    placeOrder: { status: 'draft', mutates: true },", {
        'use-cases/place-order.use-case.ts': [
          "import { NotImplementedError } from '@formwork/feature';",
          "export const placeOrderUseCase = () => () => Promise.reject(new NotImplementedError('shop.placeOrder'));",
        ].join('\n'),
      }),
    },
  });
  const { findings, inspected, status, durationMs } = runConformance(machine, '/repo', options);
  deepEqual(
    findings.map(({ code, file, line, column }) => `${code} ${file.replace('packages/features/', '')}:${line}:${column}`),
    [
      'workspace/manifest-not-literal auth/src/feature.manifest.ts:4:23',
      'closure/orphan-consumer blog/src/feature.manifest.ts:4:88',
      'closure/done-not-declared blog/src/use-cases/greet-author.use-case.ts:3:9',
      'pending/draft shop/src/feature.manifest.ts:4:5',
    ],
  );
  deepEqual([inspected, status, durationMs], [{ features: 3, useCases: 2, contracts: 0, files: 11 }, 'fail', 34]);
});

test('a repository without features passes over nothing', () => {
  const machine = fakeMachine({ files: { 'pnpm-workspace.yaml': 'packages: []\n', 'package.json': '{}' } });
  const { findings, inspected, status, note } = runConformance(machine, '/repo', options);
  deepEqual(
    [findings, inspected, status, note],
    [[], { features: 0, useCases: 0, contracts: 0, files: 2 }, 'pass', 'There is no feature under packages/features.'],
  );
});
