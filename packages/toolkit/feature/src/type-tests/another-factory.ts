import { bindFeature, type BindContext } from '../index.ts';
import {
  ordersManifest,
  placeOrderInputSchema,
  placeOrderOutputSchema,
  placeOrderUseCase,
} from './orders.ts';

export const bindOrders = (context: BindContext<typeof ordersManifest>) =>
  bindFeature(ordersManifest, context, {
    placeOrder: {
      input: placeOrderInputSchema,
      output: placeOrderOutputSchema,
      create: (capabilities) => placeOrderUseCase({ ...capabilities, nextId: () => 'order-1' }),
    },
    rejectOrder: {
      input: placeOrderInputSchema,
      output: placeOrderOutputSchema,
      create: () => placeOrderUseCase(dependencies),
    },
  });

declare const dependencies: Parameters<typeof placeOrderUseCase>[0];
