import type { Capabilities, Clock, UseCase } from '@formwork/feature';
import { paymentFailedV1 } from '@repo/payments-contracts/events/payment-failed.v1';
import { paymentTakenV1 } from '@repo/payments-contracts/events/payment-taken.v1';
import { z } from 'zod';
import { type Payment, paymentSchema } from '../entities/payment.entity.ts';
import type { paymentsManifest } from '../feature.manifest.ts';
import type { ICardGateway } from '../gateways/card.gateway.ts';
import type { IPaymentRepository } from '../repositories/payment.repository.ts';

export const takePaymentInputSchema = z.object({
  orderId: z.uuid(),
  customerId: z.string().min(1),
  amountCents: z.int().positive(),
});

export const takePaymentOutputSchema = paymentSchema;

export type ITakePaymentUseCase = UseCase<'payments.takePayment', typeof takePaymentInputSchema, typeof takePaymentOutputSchema>;

export type TakePaymentDependencies = Capabilities<typeof paymentsManifest, 'takePayment'> & {
  readonly cards: ICardGateway;
  readonly clock: Clock;
  readonly payments: IPaymentRepository;
};

/** Charges the customer once for an order: heard twice, or after the order was cancelled, it changes nothing. */
export const takePaymentUseCase =
  ({ audit, cards, clock, payments, publish }: TakePaymentDependencies): ITakePaymentUseCase =>
  async ({ orderId, customerId, amountCents }) => {
    const known = await payments.findByOrder(orderId);
    if (known !== null) return known;

    // The order's id names the payment, and the payment is kept last: where anything fails in between, the event comes again, the charge is the
    // same charge to the gateway, and what was not told yet is told.
    const paymentId = orderId;
    const charge = await cards.charge({ paymentId, customerId, amountCents });
    const payment: Payment = { id: paymentId, orderId, amountCents, status: charge.accepted ? 'taken' : 'failed', updatedAt: clock.now().toISOString() };
    if (charge.accepted) {
      await publish(paymentTakenV1, { paymentId, orderId, amountCents });
      await audit('payment.taken', { paymentId, amountCents });
    } else {
      await publish(paymentFailedV1, { orderId, reason: charge.reason });
      await audit('payment.failed', { paymentId, reason: charge.reason });
    }
    await payments.save(payment);
    return payment;
  };
