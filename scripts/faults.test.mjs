import { deepEqual, equal, match } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { copyWorkspace } from './testing/workspace-copy.mjs';

const orders = 'packages/features/orders/src';
const payments = 'packages/features/payments/src';
const getOrder = `${orders}/use-cases/get-order.use-case.ts`;

/** A use case that publishes what its manifest does not declare, and that no test asks for. */
const publishesUndeclared = `
import type { Capabilities, UseCase } from '@formwork/feature';
import { orderShippedV1 } from '@repo/orders-contracts/events/order-shipped.v1';
import { z } from 'zod';
import { orderSchema } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const getOrderInputSchema = z.object({ orderId: z.uuid() });
export const getOrderOutputSchema = orderSchema;

export type IGetOrderUseCase = UseCase<'orders.getOrder', typeof getOrderInputSchema, typeof getOrderOutputSchema>;

export type GetOrderDependencies = Capabilities<typeof ordersManifest, 'getOrder'> & { readonly orders: IOrderRepository };

export const getOrderUseCase =
  (dependencies: GetOrderDependencies): IGetOrderUseCase =>
  async ({ orderId }) => {
    const order = await dependencies.orders.get(orderId);
    if (order.status === 'shipped') {
      await dependencies.publish(orderShippedV1, { orderId, customerId: order.customerId });
    }
    return order;
  };
`.trimStart();

test('each gate refuses its own planted fault, with file, line and a fix', async (story) => {
  const { folder, run } = copyWorkspace();
  const write = (file, change) => {
    const place = path.join(folder, file);
    writeFileSync(place, change(readFileSync(place, 'utf8')));
  };
  write(getOrder, () => publishesUndeclared);
  write(`${payments}/entities/payment.entity.test.ts`, (text) => text.replace("toEqual(['taken'])", "toEqual(['failed'])"));
  write(`${orders}/mailers/receipt.mailer.memory.ts`, (text) => `${text}\nexport const nobodyAsks = 1;\n`);

  const { exitCode, stdout } = run('pnpm gates');
  const verdict = JSON.parse(stdout.slice(stdout.indexOf('{')));
  const foundBy = (gate) =>
    verdict.gates
      .find((report) => report.gate === gate)
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ code, file, line }) => `${code} ${file}:${line}`);

  await story.test('the verdict is red', () => deepEqual([exitCode, verdict.status], [1, 'fail']));
  for (const [gate, expected] of [
    ['typecheck', `typescript/TS2339 ${getOrder}:20`],
    ['lint', `conformance/effect-is-declared ${getOrder}:20`],
    ['test', `test/failed-test ${payments}/entities/payment.entity.test.ts:13`],
    ['conformance', `closure/done-not-declared ${getOrder}:20`],
    ['fallow:audit', `fallow/unused-export ${orders}/mailers/receipt.mailer.memory.ts:14`],
    ['coverage:check', `coverage/below-band ${orders}/feature.manifest.ts:4`],
    ['coverage:diff', `coverage/uncovered ${getOrder}:20`],
  ]) {
    await story.test(gate, () => equal(foundBy(gate).includes(expected), true, `${expected} is not in\n${foundBy(gate).join('\n')}`));
  }
  await story.test('every finding says what to do next', () => {
    const silent = verdict.gates.flatMap(({ findings }) => findings).filter(({ fix, message }) => fix === '' || message === '');
    deepEqual(silent, []);
  });
  await story.test('the message names the event, and the fix the manifest', () => {
    const { message, fix } = verdict.gates
      .find(({ gate }) => gate === 'conformance')
      .findings.find(({ code }) => code === 'closure/done-not-declared');
    match(message, /orders\.getOrder.*orders\.order-shipped\.v1/);
    match(fix, /publishes/);
  });
});
