import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { drawRepository, put, status } from '../../../generators/testing/draw-repository.ts';
import { fakeMachine } from '../../../report/fake-machine.ts';
import type { Machine } from '../../../report/machine.ts';
import { nodeFiles } from '../../../report/node-files.ts';
import { main } from '../../main.ts';
import { folderRegistry } from '../../registry.ts';

const bin = fileURLToPath(new URL('../../formwork.js', import.meta.url));
const manifest = 'packages/features/billing/src/feature.manifest.ts';

test('a feature is made, composed and said, and a second run has nothing to do', () => {
  const root = drawRepository();
  const first = formwork(root, 'gen', 'feature', 'billing', '--no-install', '--json');
  const { created, ...said } = JSON.parse(first.stdout);
  equal(created.length, 22);
  deepEqual(said, {
    schema: 'formwork/gen@1',
    kind: 'feature',
    changed: ['apps/shop/src/compose.ts', 'apps/shop/package.json'],
    next: [
      ['pnpm', 'install'],
      ['pnpm', 'gates'],
      ['pnpm', 'formwork', 'undo'],
    ],
  });
  equal(
    readFileSync(join(root, 'apps/shop/src/compose.ts'), 'utf8'),
    `import { composeFeatures, type CompositionContext } from '@formwork/feature';
import { bindBilling } from '@repo/billing';

export const compose = (context: CompositionContext) => composeFeatures({ billing: bindBilling(context) });
`,
  );
  equal(status(root), ' M apps/shop/package.json\n M apps/shop/src/compose.ts\n?? packages/\n');

  const second = formwork(root, 'gen', 'feature', 'billing', '--no-install', '--format', 'text');
  deepEqual([second.status, second.stdout], [0, 'Nothing to do: everything is there already.\n']);
});

test('people read what was made, and what to type next', () => {
  const { stdout } = formwork(drawRepository(), 'gen', 'feature', 'billing', '--no-install', '--format', 'text');
  match(stdout, /^ {2}\+ packages\/features\/billing\/package.json\n/);
  match(
    stdout,
    / {2}~ apps\/shop\/package.json\n\nLink it: {7}pnpm install\nCheck it: {6}pnpm gates\nTake it back: {2}pnpm formwork undo\n$/,
  );
});

test('--plan prints the plan, or its diff, and writes nothing', () => {
  const root = drawRepository();
  const plan = JSON.parse(formwork(root, 'gen', 'feature', 'billing', '--plan', '--json').stdout);
  deepEqual(
    [plan.schema, plan.command, plan.edits.length, plan.followUps],
    ['formwork/plan@1', 'gen feature billing', 24, [{ argv: ['pnpm', 'install'] }]],
  );
  const { stdout } = formwork(root, 'gen', 'feature', 'billing', '--plan', '--format', 'text');
  match(stdout, /^\+import \{ bindBilling \} from '@repo\/billing';$/m);
  equal(status(root), '');
});

test('a use case is one more in the feature, and so is a third run without a commit between', () => {
  const root = withBilling();
  const { stdout } = formwork(root, 'gen', 'use-case', 'billing', 'sendReminder', '--json');
  deepEqual(JSON.parse(stdout), {
    schema: 'formwork/gen@1',
    kind: 'use-case',
    created: [
      'packages/features/billing/src/use-cases/send-reminder.use-case.ts',
      'packages/features/billing/src/use-cases/send-reminder.use-case.test.ts',
      'packages/features/billing/src/controllers/send-reminder.controller.ts',
      'packages/features/billing/src/controllers/send-reminder.controller.test.ts',
    ],
    changed: [manifest, 'packages/features/billing/formwork.lock.json', 'packages/features/billing/src/bind.ts'],
    next: [
      ['pnpm', 'gates'],
      ['pnpm', 'formwork', 'undo'],
    ],
  });
  equal(
    formwork(root, 'gen', 'use-case', 'billing', 'send-reminder', '--format=text').stdout,
    'Nothing to do: everything is there already.\n',
  );
});

test('a file that was filled in since is named', () => {
  const root = withBilling();
  put(root, manifest, 'export const billingManifest = {};\n');
  const { status: exit, report } = refused(root, 'gen', 'feature', 'billing', '--no-install');
  deepEqual([exit, report.code, report.file], [2, 'edit/exists', manifest]);
});

test('two runs at once: the second waits for the first', async () => {
  const root = drawRepository();
  const runs = ['billing', 'shipping', 'returns'].map((name) =>
    spawn(process.execPath, [bin, 'gen', 'feature', name, '--no-install'], { cwd: root, stdio: 'ignore' }),
  );
  deepEqual(
    await Promise.all(runs.map((run) => once(run, 'close'))),
    runs.map(() => [0, null]),
  );
  match(readFileSync(join(root, 'apps/shop/src/compose.ts'), 'utf8'), /billing: [^]*shipping: |shipping: [^]*billing: /);
  equal(existsSync(join(root, 'packages/features/returns/package.json')), true);
});

const broken = 'turbo/templates/feature/bind.ts.hbs';

for (const [what, said, words, code, where] of [
  ['capitals', {}, ['feature', 'Billing'], 'generator/bad-name', '.:1'],
  ['spaces', {}, ['feature', 'my billing'], 'generator/bad-name', '.:1'],
  ['a way out', {}, ['feature', '../billing'], 'generator/bad-name', '.:1'],
  ['a reserved word', {}, ['feature', 'class'], 'generator/bad-name', '.:1'],
  ['a folder that npm needs', {}, ['feature', 'node_modules'], 'generator/bad-name', '.:1'],
  ['200 letters', {}, ['feature', 'x'.repeat(200)], 'generator/bad-name', '.:1'],
  [
    'a folder that is no feature',
    { 'packages/features/billing/notes.md': '' },
    ['feature', 'billing'],
    'generator/folder-taken',
    'packages/features/billing:1',
  ],
  [
    'a contracts package',
    { 'packages/contracts/billing/package.json': '{}' },
    ['feature', 'billing'],
    'generator/folder-taken',
    'packages/contracts/billing:1',
  ],
  ['a package of that name', {}, ['feature', 'shop'], 'generator/package-taken', 'apps/shop/package.json:1'],
  ['an unknown feature', {}, ['use-case', 'billing', 'pay'], 'generator/unknown-feature', '.:1'],
  ['an unknown kind', {}, ['featur', 'billing'], 'generator/unknown-kind', '.:1'],
  ['two names', {}, ['feature', 'billing', '--name', 'shipping'], 'cli/unexpected-word', '.:1'],
  ['an unknown flag', {}, ['feature', 'billing', '--entitty=x'], 'cli/unknown-flag', '.:1'],
  ['no kind', {}, [], 'cli/missing-option', '.:1'],
  ['a kind, and not where it belongs', {}, ['--kind', 'feature'], 'cli/missing-option', '.:1'],
  ['no name', {}, ['feature'], 'cli/missing-option', '.:1'],
  ['a template that does not parse', { [broken]: 'a\n{{#if name}}\n' }, ['feature', 'billing'], 'template/invalid', `${broken}:3`],
  ['a template with an unknown name', { [broken]: 'a\n{{title}}\n' }, ['feature', 'billing'], 'template/invalid', `${broken}:2`],
  [
    'a template of nothing',
    { 'turbo/templates/feature/binder.ts.hbs': '' },
    ['feature', 'billing'],
    'template/unknown',
    'turbo/templates/feature/binder.ts.hbs:1',
  ],
  [
    'a broken lock',
    { [manifest]: '', 'packages/features/billing/formwork.lock.json': '{' },
    ['use-case', 'billing', 'pay'],
    'lock/invalid',
    'packages/features/billing/formwork.lock.json:1',
  ],
  [
    'no lock',
    { [manifest]: '' },
    ['use-case', 'billing', 'pay'],
    'generator/no-provenance',
    'packages/features/billing/formwork.lock.json:1',
  ],
  [
    'no composition root',
    { 'formwork.json': '{ "composition": "apps/a.ts" }' },
    ['feature', 'billing'],
    'generator/no-composition',
    'apps/a.ts:1',
  ],
  [
    'a composition root that does not parse',
    { 'apps/shop/src/compose.ts': 'a\nexport {' },
    ['feature', 'billing'],
    'edit/not-parsed',
    'apps/shop/src/compose.ts:2',
  ],
  [
    'a composition root without context',
    { 'apps/shop/src/compose.ts': 'composeFeatures({})' },
    ['feature', 'billing'],
    'generator/no-composition',
    'apps/shop/src/compose.ts:1',
  ],
  [
    'a workspace file that is none',
    { 'pnpm-workspace.yaml': '{' },
    ['feature', 'billing'],
    'workspace/pnpm-workspace-invalid',
    'pnpm-workspace.yaml:1',
  ],
] as const satisfies readonly (readonly [string, Readonly<Record<string, string>>, readonly string[], string, string])[]) {
  test(`${what}: ${code}, exit 2, and nothing is written`, () => {
    const root = drawRepository(said);
    const { status: exit, report, stdout } = refused(root, 'gen', ...words);
    deepEqual([exit, report.code, `${report.file}:${report.line}`], [2, code, where]);
    match(report.fix, /\S/);
    if (code === 'cli/missing-option')
      deepEqual([JSON.parse(stdout).example, JSON.parse(stdout).missing.length], ['formwork gen feature billing', 1]);
    equal(status(root), '');
  });
}

test('edits that are not committed are not mixed with a run, unless it is allowed', () => {
  const root = drawRepository();
  put(root, 'apps/shop/package.json', '{ "name": "@repo/shop" }\n');
  const { report } = refused(root, 'gen', 'feature', 'billing', '--no-install');
  deepEqual([report.code, report.file], ['edit/uncommitted', 'apps/shop/package.json']);
  equal(status(root), ' M apps/shop/package.json\n');
  equal(formwork(root, 'gen', 'feature', 'billing', '--no-install', '--allow-dirty').status, 0);
});

test('a link that leads out of the repository is not followed', () => {
  const root = drawRepository();
  symlinkSync(drawRepository(), join(root, 'packages'));
  const before = status(root);
  const { status: exit, report } = refused(root, 'gen', 'feature', 'billing', '--no-install');
  deepEqual([exit, report.code], [2, 'edit/outside-root']);
  equal(status(root), before);
});

test('at a terminal, what is missing is asked', async () => {
  const root = drawRepository();
  const kinds = await atTerminal(root, ['feature', 'billing'], 'gen', '--no-install');
  deepEqual(kinds, { exit: 2, code: 'cli/unknown-flag' });
  deepEqual(await atTerminal(root, ['feature', 'billing'], 'gen'), { exit: 0, code: undefined });
  equal(existsSync(join(root, 'packages/features/billing/package.json')), true);
  deepEqual(await atTerminal(root, ['billing', 'Pay Now'], 'gen', 'use-case'), { exit: 2, code: 'generator/bad-name' });
  deepEqual(await atTerminal(root, ['billing', 'pay-now'], 'gen', 'use-case', '--no-controller'), { exit: 0, code: undefined });
});

test('help is derived from the kind', () => {
  const schema = JSON.parse(formwork(drawRepository(), 'gen', 'use-case', '--help', '--json').stdout);
  deepEqual(schema.required, ['feature', 'name']);
  deepEqual(Object.keys(schema.properties), ['feature', 'name', 'mutates', 'controller', 'plan', 'install', 'allowDirty']);
  equal(schema.properties.controller.default, true);
});

function withBilling(): string {
  const root = drawRepository();
  equal(formwork(root, 'gen', 'feature', 'billing', '--no-install').status, 0);
  return root;
}

function formwork(root: string, ...words: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  return spawnSync(process.execPath, [bin, ...words], { cwd: root, encoding: 'utf8' });
}

function refused(root: string, ...words: readonly string[]) {
  const { status: exit, stdout } = formwork(root, ...words);
  return { status: exit, stdout, report: JSON.parse(stdout).findings[0] };
}

/** Runs a command line in this process, with a person who answers; installs do nothing. */
async function atTerminal(root: string, answers: readonly string[], ...words: readonly string[]) {
  const fake = fakeMachine({ terminal: true, answers, processes: [{ argv: ['pnpm', 'install'] }, { argv: ['git'] }] });
  const machine: Machine = { ...fake, folder: root, files: nodeFiles };
  const exit = await main([...words, '--json'], machine, folderRegistry(nodeFiles));
  return { exit, code: JSON.parse(fake.printed().stdout).findings?.[0].code };
}

test('without a kind there is nothing to run', async () => {
  const { command } = await import('./index.ts');
  await rejects(command.run({}, { machine: fakeMachine({}), root: '/repo', progress: () => {} }), /narrowed to a kind/);
});
