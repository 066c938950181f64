import type { z } from 'zod';
import type { Edit, FollowUp } from '../edits/plan.ts';
import type { Surroundings } from './surroundings.ts';

/** What a run of a generator comes to, before anything is written. */
export type Produced = { readonly edits: readonly Edit[]; readonly followUps: readonly FollowUp[] };

/** One kind of thing that can be generated. Its folder's name is its id. */
export type Kind<Options extends z.ZodObject = z.ZodObject> = {
  readonly id: string;
  /** One line for lists. */
  readonly summary: string;
  /** Flags, questions, help and JSON Schema derive from it; each property's `.describe()` is its question. */
  readonly options: Options;
  /** Which options may be typed as bare words, in this order. */
  readonly positionals: readonly (keyof z.output<Options> & string)[];
  /** Words that work behind `gen <id>`. */
  readonly example: string;
  /** Goes up by one with every change of what is made from the same options. */
  readonly templateVersion: number;
  /** The kinds whose templates it renders. */
  readonly templatesOf: readonly string[];
  /** The feature that a run is about. */
  featureOf(options: z.output<Options>): string;
  /**
   * Options to edits: pure, and the same for the same input. Throws `FormworkError` for what cannot be made here.
   * A method, so that a kind of certain options is a `Kind` too; whoever calls it has parsed the options by the kind's own schema.
   */
  produce(options: z.output<Options>, surroundings: Surroundings): Produced;
};
