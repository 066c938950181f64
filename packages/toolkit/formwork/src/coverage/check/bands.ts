import { coverageBands, type Bands } from '@formwork/feature';
import { z } from 'zod';
import type { Manifest } from '../../workspace/model.ts';

const band = z.object({
  statements: z.number().exactOptional(),
  branches: z.number().exactOptional(),
  functions: z.number().exactOptional(),
  lines: z.number().exactOptional(),
});

const declared = z.object({
  baseline: band.exactOptional(),
  layers: z
    .object({ entities: band.exactOptional(), 'use-cases': band.exactOptional(), controllers: band.exactOptional() })
    .exactOptional(),
});

/**
 * What tests of a feature must reach: what its manifest says, else the house's. It is the very function that vitest's thresholds are made
 * of, so that the two cannot differ.
 */
export function bandsOf({ name, coverage }: Pick<Manifest, 'name' | 'coverage'>): Pick<Bands, 'baseline' | 'layers'> {
  return coverageBands({ name, useCases: {}, coverage: declared.parse(coverage) });
}
