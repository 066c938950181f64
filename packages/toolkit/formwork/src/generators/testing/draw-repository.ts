import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runGit as git } from '../../report/testing/run-git.ts';

const formwork = fileURLToPath(new URL('../../../', import.meta.url));

const smallest = {
  'pnpm-workspace.yaml': 'packages:\n  - apps/*\n  - packages/*/*\ncatalog:\n  zod: 4.6.7\n',
  'package.json': '{ "name": "root", "private": true }\n',
  'formwork.json': '{ "composition": "apps/shop/src/compose.ts" }\n',
  '.gitignore': 'node_modules\n.formwork/\n',
  'turbo/generators/config.ts': "import { registerKinds } from 'formwork/plop';\n\nexport default registerKinds;\n",
  'apps/shop/package.json': '{\n  "name": "@repo/shop",\n  "dependencies": {}\n}\n',
  'apps/shop/src/compose.ts': `import { composeFeatures, type CompositionContext } from '@formwork/feature';

export const compose = (context: CompositionContext) => composeFeatures({});
`,
};

/** Makes a git repository: the smallest workspace in which features can be generated, and what is said of it, all committed, for as long as the test runs. Returns its folder. */
export function drawRepository(said: Readonly<Record<string, string>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'formwork-gen-')));
  after(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries({ ...smallest, ...said })) put(root, path, text);
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(formwork, join(root, 'node_modules/formwork'));
  git(root, 'init', '--quiet');
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message=start');
  return root;
}

/** Writes one file. */
export function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** What git says is not as it was committed, one line a path; empty where nothing was touched. */
export function status(root: string): string {
  return git(root, 'status', '--short');
}
