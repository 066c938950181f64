import type { Files } from '../report/machine.ts';
import { assertPlan } from './assert-plan.ts';
import { anchorMissing, editExists } from './edit-error.ts';
import { editJson } from './edit-json.ts';
import { editTsImport } from './edit-ts-import.ts';
import { editTsElement, editTsProperty } from './edit-ts-literal.ts';
import type { Edit, FollowUp, Plan } from './plan.ts';
import { sha256 } from '../report/sha256.ts';
import { lookAt } from './target.ts';

/**
 * What would have to be written so that all edits are done, several of one file one after the other. What is there already drops out,
 * and with nothing left to write the follow-ups do, too. Reads the files, and changes nothing.
 * Throws `edit/exists`, `edit/anchor-missing`, `edit/anchor-ambiguous`, `edit/not-parsed`, `edit/not-text`, `edit/outside-root`
 * and `plan/invalid`.
 */
export function planEdits(
  edits: readonly Edit[],
  given: { readonly files: Files; readonly root: string; readonly command: string; readonly followUps: readonly FollowUp[] },
): Plan {
  const { files, root, command, followUps } = given;
  const states = new Map<string, State>();
  for (const edit of edits) states.set(edit.path, edited(states.get(edit.path) ?? asItIs(edit.path, files, root), edit));
  const planned = [...states].flatMap(([path, { before, after, whole }]) => {
    if (after === null || after === before) return [];
    if (whole && before !== null) throw editExists(path, null);
    return [{ path, before: before === null ? null : sha256(before), after }];
  });
  const plan: Plan = { schema: 'formwork/plan@1', command, edits: planned, followUps: planned.length === 0 ? [] : followUps };
  assertPlan(plan);
  return plan;
}

/** One file while the edits go over it. */
type State = {
  readonly before: string | null;
  readonly after: string | null;
  /** Whether all of it is given, so that it must not be there with other content. */
  readonly whole: boolean;
};

function asItIs(path: string, files: Files, root: string): State {
  const { text } = lookAt(path, files, root);
  return { before: text, after: text, whole: false };
}

function edited({ before, after, whole }: State, edit: Edit): State {
  if (edit.kind === 'replace') return { before, after: edit.text, whole: false };
  if (edit.kind !== 'create') return { before, after: editedText(after, edit), whole };
  if (after !== before && after !== edit.text) throw editExists(edit.path, null);
  return { before, after: edit.text, whole: true };
}

function editedText(text: string | null, edit: Exclude<Edit, { kind: 'create' | 'replace' }>): string {
  if (text === null) throw anchorMissing(edit.path, 'file');
  switch (edit.kind) {
    case 'json':
      return editJson(text, edit);
    case 'ts-import':
      return editTsImport(text, edit);
    case 'ts-property':
      return editTsProperty(text, edit);
    case 'ts-element':
      return editTsElement(text, edit);
  }
}
