import { bindFeature, connectFeature, type BindContext } from '@formwork/feature';
import { getPaymentController } from './controllers/get-payment.controller.ts';
import { paymentsManifest } from './feature.manifest.ts';
import { memoryCardGateway } from './gateways/card.gateway.memory.ts';
import type { ICardGateway } from './gateways/card.gateway.ts';
import { onOrdersOrderCancelledV1 } from './handlers/on-orders-order-cancelled.v1.handler.ts';
import { onOrdersOrderPlacedV1 } from './handlers/on-orders-order-placed.v1.handler.ts';
import { memoryPaymentRepository } from './repositories/payment.repository.memory.ts';
import type { IPaymentRepository } from './repositories/payment.repository.ts';
import { getPaymentInputSchema, getPaymentOutputSchema, getPaymentUseCase } from './use-cases/get-payment.use-case.ts';
import { refundPaymentInputSchema, refundPaymentOutputSchema, refundPaymentUseCase } from './use-cases/refund-payment.use-case.ts';
import { takePaymentInputSchema, takePaymentOutputSchema, takePaymentUseCase } from './use-cases/take-payment.use-case.ts';

/** Puts the feature together over the ports of `context`; payments and cards are kept in memory where nothing else is given. */
export const bindPayments = (
  context: BindContext<typeof paymentsManifest>,
  payments: IPaymentRepository = memoryPaymentRepository(),
  cards: ICardGateway = memoryCardGateway(),
) => {
  const useCases = bindFeature(paymentsManifest, context, {
    takePayment: {
      input: takePaymentInputSchema,
      output: takePaymentOutputSchema,
      create: (capabilities) => takePaymentUseCase({ ...capabilities, cards, clock: context.clock, payments }),
    },
    refundPayment: {
      input: refundPaymentInputSchema,
      output: refundPaymentOutputSchema,
      create: (capabilities) => refundPaymentUseCase({ ...capabilities, cards, clock: context.clock, payments }),
    },
    getPayment: {
      input: getPaymentInputSchema,
      output: getPaymentOutputSchema,
      create: (capabilities) => getPaymentUseCase({ ...capabilities, payments }),
    },
  });
  return connectFeature(paymentsManifest, context, useCases, {
    controllers: {
      getPayment: getPaymentController(useCases.getPayment),
    },
    handlers: [
      onOrdersOrderPlacedV1(useCases.takePayment),
      onOrdersOrderCancelledV1(useCases.refundPayment),
    ],
    workers: [],
    receivers: [],
  });
};
