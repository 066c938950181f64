// Run as a process by the tests: `node take-steps.ts <root> <apply plan.json | undo | recover> <step>`, dies before its n-th change of the
// disk as by a power cut; where that change is a write, half of the text is there.
import { readFileSync, writeFileSync } from 'node:fs';
import { faultyFiles } from '../../report/faulty-files.ts';
import { nodeMachine } from '../../report/node-machine.ts';
import { applyPlan } from '../apply-plan.ts';
import { parsePlan } from '../parse-plan.ts';
import { recover } from '../recover.ts';
import { undoLastRun } from '../undo.ts';

const [root = '', action = '', planFile = '', step = ''] = process.argv.slice(2);

const real = nodeMachine();
const files = faultyFiles(real.files, (operation, index) => {
  if (String(index) !== step) return;
  if (operation.name === 'write') writeFileSync(operation.path, operation.text.slice(0, operation.text.length / 2));
  process.kill(process.pid, 'SIGKILL');
});
const machine = { ...real, files };

const actions: Readonly<Record<string, () => Promise<unknown>>> = {
  apply: () => applyPlan(parsePlan(readFileSync(planFile, 'utf8')), machine, root),
  undo: () => undoLastRun(machine, root),
  recover: () => recover(machine, root),
};
await actions[action]?.();
