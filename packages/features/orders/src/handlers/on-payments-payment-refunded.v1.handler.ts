import { type Bound, eventHandler } from '@formwork/feature';
import { paymentRefundedV1 } from '@repo/payments-contracts/events/payment-refunded.v1';
import type { IRecordRefundUseCase } from '../use-cases/record-refund.use-case.ts';

export const onPaymentsPaymentRefundedV1 = (recordRefund: Bound<IRecordRefundUseCase>) =>
  eventHandler(paymentRefundedV1, recordRefund, ({ orderId }) => ({ orderId }));
