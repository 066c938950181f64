import type { Config } from '../workspace/model.ts';
import type { Lock } from './lock.ts';

/** The text of a template, and where it lies, for messages. */
export type Template = { readonly file: string; readonly text: string };

/** The file that calls `composeFeatures`, and what a new call in it needs to know. */
export type Composition = {
  readonly file: string;
  /** The name by which its function knows the composition's context. */
  readonly context: string;
  /** The `package.json` of the package that holds it. */
  readonly packageFile: string;
};

/** What a generator knows of the repository: little, and read without looking into any other feature's code. */
export type Surroundings = {
  readonly config: Config;
  /** Formwork's own version. */
  readonly version: string;
  /** Names of the features that stand, sorted. */
  readonly features: readonly string[];
  /** What lies where the feature of this run lies, or would lie. */
  readonly site: {
    readonly folder: 'free' | 'feature' | 'other';
    readonly contracts: 'free' | 'there';
    /** Null where no generator has left one. */
    readonly lock: Lock | null;
  };
  /** The folder of every package in the workspace, by its name. */
  readonly packages: Readonly<Record<string, string>>;
  /** Names in the workspace's default catalog. */
  readonly catalog: readonly string[];
  readonly hasTsconfigBase: boolean;
  /** Null where nothing composes the features. */
  readonly composition: Composition | null;
  /** By `<kind>/<file>`, `feature/bind.ts.hbs`. */
  readonly templates: Readonly<Record<string, Template>>;
};
