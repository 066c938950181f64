import type { Finding } from '../report/finding.ts';
import type { Workspace } from '../workspace/model.ts';
import { checks } from './checks.ts';

/** Every place of a repository where a rule across its features does not hold, what could not be read included. Pure. */
export function judge(workspace: Workspace): readonly Finding[] {
  return [...workspace.findings, ...checks.flatMap((check) => check.judge(workspace))];
}
