import type { Finding } from '../report/finding.ts';

/** From 1 both; columns in UTF-16 units. */
export type Place = { readonly line: number; readonly column: number };

export const effectKinds = ['publishes', 'enqueues', 'broadcasts', 'audits'] as const;
export const triggerKinds = ['consumes', 'works', 'receives'] as const;
export type EffectKind = (typeof effectKinds)[number];
export type TriggerKind = (typeof triggerKinds)[number];

/** What code calls to perform an effect of a kind. */
export const effectVerbs = {
  publishes: 'publish',
  enqueues: 'enqueue',
  broadcasts: 'broadcast',
  audits: 'audit',
} as const satisfies Record<EffectKind, string>;

/** A contract's or an audit action's name as a manifest writes it. */
export type DeclaredName = { readonly name: string; readonly at: Place };

export type DeclaredUseCase = {
  readonly name: string;
  readonly at: Place;
  readonly status: 'live' | 'draft';
  readonly mutates: boolean;
  readonly triggers: Readonly<Record<TriggerKind, readonly DeclaredName[]>>;
  readonly effects: Readonly<Record<EffectKind, readonly DeclaredName[]>>;
};

/** `src/feature.manifest.ts`, read without being run. */
export type Manifest = {
  /** Relative to the root. */
  readonly file: string;
  readonly exportName: string;
  readonly name: string;
  readonly at: Place;
  readonly useCases: readonly DeclaredUseCase[];
  /** The `coverage` object as plain data; `{}` where there is none. */
  readonly coverage: unknown;
  /** Where that object is written; null where there is none. */
  readonly coverageAt: Place | null;
};

/** An effect that code performs. `name` is null where it cannot be told without running the code. */
export type EffectInCode = { readonly kind: EffectKind; readonly name: string | null; readonly at: Place };

/** A file of `src/use-cases`. */
export type UseCaseSource = {
  readonly file: string;
  /** `placeOrder` from `place-order.use-case.ts`. */
  readonly name: string;
  /** Where its factory is exported. */
  readonly at: Place;
  /** Null where the file could not be parsed: nothing is concluded from it. */
  readonly code: {
    readonly exports: readonly string[];
    readonly effects: readonly EffectInCode[];
    readonly throwsNotImplemented: boolean;
  } | null;
};

/** A file of `src/handlers`, `src/jobs` or `src/realtime`. */
export type TriggerSource = {
  readonly file: string;
  readonly kind: TriggerKind;
  /** Where it is false the file could not be read or parsed, and nothing is concluded from it. */
  readonly isParsed: boolean;
  /** What it hears, `payments.payment-failed.v1`: the contract that it imports and that its name fits; null where it imports none such. */
  readonly contract: string | null;
};

export type ContractKind = 'event' | 'job' | 'channel';

/** A contract's file. By the naming law file, export and name say the same. */
export type ContractSource = {
  readonly file: string;
  readonly kind: ContractKind;
  /** The feature that owns it. */
  readonly owner: string;
  /** What the file's name says: `orders.order-placed.v1`. */
  readonly name: string;
  readonly at: Place;
  /** What `defineEvent({ name })` says; null where the file could not be parsed or does not say it as a literal. */
  readonly writtenName: string | null;
  readonly exportName: string | null;
};

export type Package = {
  readonly name: string;
  /** Relative to the root, with `/`. */
  readonly folder: string;
  readonly private: boolean;
  /** dependencies, devDependencies, peerDependencies and optionalDependencies together. */
  readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
};

export type Feature = {
  /** Where its `package.json` could not be read, this is not one of the workspace's packages: its name is guessed, the rest is empty. */
  readonly package: Package;
  /** Null where it could not be read: nothing is concluded from this feature. */
  readonly manifest: Manifest | null;
  readonly useCases: readonly UseCaseSource[];
  readonly triggers: readonly TriggerSource[];
  /** The files in `src` and below its rooms contracts, handlers, jobs, realtime and use-cases, tests included; relative to the root. */
  readonly files: readonly string[];
};

/** `formwork.json` with its defaults filled in. */
export type Config = {
  /** The npm scope of what generators make, `@repo`. */
  readonly scope: string;
  readonly roots: { readonly features: string; readonly contracts: string; readonly cores: string };
  /** The branch or commit that changes are compared with; null asks git. */
  readonly base: string | null;
  /** Which gates `formwork gates` runs, by id; null is all of them. */
  readonly gates: readonly string[] | null;
  /** The file that calls `composeFeatures`, relative to the root; null where nothing composes the features. */
  readonly composition: string | null;
};

/** A repository as data. What could not be read is in `findings`, and nothing is concluded from it. */
export type Workspace = {
  /** Absolute. */
  readonly root: string;
  readonly config: Config;
  readonly packages: readonly Package[];
  readonly features: readonly Feature[];
  readonly contracts: readonly ContractSource[];
  /** `workspace/*`. */
  readonly findings: readonly Finding[];
  /** How many files were read. */
  readonly filesRead: number;
};
