import type { Bound } from '@formwork/feature';
import type { ITakePaymentUseCase } from '../use-cases/take-payment.use-case.ts';

/** Takes a payment: whatever comes in is checked, and only what callers may see goes out. */
export const takePaymentController = (takePayment: Bound<ITakePaymentUseCase>) => async (request: unknown) => {
  const { id, createdAt } = await takePayment.fromUnknown(request);
  return { id, createdAt };
};
