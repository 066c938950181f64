import type { Files } from '../report/machine.ts';
import type { Report } from '../report/report.ts';
import { folderFromToplevel, fromToplevel } from './from-toplevel.ts';
import type { ReportFormat } from './globals.ts';

/** `gate` is the command's name, `words` the report for people, `folder` the root's path from git's toplevel. */
type About = { readonly gate: string; readonly words: string; readonly folder: string };
/** What goes to stdout, and the words for stderr. */
type Rendered = { readonly reports: string; readonly words: string };

/**
 * Renders the reports that a command gave back. These formats are read outside of the root, by what knows a repository alone: files are named
 * from git's toplevel.
 */
export async function renderReports(
  format: ReportFormat,
  reports: readonly Report[],
  { root, files, ...about }: Omit<About, 'folder'> & { readonly root: string | null; readonly files: Files },
): Promise<Rendered> {
  const folder = folderFromToplevel(root, files);
  return renderers[format](fromToplevel(reports, folder), { ...about, folder });
}

/** Each is loaded when it is asked for. */
const renderers: Readonly<Record<ReportFormat, (reports: readonly Report[], about: About) => Promise<Rendered>>> = {
  markdown: async (reports, { gate, words }) => {
    const { renderMarkdown } = await import('../report/renderers/markdown/index.ts');
    return { reports: renderMarkdown(reports, { gate }), words };
  },
  github: async (reports, { words }) => {
    const { renderGithub, withoutCommands } = await import('../report/renderers/github/index.ts');
    return { reports: renderGithub(reports), words: withoutCommands(words) };
  },
  sarif: async (reports, { words, folder }) => {
    const { renderSarif } = await import('../report/renderers/sarif/index.ts');
    const { formworkVersion } = await import('../generators/version.ts');
    return { reports: renderSarif(reports, { version: formworkVersion(), folder }), words };
  },
  junit: async (reports, { words }) => {
    const { renderJunit } = await import('../report/renderers/junit/index.ts');
    return { reports: renderJunit(reports), words };
  },
};
