import { dirname, join } from 'node:path';

/** `sources.json`: which bytes a report measured. */
export type SourcesFile = {
  /** SHA-256 of the report's bytes: of whatever lies beside this file now, it speaks of that report alone. */
  readonly report: string;
  /** The package's folder, relative to the folder of this file. */
  readonly folder: string;
  /** SHA-256 of each source's bytes, by its path relative to the package's folder. */
  readonly sources: Readonly<Record<string, string>>;
};

const schema = 'formwork/sources@1';

/** Where it lies: beside the report. */
export function sourcesFileOf(reportFile: string): string {
  return join(dirname(reportFile), 'sources.json');
}

/** The file's text: keys sorted, so that equal runs leave equal bytes. */
export function renderSources({ report, folder, sources }: SourcesFile): string {
  const sorted = Object.fromEntries(Object.entries(sources).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ schema, report, folder, sources: sorted }, null, 2)}\n`;
}

/** What a text says; null where it is no `formwork/sources@1`. */
export function parseSources(text: string): SourcesFile | null {
  try {
    const value: unknown = JSON.parse(text);
    return isSourcesFile(value) ? value : null;
  } catch {
    return null;
  }
}

/** Without a schema: that of twenty thousand hashes takes as long as all else. One that is no text equals none. */
function isSourcesFile(value: unknown): value is SourcesFile {
  if (!isObject(value) || value['schema'] !== schema) return false;
  return typeof value['report'] === 'string' && typeof value['folder'] === 'string' && isObject(value['sources']);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
