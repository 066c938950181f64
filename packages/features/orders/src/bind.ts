import { bindFeature, connectFeature, type BindContext } from '@formwork/feature';
import { placeOrderController } from './controllers/place-order.controller.ts';
import { getOrderController } from './controllers/get-order.controller.ts';
import { confirmPaymentController } from './controllers/confirm-payment.controller.ts';
import { rejectPaymentController } from './controllers/reject-payment.controller.ts';
import { sendReceiptController } from './controllers/send-receipt.controller.ts';
import { shipOrderController } from './controllers/ship-order.controller.ts';
import { cancelOrderController } from './controllers/cancel-order.controller.ts';
import { recordRefundController } from './controllers/record-refund.controller.ts';
import { ordersManifest } from './feature.manifest.ts';
import { memoryOrderRepository } from './repositories/order.repository.memory.ts';
import type { IOrderRepository } from './repositories/order.repository.ts';
import { placeOrderInputSchema, placeOrderOutputSchema, placeOrderUseCase } from './use-cases/place-order.use-case.ts';
import { getOrderInputSchema, getOrderOutputSchema, getOrderUseCase } from './use-cases/get-order.use-case.ts';
import { confirmPaymentInputSchema, confirmPaymentOutputSchema, confirmPaymentUseCase } from './use-cases/confirm-payment.use-case.ts';
import { rejectPaymentInputSchema, rejectPaymentOutputSchema, rejectPaymentUseCase } from './use-cases/reject-payment.use-case.ts';
import { sendReceiptInputSchema, sendReceiptOutputSchema, sendReceiptUseCase } from './use-cases/send-receipt.use-case.ts';
import { shipOrderInputSchema, shipOrderOutputSchema, shipOrderUseCase } from './use-cases/ship-order.use-case.ts';
import { cancelOrderInputSchema, cancelOrderOutputSchema, cancelOrderUseCase } from './use-cases/cancel-order.use-case.ts';
import { recordRefundInputSchema, recordRefundOutputSchema, recordRefundUseCase } from './use-cases/record-refund.use-case.ts';

/** Puts the feature together over the ports of `context`; orders are kept in memory where no repository is given. */
export const bindOrders = (
  context: BindContext<typeof ordersManifest>,
  orders: IOrderRepository = memoryOrderRepository(),
) => {
  const useCases = bindFeature(ordersManifest, context, {
    placeOrder: {
      input: placeOrderInputSchema,
      output: placeOrderOutputSchema,
      create: (capabilities) => placeOrderUseCase({ ...capabilities, orders }),
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
      create: (capabilities) => sendReceiptUseCase({ ...capabilities, orders }),
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
      confirmPayment: confirmPaymentController(useCases.confirmPayment),
      rejectPayment: rejectPaymentController(useCases.rejectPayment),
      sendReceipt: sendReceiptController(useCases.sendReceipt),
      shipOrder: shipOrderController(useCases.shipOrder),
      cancelOrder: cancelOrderController(useCases.cancelOrder),
      recordRefund: recordRefundController(useCases.recordRefund),
    },
    handlers: [],
    workers: [],
    receivers: [],
  });
};
