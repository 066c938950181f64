import { defineFeature } from '@formwork/feature';

export const ordersManifest = defineFeature({
  name: 'orders',
  useCases: {
    placeOrder: {
      status: 'live',
      mutates: true,
      publishes: ['orders.order-placed.v1'],
      audits: ['order.placed'],
    },
    getOrder: {
      status: 'live',
      mutates: false,
    },
    confirmPayment: {
      status: 'live',
      mutates: true,
      consumes: ['payments.payment-taken.v1'],
      enqueues: ['orders.send-receipt.v1'],
      broadcasts: ['orders.order-feed.v1'],
    },
    rejectPayment: {
      status: 'live',
      mutates: true,
      consumes: ['payments.payment-failed.v1'],
      broadcasts: ['orders.order-feed.v1'],
    },
    sendReceipt: {
      status: 'live',
      mutates: false,
      works: ['orders.send-receipt.v1'],
      audits: ['order.receipt-sent'],
    },
    shipOrder: {
      status: 'live',
      mutates: true,
      publishes: ['orders.order-shipped.v1'],
      broadcasts: ['orders.order-feed.v1'],
      audits: ['order.shipped'],
    },
    cancelOrder: {
      status: 'live',
      mutates: true,
      publishes: ['orders.order-cancelled.v1'],
      broadcasts: ['orders.order-feed.v1'],
      audits: ['order.cancelled'],
    },
    recordRefund: {
      status: 'live',
      mutates: true,
      consumes: ['payments.payment-refunded.v1'],
      broadcasts: ['orders.order-feed.v1'],
    },
  },
});
