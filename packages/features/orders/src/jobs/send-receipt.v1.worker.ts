import { type Bound, jobWorker } from '@formwork/feature';
import { sendReceiptV1 } from '../contracts/send-receipt.v1.job.ts';
import type { ISendReceiptUseCase } from '../use-cases/send-receipt.use-case.ts';

export const sendReceiptV1Worker = (sendReceipt: Bound<ISendReceiptUseCase>) =>
  jobWorker(sendReceiptV1, sendReceipt, ({ orderId }) => ({ orderId }));
