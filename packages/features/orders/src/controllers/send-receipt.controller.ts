import type { Bound } from '@formwork/feature';
import type { ISendReceiptUseCase } from '../use-cases/send-receipt.use-case.ts';

/** Sends a receipt: whatever comes in is checked, and only what callers may see goes out. */
export const sendReceiptController = (sendReceipt: Bound<ISendReceiptUseCase>) => async (request: unknown) => {
  const { id, createdAt } = await sendReceipt.fromUnknown(request);
  return { id, createdAt };
};
