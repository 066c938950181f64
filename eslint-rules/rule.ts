import type { Rule } from 'eslint';

/** One rule. Its folder's name is its id. It sees one file and its package's manifest, and no types, so that oxlint runs it too. */
export type FormworkRule = Rule.RuleModule & {
  readonly meta: {
    readonly type: 'problem';
    readonly docs: {
      /** What does not hold, in one sentence. */
      readonly description: string;
      /** Why the rule is there, in one sentence. */
      readonly why: string;
      /** The files that `configs.recommended` runs it on; null where it wants options, and is not part of that. */
      readonly files: readonly string[] | null;
    };
    /** The sentence and the next step; `{{name}}` is filled in. */
    readonly messages: Readonly<Record<string, string>>;
  };
};
