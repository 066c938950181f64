import { bindFeature } from '../index.ts';
import { memoryComposition } from '../testing/index.ts';
import { ordersManifest, placeOrderInputSchema, placeOrderOutputSchema, rejectOrderInputSchema, rejectOrderOutputSchema } from './orders.ts';

const { telemetry, clock, events, jobs, realtime } = memoryComposition().context;
export const useCases = bindFeature(
  ordersManifest,
  { telemetry, clock, events, jobs, realtime },
  {
    placeOrder: { input: placeOrderInputSchema, output: placeOrderOutputSchema, create: () => async () => ({ orderId: '1' }) },
    rejectOrder: { input: rejectOrderInputSchema, output: rejectOrderOutputSchema, create: () => async () => ({ rejected: true }) },
  },
);
