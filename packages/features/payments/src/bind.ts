import { bindFeature, connectFeature, type BindContext } from '@formwork/feature';
import { takePaymentController } from './controllers/take-payment.controller.ts';
import { refundPaymentController } from './controllers/refund-payment.controller.ts';
import { getPaymentController } from './controllers/get-payment.controller.ts';
import { paymentsManifest } from './feature.manifest.ts';
import { memoryPaymentRepository } from './repositories/payment.repository.memory.ts';
import type { IPaymentRepository } from './repositories/payment.repository.ts';
import { takePaymentInputSchema, takePaymentOutputSchema, takePaymentUseCase } from './use-cases/take-payment.use-case.ts';
import { refundPaymentInputSchema, refundPaymentOutputSchema, refundPaymentUseCase } from './use-cases/refund-payment.use-case.ts';
import { getPaymentInputSchema, getPaymentOutputSchema, getPaymentUseCase } from './use-cases/get-payment.use-case.ts';

/** Puts the feature together over the ports of `context`; payments are kept in memory where no repository is given. */
export const bindPayments = (
  context: BindContext<typeof paymentsManifest>,
  payments: IPaymentRepository = memoryPaymentRepository(),
) => {
  const useCases = bindFeature(paymentsManifest, context, {
    takePayment: {
      input: takePaymentInputSchema,
      output: takePaymentOutputSchema,
      create: (capabilities) => takePaymentUseCase({ ...capabilities, payments }),
    },
    refundPayment: {
      input: refundPaymentInputSchema,
      output: refundPaymentOutputSchema,
      create: (capabilities) => refundPaymentUseCase({ ...capabilities, payments }),
    },
    getPayment: {
      input: getPaymentInputSchema,
      output: getPaymentOutputSchema,
      create: (capabilities) => getPaymentUseCase({ ...capabilities, payments }),
    },
  });
  return connectFeature(paymentsManifest, context, useCases, {
    controllers: {
      takePayment: takePaymentController(useCases.takePayment),
      refundPayment: refundPaymentController(useCases.refundPayment),
      getPayment: getPaymentController(useCases.getPayment),
    },
    handlers: [],
    workers: [],
    receivers: [],
  });
};
