export const orders = 'packages/features/orders';
export const payments = 'packages/features/payments';
export const ordersContracts = 'packages/contracts/orders';

/** Two features that hear each other, installed. */
export const repository: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "shop", "private": true, "devDependencies": { "turbo": "2.0.0" } }',
  'node_modules/turbo/package.json': '{}',
  'formwork.json': '{ "composition": "apps/web/src/compose.ts" }',
  'pnpm-workspace.yaml': 'packages:\n  - packages/*/*\n',

  [`${ordersContracts}/package.json`]: '{ "name": "@repo/orders-contracts", "dependencies": { "@formwork/feature": "1.0.0" } }',
  [`${ordersContracts}/node_modules/@formwork/feature/package.json`]: '{}',
  [`${ordersContracts}/src/events/order-placed.v1.event.ts`]: `import { defineEvent } from '@formwork/feature';
export const helper = 1, other = z.object({});
export const orderPlacedV1 = defineEvent({ 'schema': other, name: 'orders.order-placed.v1' });
`,
  [`${ordersContracts}/src/channels/order-feed.v1.channel.ts`]: `export const orderFeed = defineChannel({ name: feed, scope: 'user' });`,
  [`${ordersContracts}/src/order-placed.v2.event.ts`]: `export const orderPlacedV2 = defineEvent({ name: 'orders.order-placed.v2' });`,

  [`${orders}/package.json`]:
    '{ "name": "@repo/orders", "private": true, "scripts": { "test": "vitest run" }, ' +
    '"dependencies": { "@repo/orders-contracts": "workspace:*" } }',
  [`${orders}/node_modules/@repo/orders-contracts/package.json`]: '{}',
  [`${orders}/src/feature.manifest.ts`]: `export const ordersManifest = defineFeature({
  name: 'orders',
  useCases: { placeOrder: { status: 'live', mutates: true, publishes: ['orders.order-placed.v1'] } },
});
`,
  [`${orders}/src/use-cases/place-order.use-case.ts`]: `import { orderPlacedV1 } from '@repo/orders-contracts/events/order-placed.v1';
import { sendReceiptV1 } from '../contracts/send-receipt.v1.job.ts';
export type PlaceOrderDependencies = unknown;
export const placeOrderUseCase = ({ publish, enqueue }) => async () => {
  await publish(orderPlacedV1, {});
  await enqueue(sendReceiptV1, {});
};
`,
  [`${orders}/src/use-cases/place-order.use-case.test.ts`]: '',
  [`${orders}/src/use-cases/hold-order.use-case.ts`]: `import { NotImplementedError } from '@formwork/feature';
export default () => () => Promise.reject(new NotImplementedError('orders.holdOrder'));
`,
  [`${orders}/src/contracts/send-receipt.v1.job.ts`]: `export const sendReceiptV1 = defineJob({ name: 'orders.send-receipt.v1' });`,
  [`${orders}/src/jobs/send-receipt.v1.worker.ts`]: `import { sendReceiptV1 } from '../contracts/send-receipt.v1.job.ts';`,
  [`${orders}/src/realtime/on-order-feed.v1.handler.ts`]: `import { orderFeedV1 } from '@repo/orders-contracts/channels/order-feed.v1';`,

  [`${payments}/package.json`]: '{ "name": "@repo/payments" }',
  [`${payments}/src/feature.manifest.ts`]: `export const paymentsManifest = defineFeature({ name: 'payments', useCases: {} });`,
  [`${payments}/src/handlers/on-orders-order-placed.v1.handler.ts`]: `import type { X } from '@repo/other-contracts/events/other.v1';
import * as all from '@repo/other-contracts/events/other.v1';
import { otherV1 } from '@repo/other-contracts/events/other.v1';
import { orderPlacedV1 } from '@repo/orders-contracts/events/order-placed.v1';
`,
};
