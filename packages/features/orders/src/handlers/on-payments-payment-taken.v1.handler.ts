import { type Bound, eventHandler } from '@formwork/feature';
import { paymentTakenV1 } from '@repo/payments-contracts/events/payment-taken.v1';
import type { IConfirmPaymentUseCase } from '../use-cases/confirm-payment.use-case.ts';

export const onPaymentsPaymentTakenV1 = (confirmPayment: Bound<IConfirmPaymentUseCase>) =>
  eventHandler(paymentTakenV1, confirmPayment, ({ orderId }) => ({ orderId }));
