import type { ICardGateway } from './card.gateway.ts';

/** Accepts every charge up to a limit, in cents. `balance` is what it holds at the moment. */
export const memoryCardGateway = (limitCents = 1_000_000): ICardGateway & { readonly balance: () => number } => {
  const held = new Map<string, number>();
  return {
    balance: () => [...held.values()].reduce((sum, cents) => sum + cents, 0),
    charge: async ({ paymentId, amountCents }) => {
      if (amountCents > limitCents) return { accepted: false, reason: `More than ${limitCents} cents.` };
      held.set(paymentId, amountCents);
      return { accepted: true };
    },
    refund: async ({ paymentId }) => {
      held.delete(paymentId);
    },
  };
};
