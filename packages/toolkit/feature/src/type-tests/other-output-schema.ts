import { bindFeature, type BindContext } from '../index.ts';
import {
  ordersManifest,
  placeOrderInputSchema,
  placeOrderOutputSchema,
  placeOrderUseCase,
  rejectOrderInputSchema,
  rejectOrderUseCase,
} from './orders.ts';

export const bindOrders = (context: BindContext<typeof ordersManifest>) =>
  bindFeature(ordersManifest, context, {
    placeOrder: {
      input: placeOrderInputSchema,
      output: placeOrderOutputSchema,
      create: (capabilities) => placeOrderUseCase({ ...capabilities, nextId: () => 'order-1' }),
    },
    rejectOrder: {
      input: rejectOrderInputSchema,
      output: placeOrderOutputSchema,
      create: (capabilities) => rejectOrderUseCase({ ...capabilities, rejected: new Set() }),
    },
  });
