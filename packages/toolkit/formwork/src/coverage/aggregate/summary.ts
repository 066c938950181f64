import type { Evidence } from './evidence.ts';
import type { MeasuredFiles } from './measured-file.ts';
import { totalsOf, type Counts, type Totals } from './totals.ts';

/** `coverage/summary.json`. */
export type CoverageSummary = {
  readonly schema: 'formwork/coverage@1';
  readonly totals: Totals;
  /** Of all features together, by the folder below `src` that a file lies in. */
  readonly layers: Layers;
  /** Those that have a report, in the order of their folders. */
  readonly packages: readonly PackageSummary[];
};

type PackageSummary = {
  readonly name: string;
  readonly folder: string;
  readonly files: number;
  readonly totals: Totals;
  /** Of a feature alone. */
  readonly layers?: Layers;
};

/** By the layer's name, in the order of the names. */
type Layers = Readonly<Record<string, { readonly files: number; readonly totals: Totals }>>;

/**
 * Sums up what packages measured. `merged` is what they say together; a package's own numbers are those of its own report. `isFeature`
 * tells whose folders are layers.
 */
export function summaryOf(
  measured: readonly Pick<Evidence, 'package' | 'files'>[],
  merged: MeasuredFiles,
  isFeature: (folder: string) => boolean,
): CoverageSummary {
  const packages = measured.map(({ package: { name, folder }, files }) => {
    const own = Array.from(files, ([file, { counts }]): Layered => ({ layer: isFeature(folder) ? layerOf(file, folder) : null, counts }));
    return { name, folder, own };
  });
  return {
    schema: 'formwork/coverage@1',
    totals: totalsOf(Array.from(merged.values(), ({ counts }) => counts)),
    layers: layersOf(packages.flatMap(({ own }) => own)),
    packages: packages.map(({ name, folder, own }) => ({
      name,
      folder,
      files: own.length,
      totals: totalsOf(own.map(({ counts }) => counts)),
      ...(isFeature(folder) ? { layers: layersOf(own) } : {}),
    })),
  };
}

type Layered = { readonly layer: string | null; readonly counts: Counts };

function layersOf(files: readonly Layered[]): Layers {
  const byLayer = Map.groupBy(files, ({ layer }) => layer);
  const named = [...byLayer].flatMap(([layer, own]) => (layer === null ? [] : [{ layer, own }]));
  const sorted = named.sort((a, b) => Number(a.layer > b.layer) - Number(a.layer < b.layer));
  return Object.fromEntries(
    sorted.map(({ layer, own }) => [layer, { files: own.length, totals: totalsOf(own.map(({ counts }) => counts)) }]),
  );
}

/** The folder below a feature's `src` that a file lies in; null where it lies in none, or elsewhere. */
function layerOf(file: string, folder: string): string | null {
  const source = `${folder}/src/`;
  const [layer = '', ...below] = file.startsWith(source) ? file.slice(source.length).split('/') : [];
  return below.length === 0 ? null : layer;
}
