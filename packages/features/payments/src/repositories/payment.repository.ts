import type { Payment } from '../entities/payment.entity.ts';

/** Where payments are kept. */
export interface IPaymentRepository {
  /** Keeps a payment, in place of the one with the same id. */
  readonly save: (payment: Payment) => Promise<void>;
  /** Rejects with `PaymentNotFoundError` where there is none. */
  readonly get: (id: string) => Promise<Payment>;
}
