import { equal } from 'node:assert/strict';
import { relative } from 'node:path';
import test from 'node:test';
import { isOutside } from './is-outside.ts';

for (const [path, outside] of [
  ['/repo', false],
  ['/repo/src/a.ts', false],
  ['/repo/..shared/a.ts', false],
  ['/repo/...', false],
  ['/', true],
  ['/repository', true],
  ['/repo/../a.ts', true],
] as const) {
  test(`${path} lies ${outside ? 'outside of' : 'in'} /repo`, () => equal(isOutside(relative('/repo', path)), outside));
}

test('a path that cannot be relative lies outside', () => equal(isOutside('/other/drive'), true));
