import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { RuleTester } from 'eslint';
import { parser } from 'typescript-eslint';

RuleTester.describe = describe;
RuleTester.it = it;

/** ESLint's own tester, on node:test and with TypeScript. */
export const ruleTester = new RuleTester({ languageOptions: { parser } });

/**
 * Writes a package to a folder of its own, and gives its files' absolute paths by their relative ones.
 * Where the picture has none, its package.json calls it `@repo/orders`, and no manifest is written.
 */
export function drawPackage(files: Readonly<Record<string, string>>): (file: string) => string {
  const above = realpathSync(mkdtempSync(path.join(tmpdir(), 'formwork-rules-')));
  after(() => rmSync(above, { recursive: true }));
  const folder = path.join(above, 'orders');
  for (const [file, text] of Object.entries({ 'package.json': '{ "name": "@repo/orders" }', ...files })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return (file) => path.join(folder, file);
}

/** The text of the manifest of `orders`, with these entries of use cases. */
export function manifestOf(useCases: string): string {
  return `export const ordersManifest = defineFeature({ name: 'orders', useCases: { ${useCases} } });`;
}
