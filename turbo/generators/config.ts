import type { PlopTypes } from '@turbo/gen';
import { registerKinds } from 'formwork/plop';

/** The door for `turbo gen`: Plop asks, and the engine does it. */
export default (plop: PlopTypes.NodePlopAPI): Promise<void> => registerKinds(plop);
