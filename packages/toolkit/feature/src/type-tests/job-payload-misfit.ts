import { sendReceiptV1, type PlaceOrderDependencies } from './orders.ts';

export const place = ({ enqueue }: PlaceOrderDependencies) => enqueue(sendReceiptV1, {});
