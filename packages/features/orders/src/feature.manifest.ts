import { defineFeature } from '@formwork/feature';

export const ordersManifest = defineFeature({
  name: 'orders',
  useCases: {
    placeOrder: { status: 'draft', mutates: true },
    getOrder: { status: 'draft', mutates: false },
    confirmPayment: { status: 'draft', mutates: true },
    rejectPayment: { status: 'draft', mutates: true },
    sendReceipt: { status: 'draft', mutates: true },
    shipOrder: { status: 'draft', mutates: true },
    cancelOrder: { status: 'draft', mutates: true },
    recordRefund: { status: 'draft', mutates: true },
  },
});
