import { expect, test } from 'vitest';
import type { Bound } from '../use-case.ts';
import { placeOrderInputSchema, placeOrderOutputSchema, type IPlaceOrderUseCase } from '../type-tests/orders.ts';
import { stubUseCase } from './stub-use-case.ts';

const placeOrderController = (placeOrder: Bound<IPlaceOrderUseCase>) => async (request: unknown) => (await placeOrder.fromUnknown(request)).orderId;

const stub = (respond: IPlaceOrderUseCase) =>
  stubUseCase<IPlaceOrderUseCase>({ name: 'orders.placeOrder', input: placeOrderInputSchema, output: placeOrderOutputSchema, respond });

test('answers as it is told, on a validated input', async () => {
  const placeOrder = stub(async ({ sku, amount }) => ({ orderId: `${sku} times ${amount}` }));
  await expect(placeOrderController(placeOrder)({ sku: 'a', amount: '2' })).resolves.toBe('a times 2');
  expect(placeOrder.useCase).toBe('orders.placeOrder');
});

test('refuses and fails as a real one does', async () => {
  const controller = placeOrderController(stub(() => Promise.reject(new Error('sold out'))));
  await expect(controller({ sku: 'a', amount: 1 })).rejects.toThrow('sold out');
  await expect(controller({})).rejects.toMatchObject({ code: 'input/invalid' });
});
