import type { Finding } from '../report/finding.ts';
import type { Machine } from '../report/machine.ts';
import type { Report, Status } from '../report/report.ts';
import type { Base } from '../report/resolve-base.ts';
import type { Workspace } from '../workspace/model.ts';
import type { GateId } from './gate-ids.ts';

/** A check that must pass before a commit. Its folder's name is its id, with `-` for `:`. */
export type Gate<Id extends string = string, Said extends Report = Report> = {
  readonly id: Id;
  /** Why it is there, in one sentence. */
  readonly why: string;
  /** Throws `FormworkError` where it cannot be run. */
  readonly run: (context: GateContext) => Promise<Said>;
};

export type GateContext = {
  readonly machine: Machine;
  /** The repository's root, absolute. */
  readonly root: string;
  readonly base: Base;
  readonly workspace: Workspace;
  /** Whether only packages that changed since the base, and those that depend on them, are looked at. */
  readonly affectedOnly: boolean;
  /** Whether a draft is an error. */
  readonly noDrafts: boolean;
  /** All gates that run: what another one tells is not told again. */
  readonly gates: readonly GateId[];
  /** What the test gate has run, once it has ended; null where it is not among the gates that run. */
  readonly tested: () => Promise<Tested | null>;
};

/** What the test gate leaves for the gates that judge its evidence. */
export type Tested = { readonly status: Status; readonly packages: readonly RanPackage[] };

/** A package whose task ran, or was replayed from turbo's cache. */
export type RanPackage = {
  readonly name: string;
  /** Relative to the root, with `/`. */
  readonly folder: string;
  readonly passed: boolean;
  /** Whether what it left may be judged: it passed, or failed for a reason that does not touch it. */
  readonly trusted: boolean;
  /** Bands that its runner found missed, left to `coverage:check` to tell. */
  readonly missedBands: readonly Finding[];
  readonly cached: boolean;
};

/** The report of a gate that runs a task in each package. */
export type TaskReport = Report & { readonly packages: readonly RanPackage[] };
