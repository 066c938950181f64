import { stubUseCase } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { type IGetOrderUseCase, getOrderInputSchema, getOrderOutputSchema } from '../use-cases/get-order.use-case.ts';
import { getOrderController } from './get-order.controller.ts';
import { presentOrder } from './order.presenter.ts';

const order = anOrder();

const controller = getOrderController(
  stubUseCase<IGetOrderUseCase>({
    name: 'orders.getOrder',
    input: getOrderInputSchema,
    output: getOrderOutputSchema,
    respond: async () => order,
  }),
);

test('presents the order', async () => {
  expect(await controller({ orderId: order.id })).toEqual(presentOrder(order));
});

test('refuses what is no input', async () => {
  await expect(controller(null)).rejects.toMatchObject({ code: 'input/invalid' });
});
