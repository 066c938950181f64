import { composeFeatures, type CompositionContext } from '@formwork/feature';

/** The composition root: every feature over one set of ports. `start` connects what they hear, and gives back `stop`. */
export const compose = (_context: CompositionContext) => composeFeatures({});
