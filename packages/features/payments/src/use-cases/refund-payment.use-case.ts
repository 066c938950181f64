import type { Capabilities, Clock, UseCase } from '@formwork/feature';
import { paymentRefundedV1 } from '@repo/payments-contracts/events/payment-refunded.v1';
import { z } from 'zod';
import { isRefundable, type Payment, paymentSchema } from '../entities/payment.entity.ts';
import type { paymentsManifest } from '../feature.manifest.ts';
import type { ICardGateway } from '../gateways/card.gateway.ts';
import type { IPaymentRepository } from '../repositories/payment.repository.ts';

export const refundPaymentInputSchema = z.object({
  orderId: z.uuid(),
});

export const refundPaymentOutputSchema = paymentSchema;

export type IRefundPaymentUseCase = UseCase<'payments.refundPayment', typeof refundPaymentInputSchema, typeof refundPaymentOutputSchema>;

export type RefundPaymentDependencies = Capabilities<typeof paymentsManifest, 'refundPayment'> & {
  readonly cards: ICardGateway;
  readonly clock: Clock;
  readonly payments: IPaymentRepository;
};

/**
 * Gives back what was taken for an order. Where nothing was taken yet, it sees to it that nothing will be.
 * The refund is kept last: where telling of it fails, the event comes again and it is told.
 */
export const refundPaymentUseCase =
  ({ audit, cards, clock, payments, publish }: RefundPaymentDependencies): IRefundPaymentUseCase =>
  async ({ orderId }) => {
    const updatedAt = clock.now().toISOString();
    const payment: Payment = (await payments.findByOrder(orderId)) ?? { id: orderId, orderId, amountCents: 0, status: 'voided', updatedAt };
    if (!isRefundable(payment)) {
      await payments.save(payment);
      return payment;
    }
    const refunded: Payment = { ...payment, status: 'refunded', updatedAt };
    await cards.refund({ paymentId: payment.id, amountCents: payment.amountCents });
    await publish(paymentRefundedV1, { paymentId: payment.id, orderId, amountCents: payment.amountCents });
    await audit('payment.refunded', { paymentId: payment.id, amountCents: payment.amountCents });
    await payments.save(refunded);
    return refunded;
  };
