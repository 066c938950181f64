import type { Bound } from '@formwork/feature';
import type { IRecordRefundUseCase } from '../use-cases/record-refund.use-case.ts';

/** Records a refund: whatever comes in is checked, and only what callers may see goes out. */
export const recordRefundController = (recordRefund: Bound<IRecordRefundUseCase>) => async (request: unknown) => {
  const { id, createdAt } = await recordRefund.fromUnknown(request);
  return { id, createdAt };
};
