import { defineFeature } from '@formwork/feature';
import fc from 'fast-check';
import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { longestName } from '../workspace/naming.ts';
import { parseManifest } from '../workspace/parse-manifest.ts';

/** Who takes a manifest, that is written out and that is run: both or neither. */
function takers(manifest: unknown): readonly string[] {
  const written = JSON.stringify(manifest);
  const read = parseManifest('feature.manifest.ts', `export const m = defineFeature(${written});`).manifest !== null;
  try {
    Reflect.apply(defineFeature, undefined, [JSON.parse(written)]);
    return read ? ['reader', 'defineFeature'] : ['defineFeature'];
  } catch {
    return read ? ['reader'] : [];
  }
}

const draft = { status: 'draft', mutates: false };
const named = (name: unknown) => ({ name, useCases: {} });
const useCase = (more: object, name = 'placeOrder') => ({ name: 'orders', useCases: { [name]: { ...draft, ...more } } });
const coverage = (asked: unknown) => ({ ...named('orders'), coverage: asked });

const taken: readonly unknown[] = [
  named('orders'),
  named('order-history2'),
  named('a'.repeat(longestName)),
  useCase({ status: 'live', mutates: true }),
  useCase({}, 'newOrder'),
  useCase({}, `${'a'.repeat(longestName - 2)}B`),
  useCase({ publishes: [], consumes: ['a.b-c.v1'], works: ['a.b.v999999'], audits: ['anything at all'] }),
  coverage({}),
  coverage({ baseline: { lines: 0 }, layers: { entities: { branches: 100 }, 'use-cases': {}, controllers: {} } }),
  coverage({ mutation: { targets: ['src/*.ts'], score: 99.5 } }),
];

const refused: readonly unknown[] = [
  'orders',
  [],
  {},
  { name: 'orders' },
  { useCases: {} },
  { ...named('orders'), coverge: {} },
  ...[1, '', 'Orders', 'new', 'delete', 'a_b', '1st', 'a-', 'order-1', 'a'.repeat(longestName + 1), ['orders']].map(named),
  { name: 'orders', useCases: [] },
  { name: 'orders', useCases: { placeOrder: true } },
  { name: 'orders', useCases: { placeOrder: {} } },
  { name: 'orders', useCases: { placeOrder: { status: 'draft' } } },
  ...['', 'delete', 'constructor', 'PlaceOrder', 'place-order', '1', `${'a'.repeat(longestName - 1)}B`].map((name) => useCase({}, name)),
  useCase({ status: 'done' }),
  useCase({ status: [] }),
  useCase({ mutates: 1 }),
  useCase({ publish: ['orders.order-placed.v1'] }),
  useCase({ publishes: 'orders.order-placed.v1' }),
  useCase({ publishes: ['orders.new.v1'] }),
  useCase({ publishes: ['new.order-placed.v1'] }),
  useCase({ publishes: ['orders.order-placed'] }),
  useCase({ publishes: ['orders.order-placed.v0'] }),
  useCase({ publishes: ['orders.order-placed.v1000000'] }),
  useCase({ publishes: [1] }),
  useCase({ publishes: ['a.b.v1', 'a.b.v1'] }),
  useCase({ audits: [''] }),
  useCase({ audits: [' '] }),
  useCase({ audits: ['order.placed', 'order.placed'] }),
  coverage(90),
  coverage({ base: {} }),
  coverage({ baseline: { lins: 1 } }),
  coverage({ baseline: { lines: 101 } }),
  coverage({ baseline: { lines: -1 } }),
  coverage({ baseline: { lines: '90' } }),
  coverage({ baseline: 90 }),
  coverage({ layers: { repos: {} } }),
  coverage({ layers: { entities: { lines: [] } } }),
  coverage({ mutation: { target: [] } }),
  coverage({ mutation: { targets: 'src' } }),
  coverage({ mutation: { targets: [1] } }),
  coverage({ mutation: { score: 120 } }),
];

for (const manifest of taken) {
  test(`the reader and defineFeature take ${JSON.stringify(manifest)}`, () => deepEqual(takers(manifest), ['reader', 'defineFeature']));
}

for (const manifest of refused) {
  test(`the reader and defineFeature refuse ${JSON.stringify(manifest)}`, () => deepEqual(takers(manifest), []));
}

test('no word of the language is a name to one and none to the other', () => {
  const words =
    'arguments async await break case catch class const constructor continue debugger default delete do else enum eval export extends ' +
    'false finally for from function get if implements import in instanceof interface let new null of package private protected ' +
    'prototype public return set static super switch then this throw true try type typeof undefined var void while with yield';
  const parted = words.split(' ').filter((word) => [named(word), useCase({}, word)].some((manifest) => takers(manifest).length === 1));
  deepEqual(parted, []);
});

test('no text is a name to one and none to the other', () => {
  const text = fc.stringMatching(/^[aB1-]{0,4}$/);
  const contract = fc.stringMatching(/^[aB1.-]{0,3}\.?[a1-]{0,3}\.v[01]{0,7}$/);
  fc.assert(
    fc.property(text, text, contract, (name, key, event) => {
      for (const manifest of [named(name), useCase({}, key), useCase({ consumes: [event] })]) {
        deepEqual(takers(manifest).length === 1, false, JSON.stringify(manifest));
      }
    }),
  );
});
