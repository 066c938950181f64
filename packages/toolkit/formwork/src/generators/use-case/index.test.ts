import { deepEqual, equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { planEdits } from '../../edits/plan-edits.ts';
import type { Edit } from '../../edits/plan.ts';
import { fakeMachine } from '../../report/fake-machine.ts';
import { kind as feature } from '../feature/index.ts';
import { parseLock } from '../lock.ts';
import { parseOptions } from '../parse-options.ts';
import type { Surroundings } from '../surroundings.ts';
import { put } from '../testing/draw-repository.ts';
import { drawSurroundings } from '../testing/draw-surroundings.ts';
import { assertSound, attempt, names } from '../testing/fuzz.ts';
import { kind } from './index.ts';

const folder = 'packages/features/billing';
const installed = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const tools = fileURLToPath(new URL('../../../../../../node_modules', import.meta.url));
const billing = Object.fromEntries(
  feature
    .produce({ name: 'billing' }, drawSurroundings({ composition: null, hasTsconfigBase: false }))
    .edits.flatMap((edit) => (edit.kind === 'create' || edit.kind === 'replace' ? [[edit.path, edit.text]] : [])),
);
const standing = {
  features: ['billing'],
  site: { folder: 'feature', contracts: 'free', lock: parseLock(billing[`${folder}/formwork.lock.json`] ?? '', '') },
} as const satisfies Partial<Surroundings>;

test('a use case is declared, bound, called, and owes a test', () => {
  const changed = planned({ feature: 'billing', name: 'sendReminder' });
  deepEqual(Object.keys(changed), [
    'src/feature.manifest.ts',
    'src/use-cases/send-reminder.use-case.ts',
    'src/use-cases/send-reminder.use-case.test.ts',
    'src/controllers/send-reminder.controller.ts',
    'src/controllers/send-reminder.controller.test.ts',
    'formwork.lock.json',
    'src/bind.ts',
  ]);
  match(
    changed['src/feature.manifest.ts'] ?? '',
    /^ {4}getBilling: .*\n {4}sendReminder: \{ status: 'draft', mutates: true \},\n {2}\},$/m,
  );
  match(changed['src/bind.ts'] ?? '', /^import \{ sendReminderController \} from '\.\/controllers\/send-reminder\.controller\.ts';$/m);
  match(
    changed['src/bind.ts'] ?? '',
    /^ {4}sendReminder: \{\n {6}input: sendReminderInputSchema,\n {6}output: sendReminderOutputSchema,\n {6}create: \(capabilities\) => sendReminderUseCase\(\{ \.\.\.capabilities, billings \}\),\n {4}\},$/m,
  );
  match(changed['src/bind.ts'] ?? '', /^ {6}sendReminder: sendReminderController\(useCases\.sendReminder\),$/m);
  equal(
    changed['src/controllers/send-reminder.controller.ts'],
    `import type { Bound } from '@formwork/feature';
import type { ISendReminderUseCase } from '../use-cases/send-reminder.use-case.ts';

/** Sends a reminder: whatever comes in is checked, and only what callers may see goes out. */
export const sendReminderController = (sendReminder: Bound<ISendReminderUseCase>) => async (request: unknown) => {
  const { id } = await sendReminder.fromUnknown(request);
  return { id };
};
`,
  );
});

test('one that is not called has no controller', () => {
  const changed = planned({ feature: 'billing', name: 'expire-billings', controller: false });
  deepEqual(
    Object.keys(changed).filter((path) => path.includes('controller')),
    [],
  );
  equal(changed['src/bind.ts']?.includes('Controller(useCases.expireBillings)'), false);
});

test('a draft for which effects are declared still has its types and its red test', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'formwork-draft-')));
  after(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(billing)) put(root, path, text);
  const effects =
    "publishes: ['billing.billing-created.v1'], enqueues: ['billing.send-billing.v1'], broadcasts: ['billing.feed.v1'], audits: ['billing.created']";
  const manifest = `${folder}/src/feature.manifest.ts`;
  put(root, manifest, billing[manifest]?.replace('mutates: true', `mutates: true, ${effects}`) ?? '');
  mkdirSync(join(root, 'node_modules/@formwork'), { recursive: true });
  for (const [name, from] of [
    ['@formwork/feature', installed],
    ['zod', installed],
    ['vitest', tools],
  ] as const) {
    symlinkSync(join(from, name), join(root, 'node_modules', name));
  }
  const run = (program: string, ...words: readonly string[]): readonly [number | null, string] => {
    const { status, stdout } = spawnSync(join(tools, '.bin', program), words, { cwd: join(root, folder), encoding: 'utf8' });
    return [status, stdout];
  };
  deepEqual(run('tsc', '-p', '.'), [0, '']);
  deepEqual(run('vitest', 'run', '--silent', '--reporter=json', 'create-billing.use-case')[0], 0);
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(join(root, folder, 'test-result.json'), 'utf8'));
  deepEqual([numPassedTests, numFailedTests], [2, 0]);
});

for (const [name, said, mutates] of [
  ['list-billings', undefined, false],
  ['list-billings', true, true],
  ['send-reminder', undefined, true],
  ['send-reminder', false, false],
] as const) {
  test(`${name}, of which is said ${said}, is declared with mutates: ${mutates}`, () => {
    const changed = planned({ feature: 'billing', name, ...(said === undefined ? {} : { mutates: said }) });
    match(changed['src/feature.manifest.ts'] ?? '', new RegExp(`: \\{ status: 'draft', mutates: ${mutates} \\},\n  \\},`));
    deepEqual(parseLock(changed['formwork.lock.json'] ?? '', '').runs[1]?.options, { feature: 'billing', name, mutates, controller: true });
  });
}

for (const [what, said, code] of [
  ['no such feature', { site: { folder: 'free', contracts: 'free', lock: null } }, 'generator/unknown-feature'],
  ['a folder that is no feature', { site: { folder: 'other', contracts: 'free', lock: null } }, 'generator/unknown-feature'],
  ['a feature that no generator made', { site: { ...standing.site, lock: null } }, 'generator/no-provenance'],
] as const satisfies readonly (readonly [string, Partial<Surroundings>, string])[]) {
  test(`${what} is refused with ${code}`, () => {
    equal(
      attempt(() => produce({ feature: 'billing', name: 'pay' }, said)),
      code,
    );
  });
}

test('the same use case with other options is refused, and with the same options it is the same', () => {
  const typed = { feature: 'billing', name: 'send-reminder' };
  const lock = parseLock(planned(typed)['formwork.lock.json'] ?? '', '');
  const again = { site: { ...standing.site, lock } };
  equal(
    attempt(() => produce({ ...typed, controller: false }, again)),
    'edit/exists',
  );
  deepEqual(produce(typed, again), produce(typed));
});

test('whatever is typed is refused with a code, or makes files that parse and lie in the feature', () => {
  const seen = { made: 0, refused: 0 };
  const options = fc.record({ name: names, mutates: fc.boolean(), controller: fc.boolean() }, { requiredKeys: ['name'] });
  fc.assert(
    fc.property(options, (typed) => {
      const outcome = attempt(() => produce({ feature: 'billing', ...typed }));
      seen[typeof outcome === 'string' ? 'refused' : 'made'] += 1;
      if (typeof outcome === 'string') equal(outcome, 'generator/bad-name');
      else assertSound(outcome, billing, [`${folder}/`]);
    }),
    { numRuns: 200 },
  );
  equal(seen.made > 5 && seen.refused > 5, true, JSON.stringify(seen));
});

function produce(typed: Readonly<Record<string, unknown>>, said: Partial<Surroundings> = {}): readonly Edit[] {
  return kind.produce(parseOptions(kind, typed), drawSurroundings({ ...standing, ...said })).edits;
}

/** The texts that change in the feature, by path. */
function planned(typed: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const { edits } = planEdits(produce(typed), {
    files: fakeMachine({ files: billing }).files,
    root: '/repo',
    command: 'gen',
    followUps: [],
  });
  return Object.fromEntries(edits.map(({ path, after }) => [path.replace(`${folder}/`, ''), after]));
}
