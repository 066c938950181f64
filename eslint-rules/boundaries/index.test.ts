import { ruleTester } from '../rule-tester.ts';
import { boundaries, type Zone } from './index.ts';

const zones: readonly Zone[] = [
  {
    name: 'the ground',
    folder: 'packages/tool/src/ground',
    specifier: 'tool/ground(/.*)?',
    mayImport: [],
    why: 'Everything stands on it.',
  },
  { name: 'the roof', folder: 'packages/tool/src/roof', mayImport: ['the ground'], why: 'Nothing is above it.' },
  { name: 'the dotted', folder: 'packages/ui.kit', mayImport: [], why: 'It knows nobody.' },
  { name: 'the added', folder: 'packages/ui+kit', mayImport: [], why: 'It knows nobody.' },
  { name: 'the kit', folder: 'packages/ui.kit+(1)', mayImport: [], why: 'It knows nobody.' },
  {
    name: 'contracts',
    folder: 'packages/contracts/*',
    specifier: '@repo/[^/]+-contracts(/.*)?',
    mayImport: [],
    why: 'They only say what may be known.',
  },
  {
    name: 'a feature',
    folder: 'packages/features/*',
    specifier: '@repo/[^/]+(/.*)?',
    mayImport: ['contracts'],
    why: 'Features hear each other through contracts.',
  },
];
const inRepo = (file: string, code: string) => ({
  name: `${file}: ${code}`,
  filename: `/repo/${file}`,
  code,
  options: [{ root: '/repo', zones }],
});
const ground = 'packages/tool/src/ground/deep/a.ts';
const roof = 'packages/tool/src/roof/a.ts';
const orders = 'packages/features/orders/src/a.ts';

ruleTester.run('boundaries', boundaries, {
  valid: [
    inRepo(ground, "import '../b.ts';"),
    inRepo(ground, "import fs from 'node:fs'; import { z } from 'zod';"),
    inRepo(ground, "export const text = '../../roof/b.ts';"),
    inRepo(roof, "import '../ground/b.ts'; import 'tool/ground/b';"),
    inRepo(roof, "import '../../package.json' with { type: 'json' };"),
    inRepo(
      orders,
      "import './b.ts'; import '../../orders/src/c.ts'; import { x } from '@repo/payments-contracts/events/x.v1'; export * from 'zod';",
    ),
    inRepo('packages/uixkit+(1)/a.ts', "import '../tool/src/roof/b.ts';"),
    inRepo('packages/ui-kit/a.ts', "import '../tool/src/roof/b.ts';"),
    inRepo('packages/uiikit/a.ts', "import '../tool/src/roof/b.ts';"),
    inRepo(ground, 'const b = await import(`../../${roof}/b.ts`); const text = `../../roof/b.ts`;'),
    inRepo(ground, "import ts = require('typescript'); import inner = ts.server;"),
    inRepo('scripts/a.ts', "import '../packages/tool/src/roof/b.ts';"),
  ],
  invalid: [
    {
      ...inRepo(ground, "import '../../roof/b.ts';"),
      errors: [{ message: "the ground may not import the roof ('../../roof/b.ts'). Everything stands on it.", line: 1, column: 8 }],
    },
    { ...inRepo('packages/ui.kit/a.ts', "import '../tool/src/roof/b.ts';"), errors: [{ messageId: 'crossed' }] },
    { ...inRepo('packages/ui+kit/a.ts', "import '../tool/src/roof/b.ts';"), errors: [{ messageId: 'crossed' }] },
    { ...inRepo(roof, "import '../../../ui.kit/b.ts';"), errors: [{ messageId: 'crossed' }] },
    { ...inRepo('packages/ui.kit+(1)/a.ts', "import '../tool/src/roof/b.ts';"), errors: [{ messageId: 'crossed' }] },
    { ...inRepo(ground, "import type { B } from '../../roof/b.ts';"), errors: [{ messageId: 'crossed' }] },
    { ...inRepo(ground, "export { b } from '../../roof/b.ts';"), errors: [{ messageId: 'crossed' }] },
    { ...inRepo(ground, "export * from '../../roof/b.ts';"), errors: [{ messageId: 'crossed' }] },
    { ...inRepo(ground, "type B = typeof import('../../roof/b.ts');"), errors: [{ messageId: 'crossed' }] },
    { ...inRepo(ground, "const b = await import('../../roof/b.ts');"), errors: [{ messageId: 'crossed' }] },
    { ...inRepo(ground, 'const b = await import(`../../roof/b.ts`);'), errors: [{ messageId: 'crossed', line: 1, column: 24 }] },
    { ...inRepo(ground, "import b = require('../../roof/b.ts');"), errors: [{ messageId: 'crossed', line: 1, column: 20 }] },
    {
      ...inRepo(orders, "import { x } from '@repo/payments';"),
      errors: [{ message: "a feature may not import a feature ('@repo/payments'). Features hear each other through contracts." }],
    },
    { ...inRepo(orders, "import '../../payments/src/b.ts';"), errors: [{ messageId: 'crossed' }] },
    { ...inRepo(orders, "import '../../../tool/src/ground/b.ts';"), errors: [{ messageId: 'crossed' }] },
    { ...inRepo('packages/contracts/orders/src/a.ts', "import '@repo/orders';"), errors: [{ messageId: 'crossed' }] },
  ],
});
