import { coverageBands } from '@formwork/feature';
import { z } from 'zod';
import type { Manifest, Place } from '../../workspace/model.ts';

const declared = z.object({
  mutation: z.exactOptional(z.object({ targets: z.exactOptional(z.array(z.string())), score: z.exactOptional(z.number()) })),
});

export type MutationBand = {
  /** Globs relative to the package. */
  readonly targets: readonly string[];
  /** In percent. */
  readonly score: number;
  /** Whether the manifest names the targets itself. */
  readonly namesTargets: boolean;
  /** Where the manifest speaks of coverage, or of itself. */
  readonly at: Place;
};

/** Which files of a feature are mutated, and what its tests must reach: what its manifest says, else the house's. */
export function mutationBand({ name, coverage, coverageAt, at }: Manifest): MutationBand {
  const said = declared.parse(coverage);
  const { mutation } = coverageBands({ name, useCases: {}, coverage: said });
  return { ...mutation, namesTargets: said.mutation?.targets !== undefined, at: coverageAt ?? at };
}
