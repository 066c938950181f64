import { dirname, join } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  schema: z.literal('formwork/sources@1'),
  /** SHA-256 of the report's bytes: of whatever lies beside this file now, it speaks of that report alone. */
  report: z.string(),
  /** The package's folder, relative to the folder of this file. */
  folder: z.string(),
  /** SHA-256 of each source's bytes, by its path relative to the package's folder. */
  sources: z.record(z.string(), z.string()),
});

/** `sources.json`: which bytes a report measured. */
export type SourcesFile = z.output<typeof schema>;

/** Where it lies: beside the report. */
export function sourcesFileOf(reportFile: string): string {
  return join(dirname(reportFile), 'sources.json');
}

/** The file's text: keys sorted, so that equal runs leave equal bytes. */
export function renderSources({ report, folder, sources }: Omit<SourcesFile, 'schema'>): string {
  const sorted = Object.fromEntries(Object.entries(sources).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ schema: 'formwork/sources@1', report, folder, sources: sorted }, null, 2)}\n`;
}

/** What a text says; null where it is no `formwork/sources@1`. */
export function parseSources(text: string): SourcesFile | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
