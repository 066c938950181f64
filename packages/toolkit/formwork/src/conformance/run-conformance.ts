import type { Machine } from '../report/machine.ts';
import type { Report } from '../report/report.ts';
import { readWorkspace } from '../workspace/read-workspace.ts';
import { conformanceReport, type ConformanceOptions } from './conformance-report.ts';

/**
 * Reads the repository in `root`, an absolute path, and judges whether what its manifests declare closes.
 * Throws `config/invalid` and `workspace/unknown-feature`.
 */
export function runConformance(machine: Pick<Machine, 'files' | 'now'>, root: string, options: ConformanceOptions): Report {
  const startedAt = machine.now();
  return conformanceReport(readWorkspace(root, machine), options, () => machine.now() - startedAt);
}
