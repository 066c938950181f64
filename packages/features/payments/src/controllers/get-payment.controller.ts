import type { Bound } from '@formwork/feature';
import type { IGetPaymentUseCase } from '../use-cases/get-payment.use-case.ts';

/** Gets a payment: whatever comes in is checked, and only what callers may see goes out. */
export const getPaymentController = (getPayment: Bound<IGetPaymentUseCase>) => async (request: unknown) => {
  const { id, createdAt } = await getPayment.fromUnknown(request);
  return { id, createdAt };
};
