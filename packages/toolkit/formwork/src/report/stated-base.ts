/** A base that somebody stated, and under which names git may know it, the likeliest first. */
export type StatedBase = { readonly by: string; readonly text: string; readonly revisions: readonly string[] };

/** Where build services write what a pull request is merged into; unset or empty outside of one. */
const pullRequestVariables: readonly { readonly variable: string; readonly holds: 'branch' | 'commit' }[] = [
  { variable: 'GITHUB_BASE_REF', holds: 'branch' },
  { variable: 'CI_MERGE_REQUEST_DIFF_BASE_SHA', holds: 'commit' },
  { variable: 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME', holds: 'branch' },
  { variable: 'BITBUCKET_PR_DESTINATION_COMMIT', holds: 'commit' },
  { variable: 'BITBUCKET_PR_DESTINATION_BRANCH', holds: 'branch' },
  { variable: 'SYSTEM_PULLREQUEST_TARGETBRANCH', holds: 'branch' },
  { variable: 'BUILDKITE_PULL_REQUEST_BASE_BRANCH', holds: 'branch' },
  { variable: 'CODEBUILD_WEBHOOK_BASE_REF', holds: 'branch' },
  { variable: 'CHANGE_TARGET', holds: 'branch' },
];

/** The base that was stated: by the flag, else `FORMWORK_BASE`, the pull request or the configuration; null where nothing states one. */
export function statedBase(
  flag: string | null,
  env: Readonly<Record<string, string | undefined>>,
  config: string | null,
): StatedBase | null {
  if (flag !== null) return named('--base', flag);
  const own = env['FORMWORK_BASE'] ?? '';
  if (own !== '') return named('FORMWORK_BASE', own);
  for (const { variable, holds } of pullRequestVariables) {
    const text = env[variable] ?? '';
    if (text !== '') return holds === 'commit' ? { by: variable, text, revisions: [text] } : targetBranch(variable, text);
  }
  return config === null ? null : named('formwork.json', config);
}

/** A name that a person wrote: as it stands, or else as the remote's branch, which is all that a build's clone may have. */
function named(by: string, text: string): StatedBase {
  return { by, text, revisions: [text, `origin/${text}`] };
}

/** A branch of the remote: the remote's own state counts, not a local branch that may lag behind. */
function targetBranch(by: string, text: string): StatedBase {
  const branch = text.replace(/^refs\/heads\//, '');
  return { by, text, revisions: [`origin/${branch}`, branch] };
}
