/** The lists of a manifest entry that say what leads to a use case. */
export const triggerKinds = ['consumes', 'works', 'receives'] as const;
export type TriggerKind = (typeof triggerKinds)[number];

/** The lists of a manifest entry that say what a use case may do. */
export const effectKinds = ['publishes', 'enqueues', 'broadcasts', 'audits'] as const;
export type EffectKind = (typeof effectKinds)[number];
