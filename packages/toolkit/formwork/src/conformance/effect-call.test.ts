import { equal } from 'node:assert/strict';
import test from 'node:test';
import { effectCall } from './effect-call.ts';

for (const [kind, name, call] of [
  ['publishes', 'orders.order-placed.v1', 'publish(orderPlacedV1, …)'],
  ['enqueues', 'orders.send-receipt.v2', 'enqueue(sendReceiptV2, …)'],
  ['broadcasts', 'orders.order-feed.v1', 'broadcast(orderFeedV1, …)'],
  ['audits', 'order.placed', "audit('order.placed')"],
  ['publishes', 'no contract', "publish('no contract')"],
] as const) {
  test(`${kind} ${name}: ${call}`, () => equal(effectCall(kind, name), call));
}
