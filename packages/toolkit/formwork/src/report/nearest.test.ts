import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { didYouMean, nearest } from './nearest.ts';

const commands = ['conformance', 'coverage diff', 'gates', 'gen feature', 'gen event'];

test('what is near is meant, what is far is not', () => {
  const rows: readonly (readonly [typed: string, meant: string | null])[] = [
    ['gates', 'gates'],
    ['gate', 'gates'],
    ['agtes', 'gates'],
    ['conformence', 'conformance'],
    ['gen faeture', 'gen feature'],
    ['coverage', null],
    ['lint', null],
    ['', null],
  ];
  deepEqual(
    rows.map(([typed]) => [typed, nearest(typed, commands)]),
    rows,
  );
});

test('a part of what was typed can be compared with each candidate', () => {
  const typed = ['gne', 'feature', 'billing'];
  const part = (candidate: string): string => typed.slice(0, candidate.split(' ').length).join(' ');
  deepEqual(nearest(part, commands), 'gen feature');
});

test('a fix begins with what was meant, or not at all', () => {
  deepEqual([didYouMean('gate', commands), didYouMean('lint', commands)], ['Did you mean gates? ', '']);
});
