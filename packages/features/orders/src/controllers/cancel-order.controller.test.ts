import { stubUseCase } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { type ICancelOrderUseCase, cancelOrderInputSchema, cancelOrderOutputSchema } from '../use-cases/cancel-order.use-case.ts';
import { cancelOrderController } from './cancel-order.controller.ts';
import { presentOrder } from './order.presenter.ts';

const order = anOrder();

const controller = cancelOrderController(
  stubUseCase<ICancelOrderUseCase>({
    name: 'orders.cancelOrder',
    input: cancelOrderInputSchema,
    output: cancelOrderOutputSchema,
    respond: async () => order,
  }),
);

test('presents the order', async () => {
  expect(await controller({ orderId: order.id })).toEqual(presentOrder(order));
});

test('refuses what is no input', async () => {
  await expect(controller(null)).rejects.toMatchObject({ code: 'input/invalid' });
});
