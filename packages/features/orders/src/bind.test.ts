import { memoryComposition } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { bindOrders, ordersManifest } from './index.ts';

test('binds what the manifest declares, and starts and stops', async () => {
  const { context } = memoryComposition();
  const bound = bindOrders(context);
  const stop = await bound.start();
  expect(Object.keys(bound.useCases)).toEqual(Object.keys(ordersManifest.useCases));
  await stop();
});
