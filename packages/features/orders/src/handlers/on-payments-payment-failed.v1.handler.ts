import { type Bound, eventHandler } from '@formwork/feature';
import { paymentFailedV1 } from '@repo/payments-contracts/events/payment-failed.v1';
import type { IRejectPaymentUseCase } from '../use-cases/reject-payment.use-case.ts';

export const onPaymentsPaymentFailedV1 = (rejectPayment: Bound<IRejectPaymentUseCase>) =>
  eventHandler(paymentFailedV1, rejectPayment, ({ orderId }) => ({ orderId }));
