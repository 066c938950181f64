import { deepEqual, match } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { allGates } from './all-gates.ts';
import { gateIds } from './gate-ids.ts';

const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['testing', 'turbo'].includes(entry.name))
  .map(({ name }) => name);

test('every gate has a folder, an entry in the list and a place in the order', () => {
  deepEqual(Object.keys(allGates), [...gateIds]);
  deepEqual(gateIds.map((id) => id.replace(':', '-')).sort(), folders);
});

for (const id of gateIds) {
  test(`${id} says its own name, and in its README why it is there`, () => {
    const gate = allGates[id];
    deepEqual(gate.id, id);
    const readme = readFileSync(new URL(`${id.replace(':', '-')}/README.md`, import.meta.url), 'utf8');
    match(readme, new RegExp(`^# \`${id}\`\\n\\n`));
    deepEqual(readme.includes(gate.why), true);
    for (const part of ['## Passes', '## Fails', '## Error', '## When not to use it']) deepEqual(readme.includes(part), true, part);
  });
}
