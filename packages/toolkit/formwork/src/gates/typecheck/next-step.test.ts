import { equal } from 'node:assert/strict';
import test from 'node:test';
import { nextStep } from './next-step.ts';

const manifest = 'packages/features/orders/src/feature.manifest.ts';

for (const [message, expected] of [
  [
    `Argument of type 'EventContract<"orders.order-shipped.v1", ZodObject<{ orderId: ZodString; }, $strip>>' is not assignable to parameter of type 'EventContract<"orders.order-lost.v1" | "orders.order-placed.v1", StandardSchemaV1<unknown, unknown>>'.`,
    `Declare orders.order-shipped.v1 for this use case in ${manifest}, or do without it here.`,
  ],
  [
    `Argument of type '{}' is not assignable to parameter of type 'PayloadOf<"orders.send-receipt.v1", { orderId: string; }>'.`,
    'Give what the contract "orders.send-receipt.v1" asks for, no more and no less.',
  ],
  [
    `Property 'publish' does not exist on type 'CapabilitiesOf<"orders.rejectOrder"> & { readonly rejected: Set<string>; }'.`,
    `Declare the effect for orders.rejectOrder in ${manifest}, or do without it here.`,
  ],
  [
    `Type 'EventHandler<"orders.order-shipped.v1", "orders.rejectOrder">' is not assignable to type 'EventHandler<"payments.payment-failed.v1", "orders.placeOrder" | "orders.rejectOrder">'.`,
    `Declare in ${manifest} that the use case hears orders.order-shipped.v1, or take its handler out.`,
  ],
  [
    `Argument of type '{ placeOrder: {}; }' is not assignable to parameter of type 'UseCaseNotBound<"orders.rejectOrder"> & {} & { readonly placeOrder: {}; }'.`,
    `Bind orders.rejectOrder here, or take it out of ${manifest}.`,
  ],
  [
    `Type '{ input: ZodObject<{ orderId: ZodString; }, $strip>; }' is not assignable to type 'UseCaseNotDeclared<"orders.shipOrder"> & { readonly input: 1 }'.`,
    `Declare orders.shipOrder in ${manifest}, or do not bind it.`,
  ],
  [
    "Argument of type 'IPlaceOrderUseCase' is not assignable to parameter of type 'Bound<IPlaceOrderUseCase>'.",
    'Hand in the IPlaceOrderUseCase that bindFeature gave back.',
  ],
  [
    "Property '[genuine]' is missing in type '{ readonly kind: 'event'; }' but required in type 'EventContract<\"orders.order-lost.v1\">'.",
    'Hand in the contract that its package exports, not an object like it.',
  ],
  [
    "Cannot find module 'vitest' or its corresponding type declarations.",
    "Add 'vitest' to dependencies where it is not there yet, and run pnpm install; or correct the import.",
  ],
  [
    "Cannot find module '@repo/billing-contracts/events/invoice-issued.v1' or its corresponding type declarations.",
    "Add '@repo/billing-contracts' to dependencies where it is not there yet, and run pnpm install; or correct the import.",
  ],
  [
    "Cannot find module './use-cases/ship-order.use-case.ts' or its corresponding type declarations.",
    "Correct the path of the import: there is no './use-cases/ship-order.use-case.ts' from here.",
  ],
  [
    "Type 'string' is not assignable to type 'number'.",
    'Make the code and its type agree; pnpm typecheck --filter @repo/orders says it again.',
  ],
] as const) {
  test(`next step: ${message.slice(0, 70)}`, () =>
    equal(nextStep(message, { name: '@repo/orders', folder: 'packages/features/orders' }), expected));
}
