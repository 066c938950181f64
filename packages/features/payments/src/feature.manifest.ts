import { defineFeature } from '@formwork/feature';

export const paymentsManifest = defineFeature({
  name: 'payments',
  useCases: {
    takePayment: {
      status: 'live',
      mutates: true,
      consumes: ['orders.order-placed.v1'],
      publishes: ['payments.payment-taken.v1', 'payments.payment-failed.v1'],
      audits: ['payment.taken', 'payment.failed'],
    },
    refundPayment: {
      status: 'live',
      mutates: true,
      consumes: ['orders.order-cancelled.v1'],
      publishes: ['payments.payment-refunded.v1'],
      audits: ['payment.refunded'],
    },
    getPayment: {
      status: 'live',
      mutates: false,
    },
  },
});
