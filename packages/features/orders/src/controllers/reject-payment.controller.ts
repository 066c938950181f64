import type { Bound } from '@formwork/feature';
import type { IRejectPaymentUseCase } from '../use-cases/reject-payment.use-case.ts';

/** Rejects a payment: whatever comes in is checked, and only what callers may see goes out. */
export const rejectPaymentController = (rejectPayment: Bound<IRejectPaymentUseCase>) => async (request: unknown) => {
  const { id, createdAt } = await rejectPayment.fromUnknown(request);
  return { id, createdAt };
};
