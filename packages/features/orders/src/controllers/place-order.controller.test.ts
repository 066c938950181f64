import { stubUseCase } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { type IPlaceOrderUseCase, placeOrderInputSchema, placeOrderOutputSchema } from '../use-cases/place-order.use-case.ts';
import { placeOrderController } from './place-order.controller.ts';
import { presentOrder } from './order.presenter.ts';

const order = anOrder();

const controller = placeOrderController(
  stubUseCase<IPlaceOrderUseCase>({
    name: 'orders.placeOrder',
    input: placeOrderInputSchema,
    output: placeOrderOutputSchema,
    respond: async () => order,
  }),
);

test('presents the order', async () => {
  expect(await controller({ customerId: order.customerId, lines: order.lines })).toEqual(presentOrder(order));
});

test('refuses what is no input', async () => {
  await expect(controller(null)).rejects.toMatchObject({ code: 'input/invalid' });
});
