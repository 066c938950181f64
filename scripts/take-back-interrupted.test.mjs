import { deepEqual, match } from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { copyWorkspace } from './testing/workspace-copy.mjs';

const interrupted = {
  schema: 'formwork/run@1',
  doing: 'apply',
  run: 1,
  token: '1-a',
  command: 'gen feature billing',
  changes: [{ path: 'packages/features/orders/src/half.ts', before: null, after: 'export const half: string = 1;\n' }],
  folders: [],
  followUps: [],
  lockfile: { before: null, after: null, restore: false },
};

test('what turbo runs never sees a tree of which half was written', async (story) => {
  const { folder, run } = copyWorkspace();
  const half = path.join(folder, 'packages/features/orders/src/half.ts');
  const journal = path.join(folder, '.formwork/journal');
  const interrupt = (text) => {
    mkdirSync(path.dirname(journal), { recursive: true });
    writeFileSync(journal, text);
    writeFileSync(half, interrupted.changes[0].after);
  };

  for (const line of [
    'pnpm typecheck --filter @repo/orders --only --dry=json',
    'pnpm lint --filter @repo/orders --only --dry=json',
    'pnpm test --filter @repo/orders --only',
  ]) {
    await story.test(`${line}: takes the run back first`, () => {
      interrupt(JSON.stringify(interrupted));
      const { exitCode, stdout, stderr } = run(line);
      deepEqual([exitCode, existsSync(half), existsSync(journal)], [0, false, false], `${stdout}${stderr}`);
      match(stderr, /^'gen feature billing' was interrupted, and was taken back: 0 restored, 1 removed\.$/m);
    });

    await story.test(`${line}: does nothing where it cannot be taken back, exit 2`, () => {
      interrupt('torn');
      const { exitCode, stdout, stderr } = run(line);
      deepEqual([exitCode, existsSync(half), /Tasks:|passed/.test(stdout)], [2, true, false]);
      match(stderr, /run\/unreadable/);
    });
  }
});
