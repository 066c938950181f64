import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** Each refused fixture, and the event or the use case that the first line of its message must name. */
const refused = {
  'another-factory': 'orders.rejectOrder',
  'another-use-case': 'IPlaceOrderUseCase',
  'channel-payload-misfit': 'orders.order-feed.v1',
  'forged-by-copy': 'orders.order-lost.v1',
  'forged-contract': 'orders.order-lost.v1',
  'job-payload-misfit': 'orders.send-receipt.v1',
  'missing-port': 'placeOrder',
  'no-capability': 'orders.rejectOrder',
  'other-output-schema': 'orders.rejectOrder',
  'other-schemas': 'orders.rejectOrder',
  'other-version': 'orders.order-placed.v2',
  'payload-excess': 'orders.order-placed.v1',
  'payload-excess-deep': 'orders.order-placed.v1',
  'payload-misfit': 'orders.order-placed.v1',
  'raw-use-case': 'IPlaceOrderUseCase',
  'undeclared-audit': 'order.rejected',
  'undeclared-effect': 'orders.order-shipped.v1',
  'undeclared-trigger': 'orders.order-shipped.v1',
  'union-of-contracts': 'orders.order-lost.v1',
  'union-of-contracts-and-larger-payload': 'orders.order-lost.v1',
  'use-case-not-bound': 'orders.rejectOrder',
  'use-case-not-declared': 'orders.shipOrder',
} as const;

/** Fixtures that compile, so that the others do not fail for a reason of their own. */
const accepted = ['compiles', 'orders', 'readme'];

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

test('every fixture is expected to do something', () => {
  const fixtures = readdirSync(join(packageFolder, 'src/type-tests')).filter((file) => file.endsWith('.ts'));
  expect(fixtures.map((file) => basename(file, '.ts')).sort()).toEqual([...accepted, ...Object.keys(refused)].sort());
});

describe.each([
  { compiler: 'TypeScript 7', command: ['typescript-7', 'bin/tsc', '--singleThreaded'] },
  { compiler: 'TypeScript 6', command: ['typescript', 'bin/tsc6'] },
] as const)('$compiler', ({ compiler, command: [module, bin, ...options] }) => {
  const messages = firstLines(join(dirname(require.resolve(`${module}/package.json`)), bin), options);

  test('refuses exactly the fixtures that it should, each once', () => {
    expect([...messages.keys()].sort()).toEqual(Object.keys(refused).sort());
    expect([...messages.values()].map((lines) => lines.length)).toEqual(Object.keys(refused).map(() => 1));
  });

  test.each(Object.entries(refused))('%s is refused by a first line that names %s', (fixture, name) => {
    expect(messages.get(fixture)?.[0]).toContain(name);
  });

  test('says the same as last time', async () => {
    const text = [...messages].map(([fixture, lines]) => `${fixture}\n  ${lines.join('\n  ')}\n`).join('\n');
    await expect(text).toMatchFileSnapshot(`type-tests/messages.${compiler.toLowerCase().replace(" ", "-")}.txt`);
  });
});

/** The first line of every message, by fixture; what comes after it is indented. One thread, for one order of what is printed. */
function firstLines(compiler: string, options: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.type-tests.json', '--pretty', 'false', ...options], { cwd: packageFolder, encoding: 'utf8' });
  const located = stdout.split('\n').flatMap((line) => {
    const { fixture, message } = /^src\/type-tests\/(?<fixture>[\w-]+)\.ts\(\d+,\d+\): error (?<message>.*)$/.exec(line)?.groups ?? {};
    return fixture === undefined || message === undefined ? [] : [{ fixture, message }];
  });
  return new Map(
    Object.entries(Object.groupBy(located, ({ fixture }) => fixture))
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([fixture, of = []]) => [fixture, of.map(({ message }) => message)]),
  );
}
