/**
 * What a generator wants changed. Each kind knows three outcomes: done, already there, or an error with a code
 * (`edit/exists`, `edit/anchor-missing`, `edit/anchor-ambiguous`).
 */
export type Edit =
  /** A file that is to be exactly this. Other content that is already there is `edit/exists`. */
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  /** A JSON value at a path of keys; comments and order are kept. An equal value is already there, another one is `edit/exists`. */
  | { readonly kind: 'json'; readonly path: string; readonly keys: readonly [string, ...string[]]; readonly value: unknown }
  /** A file that the tool owns wholly (`formwork.lock.json`): replaced whatever it held. */
  | { readonly kind: 'replace'; readonly path: string; readonly text: string }
  /** An import, merged with those that stand. */
  | {
      readonly kind: 'ts-import';
      readonly path: string;
      readonly from: string;
      readonly names: readonly string[];
      readonly typeOnly?: boolean;
    }
  /** A property of the object literal found by walking `keys` from the first object argument of the only call of `call`. */
  | {
      readonly kind: 'ts-property';
      readonly path: string;
      readonly call: string;
      /** Which argument of the call holds the object. */
      readonly argument: number;
      readonly keys: readonly string[];
      readonly name: string;
      /** The value as source text, indented as if at column 0. */
      readonly value: string;
    }
  /** An element at the end of the array literal at `name` of the object found in the same way; the array is made where there is none. */
  | {
      readonly kind: 'ts-element';
      readonly path: string;
      readonly call: string;
      readonly argument: number;
      readonly keys: readonly string[];
      readonly name: string;
      /** The element as source text, indented as if at column 0. */
      readonly value: string;
    };

/** One file as it is and as it shall be. Paths are relative to the root, with `/`. */
export type PlannedEdit = {
  readonly path: string;
  /** SHA-256 of the bytes that are there, as 64 hex digits; null where there is no file. */
  readonly before: string | null;
  /** The whole text that shall be there. */
  readonly after: string;
};

/** A program from the allowed set, run when all edits are on disk. */
export type FollowUp = { readonly argv: readonly ['pnpm', 'install'] };

/** A run that has not happened yet: `--plan` prints it, `apply` takes exactly it. */
export type Plan = {
  readonly schema: 'formwork/plan@1';
  /** What was asked, as typed: `gen feature billing`. */
  readonly command: string;
  readonly edits: readonly PlannedEdit[];
  readonly followUps: readonly FollowUp[];
};
