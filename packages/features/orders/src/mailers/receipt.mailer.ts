export type Receipt = {
  readonly orderId: string;
  readonly customerId: string;
  readonly totalCents: number;
};

/** What carries a receipt to the customer. */
export interface IReceiptMailer {
  readonly send: (receipt: Receipt) => Promise<void>;
}
