import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { parsePlan } from './parse-plan.ts';
import type { Plan } from './plan.ts';

const plan: Plan = {
  schema: 'formwork/plan@1',
  command: 'gen feature billing',
  edits: [
    { path: 'a/b.ts', before: 'a'.repeat(64), after: 'x' },
    { path: 'a/c.ts', before: null, after: '' },
  ],
  followUps: [{ argv: ['pnpm', 'install'] }],
};

const [edit] = plan.edits;

test('a plan that was printed is the plan that is taken', () => {
  deepEqual(parsePlan(JSON.stringify(plan, null, 2)), plan);
});

for (const [what, text, problem] of [
  ['no JSON', '{', /it is not JSON/],
  ['no plan', '[]', /expected object/],
  ['another version', { ...plan, schema: 'formwork/plan@2' }, /formwork\/plan@1/],
  ['more than a plan', { ...plan, more: 1 }, /more/],
  ['a command of two lines', { ...plan, command: 'gen\nfeature' }, /is not one line of text/],
  ['a hash that is none', { ...plan, edits: [{ ...edit, before: 'abc' }] }, /is no SHA-256/],
  ['another program', { ...plan, followUps: [{ argv: ['rm', '-rf'] }] }, /"pnpm"/],
  ['a longer program', { ...plan, followUps: [{ argv: ['pnpm', 'install', '--config.x=y'] }] }, /Too big|expected array to have/],
  ['a path out', { ...plan, edits: [{ ...edit, path: '../a' }] }, /the path '\.\.\/a' leads out of the root/],
  ['a path twice', { ...plan, edits: [edit, edit] }, /'a\/b\.ts' is written twice/],
] as const) {
  test(`not a plan: ${what}`, () => {
    throws(() => parsePlan(typeof text === 'string' ? text : JSON.stringify(text)), { code: 'plan/invalid', message: problem });
  });
}
