import type { Kind } from '../kind.ts';
import { packageEdits } from '../made-package.ts';
import { composedIn } from './composed-in.ts';
import { featureFiles } from './feature-files.ts';
import { options } from './options.ts';
import { refuseTakenPlace } from './refuse-taken-place.ts';
import { withDefaults } from './with-defaults.ts';

const templateVersion = 3;

export const kind = {
  id: 'feature',
  summary:
    'A vertical slice as a package of its own: manifest, entity, use cases, controllers, repository and binder, tested and composed.',
  options,
  positionals: ['name'],
  example: 'billing',
  templateVersion,
  templatesOf: ['feature', 'use-case'],
  featureOf: ({ name }) => name,

  produce(typed, surroundings) {
    const chosen = withDefaults(typed);
    refuseTakenPlace(chosen.name, surroundings);
    const folder = `${surroundings.config.roots.features}/${chosen.name}`;
    const run = { kind: 'feature', templateVersion, options: { ...chosen } };
    return {
      edits: [...packageEdits(folder, featureFiles(chosen, surroundings), run, surroundings), ...composedIn(chosen.name, surroundings)],
      followUps: [{ argv: ['pnpm', 'install'] }],
    };
  },
} satisfies Kind<typeof options>;
