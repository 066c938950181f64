import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plop } from './register-kinds.ts';

/**
 * The door for Plop and `turbo gen`: registers every kind, whose questions derive from its schema, and hands the answers on to the engine.
 * Turbo bundles this file into the repository's own config, where it has no place of its own; so it finds its neighbours from there.
 */
export async function registerKinds(plop: Plop): Promise<void> {
  const door = createRequire(join(plop.getPlopfilePath(), 'config.ts')).resolve('formwork/plop');
  const neighbour = pathToFileURL(join(dirname(door), `register-kinds${extname(door)}`)).href;
  const { registerAll }: typeof import('./register-kinds.ts') = await import(neighbour);
  await registerAll(plop);
}
