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
    coverage: { baseline: { lines: 90 }, layers: { entities: { branches: 50 } }, mutation: { score: 100 } },
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
    { manifest: { name: 'Orders', useCases: {} }, faults: ['"Orders" names no feature. Write kebab-case, for example order-history.'] },
    {
      manifest: { name: 'orders', useCases: { 'place-order': draft, PlaceOrder: draft } },
      faults: ['place-order', 'PlaceOrder'].map((name) => `"${name}" names no use case. Write camelCase, for example placeOrder.`),
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
});
