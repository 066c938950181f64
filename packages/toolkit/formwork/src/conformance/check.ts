import { finding, type Finding, type Severity } from '../report/finding.ts';
import type { Place, Workspace } from '../workspace/model.ts';

/** What a check may say: the sentence and the next step, `{{name}}` for what is filled in. */
export type Wording = { readonly message: string; readonly fix: string };

/** One rule over the whole repository. Its folder's name is its id. */
export type Check = {
  readonly id: string;
  readonly code: `${string}/${string}`;
  readonly severity: Severity;
  /** Why the rule is there, in one sentence. */
  readonly why: string;
  readonly messages: Readonly<Record<string, Wording>>;
  /** Pure. Concludes nothing from what the workspace could not read. */
  readonly judge: (workspace: Workspace) => readonly Finding[];
};

type Placeholder<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholder<Rest> : never;

/** A finding of a check: `words` fills in every `{{name}}` of its message and its fix. */
export function found<One extends Wording>(
  check: Pick<Check, 'code' | 'severity'>,
  wording: One,
  place: { readonly file: string; readonly at: Place },
  words: Readonly<Record<Placeholder<One['message'] | One['fix']>, string>>,
): Finding {
  const { code, severity } = check;
  const filled: Readonly<Record<string, string>> = words;
  const fill = (text: string): string => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => `${filled[name]}`);
  return finding({ code, severity, file: place.file, ...place.at, message: fill(wording.message), fix: fill(wording.fix) });
}
