import { describe, expect, test } from 'vitest';
import { FeatureError } from './errors.ts';
import { defineFeature, type FeatureManifest } from './manifest.ts';

const whole = () =>
  ({
    name: 'order-history',
    useCases: {
      placeOrder: {
        status: 'live',
        mutates: true,
        consumes: ['payments.payment-failed.v1'],
        works: ['orders.send-receipt.v1'],
        receives: ['orders.order-feed.v1'],
        publishes: ['orders.order-placed.v1'],
        enqueues: ['orders.send-receipt.v1'],
        broadcasts: ['orders.order-feed.v1'],
        audits: ['order.placed'],
      },
    },
    coverage: { baseline: { lines: 90 }, layers: { entities: { branches: 50 } }, mutation: { targets: ['src/entities/*.ts'], score: 100 } },
  }) as const;

test('a manifest is returned as it is, frozen through and through', () => {
  const manifest = whole();
  const defined = defineFeature(manifest);
  expect(defined).toBe(manifest);
  expect(defined).toEqual(whole());
  expect([defined, defined.useCases, defined.useCases.placeOrder, defined.useCases.placeOrder.consumes, defined.coverage.layers.entities].every(Object.isFrozen)).toBe(
    true,
  );
});

describe('what breaks the law is refused, all of it at once', () => {
  const draft = { status: 'draft', mutates: false } as const;
  const misspelt = { ...draft, publish: ['orders.order-placed.v1'] };

  test.each<{ manifest: FeatureManifest; faults: string[] }>([
    { manifest: { name: 'Orders', useCases: {} }, faults: ['"Orders" names no feature. Write kebab-case that is no word of the language, for example order-history.'] },
    {
      manifest: { name: 'orders', useCases: { 'place-order': draft, PlaceOrder: draft } },
      faults: ['place-order', 'PlaceOrder'].map((name) => `"${name}" names no use case. Write camelCase that is no word of the language, for example placeOrder.`),
    },
    {
      manifest: { name: 'orders', useCases: { placeOrder: { ...draft, publishes: ['order-placed'], works: ['orders.sendReceipt.v1'] } } },
      faults: [
        'orders.placeOrder works "orders.sendReceipt.v1", which names no contract. Write <feature>.<kebab-case>.v<n>.',
        'orders.placeOrder publishes "order-placed", which names no contract. Write <feature>.<kebab-case>.v<n>.',
      ],
    },
    {
      manifest: { name: 'orders', useCases: { placeOrder: { ...draft, audits: ['order.placed', 'order.placed'] } } },
      faults: ['orders.placeOrder audits "order.placed" twice.'],
    },
    {
      manifest: { name: 'orders', useCases: { placeOrder: misspelt } },
      faults: [
        'orders.placeOrder has "publish", which is none of status, mutates, consumes, works, receives, publishes, enqueues, broadcasts, audits.',
      ],
    },
    {
      manifest: { name: 'orders', useCases: {}, coverage: { baseline: { lines: 101 }, layers: { controllers: { branches: -1 } }, mutation: { score: NaN } } },
      faults: [
        'coverage asks lines of 101, which is no percentage.',
        'coverage asks branches of -1, which is no percentage.',
        'coverage asks score of NaN, which is no percentage.',
      ],
    },
  ])('$faults', ({ manifest, faults }) => {
    expect(() => defineFeature(manifest)).toThrow(
      new FeatureError('manifest/invalid', faults.join('\n'), { issues: faults.map((message) => ({ message })) }),
    );
  });

  test.each<{ given: string; faults: string[] }>([
    { given: '"orders"', faults: ['the manifest is no object.'] },
    { given: '[]', faults: ['the manifest is no object.'] },
    { given: '{}', faults: ['the manifest has no "name".', 'the manifest has no "useCases".'] },
    {
      given: '{ "name": 1, "useCases": { "placeOrder": null } }',
      faults: ['1 names no feature. Write kebab-case that is no word of the language, for example order-history.', 'useCases.placeOrder is no object.'],
    },
    { given: '{ "name": "orders", "useCases": [] }', faults: ['useCases of the manifest is no object.'] },
    {
      given: '{ "name": "orders", "useCases": { "placeOrder": {} } }',
      faults: ['orders.placeOrder has no "status".', 'orders.placeOrder has no "mutates".'],
    },
    {
      given: '{ "name": "orders", "useCases": { "placeOrder": { "status": "done", "mutates": 1, "works": "a.b.v1", "audits": ["", null] } } }',
      faults: [
        'orders.placeOrder has the status "done", which is neither "live" nor "draft".',
        'orders.placeOrder mutates 1, which is neither true nor false.',
        'orders.placeOrder works "a.b.v1", which is no list.',
        'orders.placeOrder audits "", which names no action. Write what was done, for example order.placed.',
        'orders.placeOrder audits something of type object, which names no action. Write what was done, for example order.placed.',
      ],
    },
    {
      given: '{ "name": "orders", "useCases": {}, "coverage": { "baseline": { "lins": 1 }, "layers": { "repos": {} }, "mutation": { "targets": [1], "scores": 1 } } }',
      faults: [
        'coverage.baseline has "lins", which is none of statements, branches, functions, lines.',
        'coverage.layers has "repos", which is none of entities, use-cases, controllers.',
        'coverage.mutation has "scores", which is none of targets, score.',
        'coverage.mutation.targets is no list of texts.',
      ],
    },
    { given: '{ "name": "orders", "useCases": {}, "coverage": 90 }', faults: ['coverage is no object.'] },
  ])('$given, which no compiler saw', ({ given, faults }) => {
    expect(() => defineFeature(JSON.parse(given))).toThrow(
      new FeatureError('manifest/invalid', faults.join('\n'), { issues: faults.map((message) => ({ message })) }),
    );
  });
});
