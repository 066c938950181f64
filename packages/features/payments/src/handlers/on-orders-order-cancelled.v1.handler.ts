import { type Bound, eventHandler } from '@formwork/feature';
import { orderCancelledV1 } from '@repo/orders-contracts/events/order-cancelled.v1';
import type { IRefundPaymentUseCase } from '../use-cases/refund-payment.use-case.ts';

export const onOrdersOrderCancelledV1 = (refundPayment: Bound<IRefundPaymentUseCase>) =>
  eventHandler(orderCancelledV1, refundPayment, ({ orderId }) => ({ orderId }));
