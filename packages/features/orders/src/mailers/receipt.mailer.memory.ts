import type { IReceiptMailer, Receipt } from './receipt.mailer.ts';

/** Keeps what was sent in `sent`, oldest first. */
export const memoryReceiptMailer = (): IReceiptMailer & { readonly sent: readonly Receipt[] } => {
  const sent: Receipt[] = [];
  return {
    sent,
    send: async (receipt) => {
      sent.push(receipt);
    },
  };
};
