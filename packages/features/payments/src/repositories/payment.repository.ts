import type { Payment } from '../entities/payment.entity.ts';

/** Where payments are kept, one for each order. */
export interface IPaymentRepository {
  /** Null where there is none. */
  readonly findByOrder: (orderId: string) => Promise<Payment | null>;
  /** Adds the payment, or replaces the one of its order. */
  readonly save: (payment: Payment) => Promise<void>;
}
