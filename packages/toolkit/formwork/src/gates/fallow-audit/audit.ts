import { join } from 'node:path';
import { FormworkError } from '../../report/formwork-error.ts';
import { finding, type Finding } from '../../report/finding.ts';
import type { Finished, Machine } from '../../report/machine.ts';
import { report, type Report } from '../../report/report.ts';
import type { Base } from '../../report/resolve-base.ts';
import { auditSchema, errorSchema, type Audit } from './audit-schema.ts';
import { auditFindings } from './audit-findings.ts';

/**
 * Runs `fallow audit`, with the `.fallowrc.json` of the root, on what changed since the base, and says in our form what it found.
 * Throws `fallow/not-installed` and `fallow/failed`.
 */
export async function audit(base: Base, { machine, root }: { readonly machine: Machine; readonly root: string }): Promise<Report> {
  const startedAt = machine.now();
  const bin = join(root, 'node_modules/.bin/fallow');
  if (machine.files.kind(bin) === null) {
    throw new FormworkError({
      code: 'fallow/not-installed',
      message: 'fallow is not installed in this workspace.',
      fix: 'Run pnpm install; where it is no dependency yet, pnpm add --save-dev --workspace-root fallow.',
      file: 'package.json',
    });
  }
  const finished = await machine.run([bin, 'audit', '--base', base.commit, '--format', 'json', '--quiet'], { folder: root });
  const said = parsed(finished);
  const findings = auditFindings(said);
  const isUntold = said.verdict === 'fail' && !findings.some(({ severity }) => severity === 'error');
  return report({
    gate: 'fallow:audit',
    base: base.commit,
    inspected: { files: said.changed_files_count },
    durationMs: machine.now() - startedAt,
    note: said.changed_files_count === 0 ? `nothing has changed since ${base.source}` : null,
    findings: isUntold ? [...findings, untold()] : findings,
  });
}

function parsed({ stdout, stderr, exitCode }: Finished): Audit {
  const data = json(stdout);
  const told = auditSchema.safeParse(data);
  if (told.success && exitCode < 2) return told.data;
  const refusal = errorSchema.safeParse(data);
  const why = refusal.success ? refusal.data.message : `${stderr}\n${stdout}`.trim().slice(0, 2000);
  throw new FormworkError({
    code: 'fallow/failed',
    message: `fallow could not audit (exit code ${exitCode}): ${why}`,
    fix: 'Run node_modules/.bin/fallow audit to see what it wants, and look at .fallowrc.json.',
    file: '.fallowrc.json',
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function untold(): Finding {
  return finding({
    code: 'fallow/failed',
    file: '.fallowrc.json',
    message: 'fallow fails what has changed, for a reason that is not among its findings.',
    fix: 'Run node_modules/.bin/fallow audit to read it.',
  });
}
