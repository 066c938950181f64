import type { Bound } from '@formwork/feature';
import type { IConfirmPaymentUseCase } from '../use-cases/confirm-payment.use-case.ts';

/** Confirms a payment: whatever comes in is checked, and only what callers may see goes out. */
export const confirmPaymentController = (confirmPayment: Bound<IConfirmPaymentUseCase>) => async (request: unknown) => {
  const { id, createdAt } = await confirmPayment.fromUnknown(request);
  return { id, createdAt };
};
