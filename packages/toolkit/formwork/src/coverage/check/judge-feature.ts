import type { Band, Bands } from '@formwork/feature';
import { finding, type Finding } from '../../report/finding.ts';
import type { Manifest, Package } from '../../workspace/model.ts';
import { share, type Count, type Counts } from '../aggregate/totals.ts';
import type { BlindLayer } from './blind-layers.ts';
import type { UntoldMeasure } from './untold-measures.ts';

/** What is known of a feature whose tests were measured. */
export type MeasuredFeature = {
  readonly package: Package;
  readonly manifest: Manifest;
  readonly bands: Pick<Bands, 'baseline' | 'layers'>;
  /** What the report counts in the feature's files, by their paths relative to the package; statements of all of them, or of none. */
  readonly files: ReadonlyMap<string, Counts>;
  readonly blind: readonly BlindLayer[];
  readonly untold: readonly UntoldMeasure[];
};

/** What a band is asked of: all files of a feature, or those of one layer. */
type Scope = { readonly said: string; readonly asked: Required<Band>; readonly files: readonly (readonly [string, Counts])[] };

/** The order in which vitest asks. */
const measures = ['lines', 'functions', 'branches', 'statements'] as const;
type Measure = (typeof measures)[number];

/**
 * Judges the tests of a feature by its bands: the baseline over all of its files, and each layer's over those below its folder, as vitest's
 * thresholds are. Where statements are not told apart from lines, lines stand for them.
 */
export function judgeFeature(feature: MeasuredFeature): readonly Finding[] {
  const { bands, blind, untold } = feature;
  const all = [...feature.files].sort(([a], [b]) => (a < b ? -1 : 1));
  const layers = Object.entries(bands.layers).map(([layer, asked]): Scope => {
    return { said: `src/${layer}/**`, asked, files: all.filter(([file]) => file.startsWith(`src/${layer}/`)) };
  });
  const scopes = [{ said: 'all files', asked: bands.baseline, files: all }, ...layers];
  return [
    ...blind.map((layer) => notMeasured(layer, feature)),
    ...untold.filter(({ measure }) => scopes.some(({ asked }) => asked[measure] > 0)).map((one) => notTold(one, feature)),
    ...scopes.flatMap((scope) => measures.flatMap((measure) => missedBand(scope, measure, feature))),
  ];
}

/** One finding where the band is missed. Lines that stand for statements are not told twice where no more is asked of them. */
function missedBand({ said, asked, files }: Scope, measure: Measure, { manifest, package: owner }: MeasuredFeature): readonly Finding[] {
  const counts = files.map(([file, counted]) => ({ file, ...countOf(counted, measure) }));
  const { percent } = share(counts);
  const isTold = measure === 'statements' && asked.statements <= asked.lines && files.every(([, { statements }]) => statements === null);
  if (percent >= asked[measure] || isTold) return [];
  const band = `the band asks for ${asked[measure]} %; most is missed in ${most(counts)}`;
  return [
    finding({
      code: 'coverage/below-band',
      file: manifest.file,
      ...(manifest.coverageAt ?? manifest.at),
      message: `Tests cover ${percent} % of the ${measure} of ${said} in ${manifest.name}, and ${band}.`,
      fix: `Test what is not covered: pnpm test --filter ${owner.name} -- --coverage leaves it in ${owner.folder}/coverage/lcov.info.`,
    }),
  ];
}

function countOf(counts: Counts, measure: Measure): Count {
  return measure === 'statements' ? (counts.statements ?? counts.lines) : counts[measure];
}

/** The files that miss most, three at the most. */
function most(counts: readonly (Count & { readonly file: string })[]): string {
  const missing = counts
    .map(({ file, found, hit }) => ({ file, found, missed: found - hit }))
    .filter(({ missed }) => missed > 0)
    .sort((a, b) => b.missed - a.missed);
  const shown = missing.slice(0, 3).map(({ file, found, missed }) => `${file} (${missed} of ${found})`);
  const others = missing.length - shown.length;
  return `${shown.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}

function notMeasured({ layer, files: [first = '', ...others] }: BlindLayer, { manifest, package: owner }: MeasuredFeature): Finding {
  const named = others.length === 0 ? first : `${first} and ${others.length} more`;
  return finding({
    code: 'coverage/layer-not-measured',
    file: manifest.file,
    ...(manifest.coverageAt ?? manifest.at),
    message: `Nobody knows what tests run of ${layer === null ? '' : `the ${layer} of `}${manifest.name}: no report speaks of ${named}.`,
    fix: `Let the runner measure all of src, loaded or not, and exclude no layer: pnpm test --filter ${owner.name} -- --coverage.`,
  });
}

function notTold({ measure, file }: UntoldMeasure, { manifest, package: owner }: MeasuredFeature): Finding {
  return finding({
    code: 'coverage/measure-not-told',
    file: manifest.file,
    ...(manifest.coverageAt ?? manifest.at),
    message: `Nobody knows how tests fare with the ${measure} of ${manifest.name}: its report tells of none, and ${file} holds some.`,
    fix: `Let the runner write ${measure} to ${owner.folder}/coverage/lcov.info; where it cannot, ask for 0 % of them in the bands of the manifest.`,
  });
}
