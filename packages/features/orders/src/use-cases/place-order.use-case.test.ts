import { expect, test } from 'vitest';
import { ordersInMemory } from '../testing/orders-in-memory.ts';

const lines = [
  { sku: 'trowel', quantity: 2, unitPriceCents: 1250 },
  { sku: 'cement', quantity: 1, unitPriceCents: 900 },
];

test('places an order, keeps it, and tells what it costs', async () => {
  const { clock, orders, placeOrder, recorded } = await ordersInMemory();

  const order = await placeOrder({ customerId: 'ada', lines });

  expect(order).toEqual({ id: order.id, customerId: 'ada', lines, status: 'placed', placedAt: clock.now().toISOString() });
  expect(await orders.get(order.id)).toEqual(order);
  expect(recorded.published).toMatchObject([
    { name: 'orders.order-placed.v1', payload: { orderId: order.id, customerId: 'ada', totalCents: 3400 } },
  ]);
  expect(recorded.audited).toMatchObject([{ action: 'order.placed', details: { orderId: order.id } }]);
});

test('an order without lines is refused, and nothing is told', async () => {
  const { placeOrder, recorded } = await ordersInMemory();

  await expect(placeOrder({ customerId: 'ada', lines: [] })).rejects.toMatchObject({ code: 'input/invalid' });
  expect(recorded.published).toEqual([]);
});
