import test from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import {
  camel,
  contractExport,
  contractNameOf,
  isName,
  isReserved,
  isUseCaseName,
  kebab,
  longestName,
  parseContractFile,
  parseContractName,
  pascal,
  triggerFiles,
} from './naming.ts';

const segment = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const name = fc
  .array(segment, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('-'))
  .filter((text) => !isReserved(text));

test('kebab-case and camelCase map one to one', () => {
  fc.assert(
    fc.property(name, (text) => {
      equal(kebab(camel(text)), text);
      equal(kebab(pascal(text)), text);
      equal(isName(text), true);
      equal(isUseCaseName(camel(text)), true);
    }),
  );
});

test('a name is kebab-case, short, and no word of the language', () => {
  const cases: [string, boolean][] = [
    ['billing', true],
    ['order-v2-import', true],
    ['a'.repeat(longestName), true],
    ['a'.repeat(longestName + 1), false],
    ['', false],
    ['Billing', false],
    ['bill ing', false],
    ['../billing', false],
    ['billing-', false],
    ['-billing', false],
    ['bill--ing', false],
    ['bill-2', false],
    ['2bill', false],
    ['delete', false],
    ['billing\n', false],
    ['bílling', false],
  ];
  deepEqual(
    cases.map(([text]) => [text, isName(text)]),
    cases,
  );
});

test('a use case is named in camelCase', () => {
  const cases: [string, boolean][] = [
    ['placeOrder', true],
    ['place', true],
    ['PlaceOrder', false],
    ['place-order', false],
    ['placeABet', true],
    ['place_order', false],
    ['constructor', false],
    ['then', false],
    ['delete', false],
    ['toString', true],
  ];
  deepEqual(
    cases.map(([text]) => [text, isUseCaseName(text)]),
    cases,
  );
});

test('a contract name comes apart', () => {
  const cases: [string, ReturnType<typeof parseContractName>][] = [
    ['orders.order-placed.v1', { feature: 'orders', name: 'order-placed', version: 1 }],
    ['orders.order-placed.v12', { feature: 'orders', name: 'order-placed', version: 12 }],
    ['orders.order-placed', null],
    ['orders.order-placed.v0', null],
    ['orders.order-placed.v01', null],
    ['orders.orderPlaced.v1', null],
    ['order-placed.v1', null],
    ['a.b.c.v1', null],
    ['orders.order--placed.v1', null],
  ];
  for (const [text, expected] of cases) deepEqual(parseContractName(text), expected, text);
});

test('a contract file says its name, version and kind', () => {
  deepEqual(parseContractFile('order-placed.v2.event.ts'), { name: 'order-placed', version: 2, kind: 'event' });
  deepEqual(parseContractFile('order-feed.v1.channel.ts'), { name: 'order-feed', version: 1, kind: 'channel' });
  deepEqual(parseContractFile('send-receipt.v1.job.ts'), { name: 'send-receipt', version: 1, kind: 'job' });
  for (const other of [
    'order-placed.event.ts',
    'order-placed.v1.event.test.ts',
    'orderPlaced.v1.event.ts',
    'order--placed.v1.job.ts',
    'index.ts',
  ]) {
    equal(parseContractFile(other), null, other);
  }
});

test('an import alone tells which contract it is', () => {
  const where = { feature: 'orders', scope: '@repo' };
  const cases: [string, string, string | null][] = [
    ['@repo/payments-contracts/events/payment-failed.v1', 'paymentFailedV1', 'payments.payment-failed.v1'],
    ['@repo/user-accounts-contracts/events/user-signed-up.v2', 'userSignedUpV2', 'user-accounts.user-signed-up.v2'],
    ['@repo/orders-contracts/channels/order-feed.v1', 'orderFeedV1', 'orders.order-feed.v1'],
    ['../contracts/send-receipt.v1.job.ts', 'sendReceiptV1', 'orders.send-receipt.v1'],
    ['./send-receipt.v1.job.ts', 'sendReceiptV1', 'orders.send-receipt.v1'],
    ['../../contracts/send-receipt.v1.job.ts', 'sendReceiptV1', 'orders.send-receipt.v1'],
    ['../contracts/send-receipt.v1.job.ts', 'sendReceiptV2', null],
    ['../../../payments/src/contracts/send-receipt.v1.job.ts', 'sendReceiptV1', null],
    ['../contracts/send-receipt.v1.event.ts', 'sendReceiptV1', null],
    ['@repo/payments-contracts/events/payment-failed.v1', 'paymentFailedV2', null],
    ['@repo/payments-contracts/events/payment-failed.v1', 'default', null],
    ['@repo/payments-contracts', 'paymentFailedV1', null],
    ['@repo/payments--contracts/events/payment-failed.v1', 'paymentFailedV1', null],
    ['@other/payments-contracts/events/payment-failed.v1', 'paymentFailedV1', null],
    ['@repository/payments-contracts/events/payment-failed.v1', 'paymentFailedV1', null],
    ['zod', 'z', null],
  ];
  for (const [specifier, imported, expected] of cases)
    equal(contractNameOf(specifier, imported, where), expected, `${imported} of ${specifier}`);
});

test('a contract is exported in camelCase with its version', () => {
  equal(contractExport({ name: 'order-placed', version: 1 }), 'orderPlacedV1');
});

for (const [kind, contract, ...files] of [
  ['consumes', 'payments.payment-failed.v1', 'handlers/on-payments-payment-failed.v1.handler.ts'],
  ['works', 'orders.send-receipt.v2', 'jobs/send-receipt.v2.worker.ts'],
  ['receives', 'orders.order-feed.v1', 'realtime/on-orders-order-feed.v1.handler.ts', 'realtime/on-order-feed.v1.handler.ts'],
] as const) {
  test(`what ${kind} ${contract} lies in ${files.join(' or ')}`, () => deepEqual(triggerFiles(kind, contract), files));
}
