/** Every gate, in the order in which the verdict lists them. */
export const gateIds = [
  'typecheck',
  'lint',
  'test',
  'conformance',
  'fallow:audit',
  'coverage:check',
  'coverage:aggregate',
  'coverage:diff',
] as const;

export type GateId = (typeof gateIds)[number];
