export type ChargeResult = { readonly accepted: true } | { readonly accepted: false; readonly reason: string };

/** Who moves the money. Both calls are safe to repeat with the same `paymentId`. */
export interface ICardGateway {
  readonly charge: (payment: { readonly paymentId: string; readonly customerId: string; readonly amountCents: number }) => Promise<ChargeResult>;
  readonly refund: (payment: { readonly paymentId: string; readonly amountCents: number }) => Promise<void>;
}
