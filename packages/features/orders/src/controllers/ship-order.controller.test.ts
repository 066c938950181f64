import { stubUseCase } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { type IShipOrderUseCase, shipOrderInputSchema, shipOrderOutputSchema } from '../use-cases/ship-order.use-case.ts';
import { shipOrderController } from './ship-order.controller.ts';
import { presentOrder } from './order.presenter.ts';

const order = anOrder();

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
