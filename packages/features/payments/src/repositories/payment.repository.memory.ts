import type { Payment } from '../entities/payment.entity.ts';
import type { IPaymentRepository } from './payment.repository.ts';

/** Keeps payments for as long as the process runs. */
export const memoryPaymentRepository = (): IPaymentRepository => {
  const kept = new Map<string, Payment>();
  return {
    save: async (payment) => {
      kept.set(payment.orderId, structuredClone(payment));
    },
    findByOrder: async (orderId) => structuredClone(kept.get(orderId) ?? null),
  };
};
