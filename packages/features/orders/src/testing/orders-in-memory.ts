import { memoryComposition } from '@formwork/feature/testing';
import { bindOrders } from '../bind.ts';
import type { Order } from '../entities/order.entity.ts';
import { memoryReceiptMailer } from '../mailers/receipt.mailer.memory.ts';
import { memoryOrderRepository } from '../repositories/order.repository.memory.ts';

/** The feature over ports in memory, with the orders that it knows already, and all that a test sees of it. */
export const ordersInMemory = async (...known: readonly Order[]) => {
  const { clock, context, deliver, recorded } = memoryComposition();
  const orders = memoryOrderRepository();
  const receipts = memoryReceiptMailer();
  for (const order of known) await orders.save(order);
  const { start, useCases } = bindOrders(context, orders, receipts);
  return { clock, context, deliver, orders, receipts, recorded, start, ...useCases };
};
