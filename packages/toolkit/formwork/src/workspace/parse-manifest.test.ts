import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { parseManifest } from './parse-manifest.ts';

const file = 'packages/features/orders/src/feature.manifest.ts';

const whole = `import { defineFeature } from '@formwork/feature';

/** What orders does. */
export const ordersManifest = defineFeature({
  name: 'orders',
  useCases: {
    placeOrder: {
      status: 'live',
      mutates: true,
      consumes: ['payments.payment-failed.v1'],
      works: ['orders.send-receipt.v1'],
      receives: ['orders.order-chat.v2'],
      publishes: ['orders.order-placed.v1', 'orders.order-placed.v2'],
      enqueues: ['orders.send-receipt.v1'],
      broadcasts: ['orders.order-feed.v1'],
      audits: ['order.placed'],
    },
    'getOrder': { status: 'draft', mutates: false },
  },
  coverage: {
    baseline: { lines: 90 },
    layers: { entities: { branches: 99.5 }, 'use-cases': {}, controllers: {} },
    mutation: { targets: ['src/entities/*.ts'], score: 85 },
  },
});
`;

test('a manifest is read with the place of every name', () => {
  const none = { consumes: [], works: [], receives: [] };
  deepEqual(parseManifest(file, whole), {
    manifest: {
      file,
      exportName: 'ordersManifest',
      name: 'orders',
      at: { line: 5, column: 9 },
      useCases: [
        {
          name: 'placeOrder',
          at: { line: 7, column: 5 },
          status: 'live',
          mutates: true,
          triggers: {
            consumes: [{ name: 'payments.payment-failed.v1', at: { line: 10, column: 18 } }],
            works: [{ name: 'orders.send-receipt.v1', at: { line: 11, column: 15 } }],
            receives: [{ name: 'orders.order-chat.v2', at: { line: 12, column: 18 } }],
          },
          effects: {
            publishes: [
              { name: 'orders.order-placed.v1', at: { line: 13, column: 19 } },
              { name: 'orders.order-placed.v2', at: { line: 13, column: 45 } },
            ],
            enqueues: [{ name: 'orders.send-receipt.v1', at: { line: 14, column: 18 } }],
            broadcasts: [{ name: 'orders.order-feed.v1', at: { line: 15, column: 20 } }],
            audits: [{ name: 'order.placed', at: { line: 16, column: 16 } }],
          },
        },
        {
          name: 'getOrder',
          at: { line: 18, column: 5 },
          status: 'draft',
          mutates: false,
          triggers: none,
          effects: { publishes: [], enqueues: [], broadcasts: [], audits: [] },
        },
      ],
      coverage: {
        baseline: { lines: 90 },
        layers: { entities: { branches: 99.5 }, 'use-cases': {}, controllers: {} },
        mutation: { targets: ['src/entities/*.ts'], score: 85 },
      },
      coverageAt: { line: 20, column: 13 },
    },
    findings: [],
  });
});

test('the least that a manifest may be', () => {
  const { manifest } = parseManifest(file, `export const aManifest = defineFeature({ name: 'a', useCases: {} });`);
  deepEqual(manifest, { file, exportName: 'aManifest', name: 'a', at: { line: 1, column: 48 }, useCases: [], coverage: {}, coverageAt: null });
});

/** Code, place and message of each finding for what stands between the braces of a manifest. */
function refusals(inside: string): readonly string[] {
  return refusalsOf(`export const m = defineFeature({${inside}});`, 32);
}

function refusalsOf(text: string, before = 0): readonly string[] {
  const { manifest, findings } = parseManifest(file, text);
  deepEqual(manifest, null, text);
  return findings.map((found) => {
    deepEqual([found.file, found.severity], [file, 'error']);
    return `${found.code.replace('workspace/manifest-', '')} ${found.line}:${found.column - (found.line === 1 ? before : 0)} ${found.message}`;
  });
}

const useCase = (inside: string) => `name: 'orders', useCases: { placeOrder: { status: 'live', mutates: true, ${inside} } }`;
const coverage = (inside: string) => `name: 'orders', useCases: {}, coverage: { ${inside} }`;
const whatever = 'which cannot be read without running it.';

const notLiteral: readonly (readonly [inside: string, ...findings: string[]])[] = [
  ['name: feature, useCases: {}', `not-literal 1:7 'name' holds the name 'feature', ${whatever}`],
  ['name, useCases: {}', `not-literal 1:1 'name' holds the name 'name', ${whatever}`],
  ['name: `orders`, useCases: {}', `not-literal 1:7 'name' holds a template, ${whatever}`],
  ['name: nameOf(), useCases: {}', `not-literal 1:7 'name' holds a call, ${whatever}`],
  ["name: 'or' + 'ders', useCases: {}", `not-literal 1:7 'name' holds an operator, ${whatever}`],
  ['name: names.orders, useCases: {}', `not-literal 1:7 'name' holds a member of something else, ${whatever}`],
  ["name: 'orders' as const, useCases: {}", `not-literal 1:7 'name' holds a type annotation, ${whatever}`],
  ['name: /orders/, useCases: {}', `not-literal 1:7 'name' holds /orders/, ${whatever}`],
  ['name: null, useCases: {}', `not-literal 1:7 'name' holds null, ${whatever}`],
  ['name: !orders, useCases: {}', `not-literal 1:7 'name' holds an operator, ${whatever}`],
  ['name: a ?? b, useCases: {}', `not-literal 1:7 'name' holds an operator, ${whatever}`],
  ['name: a ? b : c, useCases: {}', `not-literal 1:7 'name' holds an operator, ${whatever}`],
  ['name: () => 1, useCases: {}', `not-literal 1:7 'name' holds a function, ${whatever}`],
  ['name: class {}, useCases: {}', `not-literal 1:7 'name' holds an expression, ${whatever}`],
  ["name: 'orders', useCases() {}", `not-literal 1:25 'useCases' holds a function, ${whatever}`],
  ["...base, name: 'orders', useCases: {}", `not-literal 1:1 The manifest holds a spread, ${whatever}`],
  ["['name']: 'orders', useCases: {}", `not-literal 1:2 The manifest holds a computed key, ${whatever}`],
  ["name: 'orders', useCases: { ...more }", `not-literal 1:29 'useCases' holds a spread, ${whatever}`],
  [useCase('publishes: [...events]'), `not-literal 1:86 'useCases.placeOrder.publishes.0' holds a spread, ${whatever}`],
  [useCase("publishes: [, 'orders.a.v1']"), `not-literal 1:85 'useCases.placeOrder.publishes' holds a hole, ${whatever}`],
  [
    useCase('publishes: [a, b]'),
    `not-literal 1:86 'useCases.placeOrder.publishes.0' holds the name 'a', ${whatever}`,
    `not-literal 1:89 'useCases.placeOrder.publishes.1' holds the name 'b', ${whatever}`,
  ],
];

const invalid: readonly (readonly [inside: string, ...findings: string[]])[] = [
  ['useCases: {}', "invalid 1:0 'name' is missing."],
  ["name: 'orders'", "invalid 1:0 'useCases' is missing."],
  ["name: 'orders', useCase: {}", "invalid 1:17 'useCase' is no key of a manifest.", "invalid 1:0 'useCases' is missing."],
  ["name: 'orders', name: 'orders', useCases: {}", "invalid 1:17 'name' stands twice."],
  ["name: 'Orders', useCases: {}", "invalid 1:7 'name' is no name of a feature."],
  ["name: 'delete', useCases: {}", "invalid 1:7 'name' is no name of a feature."],
  ['name: 1, useCases: {}', "invalid 1:7 'name' is no name of a feature."],
  ["name: ['orders'], useCases: {}", "invalid 1:7 'name' is no name of a feature."],
  ["name: 'orders', useCases: []", "invalid 1:27 'useCases' is no object."],
  ["name: 'orders', useCases: { placeOrder: true }", "invalid 1:41 'useCases.placeOrder' is no object."],
  ["name: 'orders', useCases: { PlaceOrder: { status: 'live', mutates: true } }", "invalid 1:29 'PlaceOrder' is no name of a use case."],
  ["name: 'orders', useCases: { 1: { status: 'live', mutates: true } }", "invalid 1:29 '1' is no name of a use case."],
  [
    "name: 'orders', useCases: { placeOrder: {} }",
    "invalid 1:41 'useCases.placeOrder.status' is missing.",
    "invalid 1:41 'useCases.placeOrder.mutates' is missing.",
  ],
  [
    "name: 'orders', useCases: { placeOrder: { status: 'done', mutates: 'yes' } }",
    "invalid 1:51 'useCases.placeOrder.status' is neither 'live' nor 'draft'.",
    "invalid 1:68 'useCases.placeOrder.mutates' is neither true nor false.",
  ],
  [
    "name: 'orders', useCases: { placeOrder: { status: [], mutates: {} } }",
    "invalid 1:51 'useCases.placeOrder.status' is neither 'live' nor 'draft'.",
    "invalid 1:64 'useCases.placeOrder.mutates' is neither true nor false.",
  ],
  [useCase('publish: []'), "invalid 1:74 'useCases.placeOrder.publish' is no key of a manifest."],
  [useCase("publishes: 'orders.a.v1'"), "invalid 1:85 'useCases.placeOrder.publishes' is no list."],
  [useCase("publishes: ['orders.a']"), "invalid 1:86 'useCases.placeOrder.publishes' holds 'orders.a', which is no name."],
  [
    useCase('publishes: [1, []]'),
    "invalid 1:86 'useCases.placeOrder.publishes' holds something that is no text, which is no name.",
    "invalid 1:89 'useCases.placeOrder.publishes' holds something that is no text, which is no name.",
  ],
  [useCase("publishes: ['orders.a.v1', 'orders.a.v1']"), "invalid 1:101 'useCases.placeOrder.publishes' holds 'orders.a.v1' twice."],
  [useCase("audits: [' ']"), "invalid 1:83 'useCases.placeOrder.audits' holds ' ', which is no name."],
  [coverage('base: {}'), "invalid 1:43 'coverage.base' is no key of a manifest."],
  [coverage('baseline: { line: 1 }'), "invalid 1:55 'coverage.baseline.line' is no key of a manifest."],
  [coverage('baseline: { lines: 101 }'), "invalid 1:62 'coverage.baseline.lines' is no number from 0 to 100."],
  [coverage("baseline: { lines: '90' }"), "invalid 1:62 'coverage.baseline.lines' is no number from 0 to 100."],
  [coverage('baseline: 90'), "invalid 1:53 'coverage.baseline' is no object."],
  [coverage('layers: { entity: {} }'), "invalid 1:53 'coverage.layers.entity' is no key of a manifest."],
  [coverage('layers: { entities: { lines: [] } }'), "invalid 1:72 'coverage.layers.entities.lines' is no number from 0 to 100."],
  [
    coverage('mutation: { score: 120, target: 1 }'),
    "invalid 1:67 'coverage.mutation.target' is no key of a manifest.",
    "invalid 1:62 'coverage.mutation.score' is no number from 0 to 100.",
  ],
  [coverage("mutation: { targets: 'src' }"), "invalid 1:64 'coverage.mutation.targets' is no list of texts."],
  [coverage('mutation: { targets: [1] }'), "invalid 1:64 'coverage.mutation.targets' is no list of texts."],
];

for (const [inside, ...findings] of [...notLiteral, ...invalid]) test(`refused: ${inside}`, () => deepEqual(refusals(inside), findings));

const noDefinition = 'The manifest does not consist of one exported defineFeature call over one object.';

const others: readonly (readonly [text: string, ...findings: string[]])[] = [
  ['', `invalid 1:1 ${noDefinition}`],
  ["export default defineFeature({ name: 'a', useCases: {} });", `invalid 1:1 ${noDefinition}`],
  ["const m = defineFeature({ name: 'a', useCases: {} }); export { m };", `invalid 1:1 ${noDefinition}`],
  ["export const m = freeze(defineFeature({ name: 'a', useCases: {} }));", `invalid 1:1 ${noDefinition}`],
  ["export const [m] = defineFeature({ name: 'a', useCases: {} }), n = 1, o = of.all();", `invalid 1:1 ${noDefinition}`],
  ['export const m = defineFeature({}), n = defineFeature({});', `invalid 1:1 ${noDefinition}`],
  ['export const m = defineFeature();', `invalid 1:18 ${noDefinition}`],
  ['export const m = defineFeature({}, {});', `invalid 1:18 ${noDefinition}`],
  ['export const m = defineFeature(...all);', `not-literal 1:32 The manifest holds a spread, ${whatever}`],
  ['export const m = defineFeature(all);', `not-literal 1:32 The manifest holds the name 'all', ${whatever}`],
  ["export const m = defineFeature('orders');", 'invalid 1:32 What defineFeature is given is no object.'],
  ['export const m = defineFeature({\n  name: }\n);', `workspace/syntax-error 2:9 ${file} cannot be parsed: Unexpected token.`],
  ['\0\u0001PNG\0', `workspace/syntax-error 1:1 ${file} cannot be parsed: Invalid Character \`\u0000\`.`],
];

for (const [text, ...findings] of others) test(`refused: ${JSON.stringify(text)}`, () => deepEqual(refusalsOf(text), findings));

test('a fix says what was meant', () => {
  const { findings } = parseManifest(file, "export const m = defineFeature({ name: 'a', useCases: {}, coverge: {} });");
  deepEqual(
    findings.map(({ fix }) => fix),
    ["Did you mean coverage? Use 'name', 'useCases', 'coverage', or take it out."],
  );
});
