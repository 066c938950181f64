import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { itemsIn } from './audit-schema.ts';

test('an item that does not fit is left out alone; a sum holds none', () => {
  const odd = [{ finding_id: 'dc1:unused-export:1' }, { path: 'a.ts' }, { finding_id: 'dc1:unused-export:2' }];
  deepEqual(
    itemsIn(odd).map((item) => item.finding_id),
    ['dc1:unused-export:1', 'dc1:unused-export:2'],
  );
  deepEqual(itemsIn(3), []);
});
