import type { Bound } from '@formwork/feature';
import type { Payment } from '../entities/payment.entity.ts';
import type { IGetPaymentUseCase } from '../use-cases/get-payment.use-case.ts';

/** Gets a payment: whatever comes in is checked, and only what callers may see goes out. */
export const getPaymentController =
  (getPayment: Bound<IGetPaymentUseCase>) =>
  async (request: unknown): Promise<Pick<Payment, 'amountCents' | 'orderId' | 'status'>> => {
    const { amountCents, orderId, status } = await getPayment.fromUnknown(request);
    return { amountCents, orderId, status };
  };
