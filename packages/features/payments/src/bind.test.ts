import { memoryComposition } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { bindPayments, paymentsManifest } from './index.ts';

test('binds what the manifest declares, and starts and stops', async () => {
  const { context } = memoryComposition();
  const bound = bindPayments(context);
  const stop = await bound.start();
  expect(Object.keys(bound.useCases)).toEqual(Object.keys(paymentsManifest.useCases));
  await stop();
});
