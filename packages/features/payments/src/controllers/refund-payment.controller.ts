import type { Bound } from '@formwork/feature';
import type { IRefundPaymentUseCase } from '../use-cases/refund-payment.use-case.ts';

/** Refunds a payment: whatever comes in is checked, and only what callers may see goes out. */
export const refundPaymentController = (refundPayment: Bound<IRefundPaymentUseCase>) => async (request: unknown) => {
  const { id, createdAt } = await refundPayment.fromUnknown(request);
  return { id, createdAt };
};
