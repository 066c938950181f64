import type { Report } from '../report/report.ts';
import type { ReportFormat } from './globals.ts';

/** `gate` is the command's name, `words` the report for people; back come what goes to stdout, and the words for stderr. */
type Render = (reports: readonly Report[], gate: string, words: string) => Promise<{ readonly reports: string; readonly words: string }>;

/** Renders the reports that a command gave back. Each renderer is loaded when it is asked for. */
export const renderReports: Readonly<Record<ReportFormat, Render>> = {
  markdown: async (reports, gate, words) => {
    const { renderMarkdown } = await import('../report/renderers/markdown/index.ts');
    return { reports: renderMarkdown(reports, { gate }), words };
  },
  github: async (reports, _gate, words) => {
    const { renderGithub, withoutCommands } = await import('../report/renderers/github/index.ts');
    return { reports: renderGithub(reports), words: withoutCommands(words) };
  },
  sarif: async (reports, _gate, words) => {
    const { renderSarif } = await import('../report/renderers/sarif/index.ts');
    const { formworkVersion } = await import('../generators/version.ts');
    return { reports: renderSarif(reports, { version: formworkVersion() }), words };
  },
  junit: async (reports, _gate, words) => {
    const { renderJunit } = await import('../report/renderers/junit/index.ts');
    return { reports: renderJunit(reports), words };
  },
};
