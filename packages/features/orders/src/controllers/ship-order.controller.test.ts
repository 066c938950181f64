import { stubUseCase } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import type { Order } from '../entities/order.entity.ts';
import { type IShipOrderUseCase, shipOrderInputSchema, shipOrderOutputSchema } from '../use-cases/ship-order.use-case.ts';
import { shipOrderController } from './ship-order.controller.ts';
import { presentOrder } from './order.presenter.ts';

const order: Order = {
  id: '0a0f4c1e-0000-4000-8000-000000000001',
  customerId: 'ada',
  lines: [{ sku: 'trowel', quantity: 2, unitPriceCents: 1250 }],
  status: 'placed',
  placedAt: '2026-01-01T00:00:00.000Z',
};

const controller = shipOrderController(
  stubUseCase<IShipOrderUseCase>({
    name: 'orders.shipOrder',
    input: shipOrderInputSchema,
    output: shipOrderOutputSchema,
    respond: async () => order,
  }),
);

test('presents the order', async () => {
  expect(await controller({ orderId: order.id })).toEqual(presentOrder(order));
});

test('refuses what is no input', async () => {
  await expect(controller(null)).rejects.toMatchObject({ code: 'input/invalid' });
});
