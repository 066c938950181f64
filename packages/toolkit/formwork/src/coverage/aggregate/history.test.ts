import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../report/fake-machine.ts';
import { appendToHistory, readHistory } from './history.ts';
import { drawEntry } from '../testing/draw-entry.ts';

const [first, second] = [drawEntry('a', 90), drawEntry('b', 91, { '@repo/orders': 95 })];
const line = (entry: object): string => `${JSON.stringify(entry)}\n`;

for (const [what, before, after] of [
  ['where there is none yet', null, line(second)],
  ['to a history', line(first), line(first) + line(second)],
  ['to one whose last line does not end', line(first).trim(), line(first) + line(second)],
] as const) {
  test(`an entry is appended ${what}`, () => {
    const machine = fakeMachine({ files: before === null ? {} : { 'coverage/history.jsonl': before } });
    deepEqual(appendToHistory(second, { machine, root: '/repo' }), true);
    deepEqual(machine.tree(), { 'coverage/history.jsonl': after });
    deepEqual(readHistory({ machine, root: '/repo' }).at(-1), second);
  });
}

test('the same commit twice replaces nothing and adds nothing', () => {
  const files = { 'coverage/history.jsonl': line(first) + line(second) };
  const machine = fakeMachine({ files });
  deepEqual(appendToHistory({ ...first, totals: second.totals }, { machine, root: '/repo' }), false);
  deepEqual(machine.tree(), files);
});

test('no history is an empty one', () => deepEqual(readHistory({ machine: fakeMachine(), root: '/repo' }), []));

for (const [what, wrong] of [
  ['no JSON', '<<<<<<< HEAD\n'],
  ['an empty line', '\n'],
  ['no entry', '{}\n'],
  ['no commit', line({ ...first, commit: 'HEAD' })],
  ['no date', line({ ...first, date: 'yesterday' })],
  ['a share of nothing known', line({ ...first, totals: { ...first.totals, lines: { found: -1, hit: 0, percent: 0 } } })],
  ['one that breaks off', line(first).slice(0, 40)],
] as const) {
  test(`coverage/history-corrupt: ${what}, at its line`, () => {
    const files = { 'coverage/history.jsonl': line(first) + line(second) + wrong };
    const machine = fakeMachine({ files });
    const fault = { code: 'coverage/history-corrupt', file: 'coverage/history.jsonl', line: 3 };
    throws(() => readHistory({ machine, root: '/repo' }), fault);
    throws(() => appendToHistory(drawEntry('c', 92), { machine, root: '/repo' }), fault);
    deepEqual(machine.tree(), files);
  });
}
