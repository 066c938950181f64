/** Every gate, in the order in which the verdict lists them. */
export const gateIds = ['typecheck', 'lint', 'test', 'conformance'] as const;

export type GateId = (typeof gateIds)[number];
