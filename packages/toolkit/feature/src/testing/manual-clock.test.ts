import { expect, test } from 'vitest';
import { manualClock } from './manual-clock.ts';

test('stands still until it is set or advanced, and gives each asker a date of its own', () => {
  const clock = manualClock();
  expect(clock.now()).toEqual(new Date('2020-01-01T00:00:00.000Z'));
  clock.now().setFullYear(1999);
  clock.advance(1500);
  expect(clock.now()).toEqual(new Date('2020-01-01T00:00:01.500Z'));
  clock.set(new Date('2026-05-04T00:00:00.000Z'));
  expect(clock.now()).toEqual(new Date('2026-05-04T00:00:00.000Z'));
  expect(manualClock(new Date(7)).now()).toEqual(new Date(7));
});
