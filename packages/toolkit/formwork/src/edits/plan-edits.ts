import type { Files } from '../report/machine.ts';
import { editExists, anchorMissing } from './edit-error.ts';
import { editJson } from './edit-json.ts';
import { editTsImport } from './edit-ts-import.ts';
import { editTsElement, editTsProperty } from './edit-ts-literal.ts';
import type { Edit, FollowUp, Plan } from './plan.ts';
import { assertPlan } from './assert-plan.ts';
import { sha256 } from './sha256.ts';
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
  const texts = new Map<string, { readonly before: string | null; readonly after: string | null }>();
  for (const edit of edits) {
    const { before, after } = texts.get(edit.path) ?? unchanged(lookAt(edit.path, files, root).text);
    texts.set(edit.path, { before, after: edited(after, edit) });
  }
  const planned = [...texts].flatMap(([path, { before, after }]) =>
    after === null || after === before ? [] : [{ path, before: before === null ? null : sha256(before), after }],
  );
  const plan: Plan = { schema: 'formwork/plan@1', command, edits: planned, followUps: planned.length === 0 ? [] : followUps };
  assertPlan(plan);
  return plan;
}

function unchanged(text: string | null): { readonly before: string | null; readonly after: string | null } {
  return { before: text, after: text };
}

function edited(text: string | null, edit: Edit): string {
  if (edit.kind === 'replace') return edit.text;
  if (edit.kind === 'create') {
    if (text === null || text === edit.text) return edit.text;
    throw editExists(edit.path, null);
  }
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
