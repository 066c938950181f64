import { bindFeature, connectFeature, type BindContext } from '@formwork/feature';
import { cancelOrderController } from './controllers/cancel-order.controller.ts';
import { getOrderController } from './controllers/get-order.controller.ts';
import { placeOrderController } from './controllers/place-order.controller.ts';
import { shipOrderController } from './controllers/ship-order.controller.ts';
import { ordersManifest } from './feature.manifest.ts';
import { onPaymentsPaymentFailedV1 } from './handlers/on-payments-payment-failed.v1.handler.ts';
import { onPaymentsPaymentRefundedV1 } from './handlers/on-payments-payment-refunded.v1.handler.ts';
import { onPaymentsPaymentTakenV1 } from './handlers/on-payments-payment-taken.v1.handler.ts';
import { sendReceiptV1Worker } from './jobs/send-receipt.v1.worker.ts';
import { memoryReceiptMailer } from './mailers/receipt.mailer.memory.ts';
import type { IReceiptMailer } from './mailers/receipt.mailer.ts';
import { memoryOrderRepository } from './repositories/order.repository.memory.ts';
import type { IOrderRepository } from './repositories/order.repository.ts';
import { cancelOrderInputSchema, cancelOrderOutputSchema, cancelOrderUseCase } from './use-cases/cancel-order.use-case.ts';
import { confirmPaymentInputSchema, confirmPaymentOutputSchema, confirmPaymentUseCase } from './use-cases/confirm-payment.use-case.ts';
import { getOrderInputSchema, getOrderOutputSchema, getOrderUseCase } from './use-cases/get-order.use-case.ts';
import { placeOrderInputSchema, placeOrderOutputSchema, placeOrderUseCase } from './use-cases/place-order.use-case.ts';
import { recordRefundInputSchema, recordRefundOutputSchema, recordRefundUseCase } from './use-cases/record-refund.use-case.ts';
import { rejectPaymentInputSchema, rejectPaymentOutputSchema, rejectPaymentUseCase } from './use-cases/reject-payment.use-case.ts';
import { sendReceiptInputSchema, sendReceiptOutputSchema, sendReceiptUseCase } from './use-cases/send-receipt.use-case.ts';
import { shipOrderInputSchema, shipOrderOutputSchema, shipOrderUseCase } from './use-cases/ship-order.use-case.ts';

/** Puts the feature together over the ports of `context`; orders and receipts are kept in memory where nothing else is given. */
export const bindOrders = (
  context: BindContext<typeof ordersManifest>,
  orders: IOrderRepository = memoryOrderRepository(),
  receipts: IReceiptMailer = memoryReceiptMailer(),
) => {
  const useCases = bindFeature(ordersManifest, context, {
    placeOrder: {
      input: placeOrderInputSchema,
      output: placeOrderOutputSchema,
      create: (capabilities) => placeOrderUseCase({ ...capabilities, clock: context.clock, orders }),
    },
    getOrder: {
      input: getOrderInputSchema,
      output: getOrderOutputSchema,
      create: (capabilities) => getOrderUseCase({ ...capabilities, orders }),
    },
    confirmPayment: {
      input: confirmPaymentInputSchema,
      output: confirmPaymentOutputSchema,
      create: (capabilities) => confirmPaymentUseCase({ ...capabilities, orders }),
    },
    rejectPayment: {
      input: rejectPaymentInputSchema,
      output: rejectPaymentOutputSchema,
      create: (capabilities) => rejectPaymentUseCase({ ...capabilities, orders }),
    },
    sendReceipt: {
      input: sendReceiptInputSchema,
      output: sendReceiptOutputSchema,
      create: (capabilities) => sendReceiptUseCase({ ...capabilities, orders, receipts }),
    },
    shipOrder: {
      input: shipOrderInputSchema,
      output: shipOrderOutputSchema,
      create: (capabilities) => shipOrderUseCase({ ...capabilities, orders }),
    },
    cancelOrder: {
      input: cancelOrderInputSchema,
      output: cancelOrderOutputSchema,
      create: (capabilities) => cancelOrderUseCase({ ...capabilities, orders }),
    },
    recordRefund: {
      input: recordRefundInputSchema,
      output: recordRefundOutputSchema,
      create: (capabilities) => recordRefundUseCase({ ...capabilities, orders }),
    },
  });
  return connectFeature(ordersManifest, context, useCases, {
    controllers: {
      placeOrder: placeOrderController(useCases.placeOrder),
      getOrder: getOrderController(useCases.getOrder),
      shipOrder: shipOrderController(useCases.shipOrder),
      cancelOrder: cancelOrderController(useCases.cancelOrder),
    },
    handlers: [
      onPaymentsPaymentTakenV1(useCases.confirmPayment),
      onPaymentsPaymentFailedV1(useCases.rejectPayment),
      onPaymentsPaymentRefundedV1(useCases.recordRefund),
    ],
    workers: [
      sendReceiptV1Worker(useCases.sendReceipt),
    ],
    receivers: [],
  });
};
