import { composeFeatures, type CompositionContext } from '@formwork/feature';
import { bindOrders } from '@repo/orders';
import { bindPayments } from '@repo/payments';

/** The composition root: every feature over one set of ports. `start` connects what they hear, and gives back `stop`. */
export const compose = (context: CompositionContext) => composeFeatures({
  orders: bindOrders(context),
  payments: bindPayments(context),
});
