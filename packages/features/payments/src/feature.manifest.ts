import { defineFeature } from '@formwork/feature';

export const paymentsManifest = defineFeature({
  name: 'payments',
  useCases: {
    takePayment: { status: 'draft', mutates: true },
    refundPayment: { status: 'draft', mutates: true },
    getPayment: { status: 'draft', mutates: false },
  },
});
