import { describe, expect, test } from 'vitest';
import { assertConformance } from './assert-conformance.ts';
import { FeatureError } from './errors.ts';
import { defineFeature } from './manifest.ts';

const manifest = defineFeature({
  name: 'orders',
  useCases: {
    rejectOrder: { status: 'live', mutates: true, consumes: ['payments.payment-failed.v1'] },
    sendReceipt: { status: 'live', mutates: true, works: ['orders.send-receipt.v1'], receives: ['orders.order-feed.v1'] },
    shipOrder: { status: 'draft', mutates: true, consumes: ['payments.payment-taken.v1'] },
  },
});

/** `orders.rejectOrder consumes payments.payment-failed.v1`, as the connections of a binder say it. */
const triggers = (...lines: string[]) =>
  lines.map((line) => {
    const [useCase = '', kind = '', name = ''] = line.split(' ');
    return { useCase, kind, contract: { name } };
  });

const useCases = { rejectOrder: 1, sendReceipt: 1, shipOrder: 1 };
const all = [
  'orders.rejectOrder consumes payments.payment-failed.v1',
  'orders.sendReceipt works orders.send-receipt.v1',
  'orders.sendReceipt receives orders.order-feed.v1',
] as const;

test.each([
  { what: 'what is declared, a draft without its triggers', lines: all },
  { what: 'a draft that hears already what it declares', lines: [...all, 'orders.shipOrder consumes payments.payment-taken.v1'] },
])('conforms: $what', ({ lines }) => {
  expect(() => assertConformance(manifest, { useCases, triggers: triggers(...lines) })).not.toThrow();
});

describe('does not conform', () => {
  test.each([
    { broken: ['orders.shipOrder is declared, and not bound.'], connected: { useCases: { rejectOrder: 1, sendReceipt: 1 }, triggers: triggers(...all) } },
    { broken: ['orders.payOrder is bound, and not declared.'], connected: { useCases: { ...useCases, payOrder: 1 }, triggers: triggers(...all) } },
    {
      broken: [`${all[0]}: declared, and nothing is connected to it.`, `${all[2]}: declared, and nothing is connected to it.`],
      connected: { useCases, triggers: triggers(all[1]) },
    },
    {
      broken: ['orders.rejectOrder consumes orders.order-placed.v1: connected, and not declared.'],
      connected: { useCases, triggers: triggers(...all, 'orders.rejectOrder consumes orders.order-placed.v1') },
    },
    { broken: [`${all[0]}: connected more than once.`], connected: { useCases, triggers: triggers(...all, all[0], all[0]) } },
    {
      broken: [
        'orders.shipOrder is declared, and not bound.',
        'orders.payOrder is bound, and not declared.',
        `${all[0]}: declared, and nothing is connected to it.`,
        'orders.payOrder works orders.pay.v1: connected, and not declared.',
        `${all[1]}: connected more than once.`,
      ],
      connected: {
        useCases: { rejectOrder: 1, sendReceipt: 1, payOrder: 1 },
        triggers: triggers(all[1], all[1], all[2], 'orders.payOrder works orders.pay.v1'),
      },
    },
  ])('$broken', ({ broken, connected }) => {
    expect(() => assertConformance(manifest, connected)).toThrow(
      new FeatureError('conformance/broken', ['orders is not what its manifest declares:', ...broken].join('\n- '), {
        issues: broken.map((message) => ({ message })),
      }),
    );
  });
});
