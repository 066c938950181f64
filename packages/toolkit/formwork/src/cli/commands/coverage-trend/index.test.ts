import { deepEqual, match } from 'node:assert/strict';
import test from 'node:test';
import { drawEntry } from '../../../coverage/testing/draw-entry.ts';
import { fakeMachine, type FakeMachine } from '../../../report/fake-machine.ts';
import type { Outcome } from '../../command.ts';
import { withDefaults } from '../../options.ts';
import { command } from './index.ts';

const entries = [drawEntry('1', 90), drawEntry('2', 91, { '@repo/orders': 80 })];
const history = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

async function trend(asked: object, machine: FakeMachine): Promise<Outcome> {
  return command.run(withDefaults(command.options, asked), { machine, root: '/repo', progress: () => {} });
}

test('the entries as data, and drawn as wide as the terminal is', async () => {
  const machine = fakeMachine({ files: { 'coverage/history.jsonl': history }, columns: 17 });
  const { exitCode, data, text } = await trend({}, machine);
  deepEqual([exitCode, data], [0, entries]);
  match(text({ color: false }), /^Coverage of the whole repository, 2 commits, 2026-01-01 to 2026-01-02\n[^]* 90 % \+-{10}\n/);
});

test('of one package, into a picture too', async () => {
  const machine = fakeMachine({ files: { 'coverage/history.jsonl': history }, folder: '/repo' });
  const { data, text } = await trend({ package: '@repo/orders', last: 1, svg: 'out/trend.svg' }, machine);
  deepEqual(data, entries.slice(1));
  match(text({ color: false }), /^Coverage of @repo\/orders, 1 commit, 2026-01-02\n/);
  match(`${machine.tree()['out/trend.svg']}`, /^<svg .*\n<title id="title">Coverage of @repo\/orders<\/title>/);
});

test('without a history there is a next step, and nothing is written', async () => {
  const machine = fakeMachine();
  const { exitCode, data, text } = await trend({ svg: 'trend.svg' }, machine);
  deepEqual([exitCode, data, machine.tree()], [0, [], {}]);
  match(text({ color: true }), /^note: .*\nRun pnpm coverage:aggregate -- --history/);
});
