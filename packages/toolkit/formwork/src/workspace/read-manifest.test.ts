import test from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import { readManifestFile } from './read-manifest.ts';

test('a manifest is parsed again only when its text has changed', () => {
  let text: string | null = "export const m = defineFeature({ name: 'orders', useCases: {} });";
  const files = { readIfPresent: () => text };
  const first = readManifestFile('/repo/a.ts', files);
  deepEqual([first?.manifest?.name, first?.manifest?.file], ['orders', '/repo/a.ts']);
  equal(readManifestFile('/repo/a.ts', files), first);
  equal(readManifestFile('/repo/a.ts', files, 'a.ts')?.manifest?.file, 'a.ts');

  text = "export const m = defineFeature({ name: 'Orders', useCases: {} });";
  deepEqual(
    readManifestFile('/repo/a.ts', files, 'a.ts')?.findings.map(({ file, message }) => [file, message]),
    [['a.ts', "'name' is no name of a feature."]],
  );

  text = null;
  equal(readManifestFile('/repo/a.ts', files), null);
});
