import { type Bound, eventHandler } from '@formwork/feature';
import { orderPlacedV1 } from '@repo/orders-contracts/events/order-placed.v1';
import type { ITakePaymentUseCase } from '../use-cases/take-payment.use-case.ts';

export const onOrdersOrderPlacedV1 = (takePayment: Bound<ITakePaymentUseCase>) =>
  eventHandler(orderPlacedV1, takePayment, ({ orderId, customerId, totalCents }) => ({ orderId, customerId, amountCents: totalCents }));
