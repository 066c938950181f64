import { renderText } from '../report/renderers/text/index.ts';
import { exitOf, type Report } from '../report/report.ts';
import type { Outcome } from './command.ts';

/** A report as what a command gives back. */
export function reportOutcome(report: Report): Outcome {
  return { exitCode: exitOf(report.status), data: report, text: (how) => renderText(report, how), reports: [report] };
}
