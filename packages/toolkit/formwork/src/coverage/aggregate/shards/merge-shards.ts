import istanbul, { type FileCoverage as IstanbulFile, type FileCoverageData } from 'istanbul-lib-coverage';
import type { FileCoverage } from '../../lcov/merged.ts';
import type { Count } from '../totals.ts';
import { withAllBranches } from './all-branches.ts';
import type { IstanbulMap } from './istanbul-map.ts';

/** What is known of a file from istanbul's form: what its lcov would say, and the statements, which lcov does not know. */
export type DetailedCoverage = { readonly coverage: FileCoverage; readonly statements: Count };

/**
 * Adds up maps in istanbul's form, where the places in the source say what is the same; the numbers that lcov gives to branches differ from
 * run to run, and so does which of V8's ranges are told. Each map comes with the files that its paths mean; others are left out.
 */
export function mergeShards(
  shards: readonly { readonly map: IstanbulMap; readonly files: ReadonlyMap<string, string> }[],
): ReadonlyMap<string, DetailedCoverage> {
  const merged = istanbul.createCoverageMap({});
  const placed = shards.flatMap(({ map, files }) =>
    Object.entries(map).flatMap(([path, data]) => {
      const file = files.get(path);
      return file === undefined ? [] : [{ ...data, path: file }];
    }),
  );
  for (const ofFile of Map.groupBy(placed, ({ path }) => path).values()) {
    const run = ofFile.filter((data) => !wasNeverLoaded(data));
    for (const data of [...withAllBranches(run), ...ofFile.filter(wasNeverLoaded)]) merged.addFileCoverage(data);
  }
  return new Map(merged.files().map((file) => [file, detailed(merged.fileCoverageFor(file))]));
}

/** What a runner was told to count and no test loaded; istanbul lets any other report of it stand in its place. */
function wasNeverLoaded(data: FileCoverageData): boolean {
  return 'all' in data && data.all === true;
}

/** As istanbul's own lcov reporter tells it. */
function detailed(file: IstanbulFile): DetailedCoverage {
  const { total, covered } = file.toSummary().statements;
  const lines = Object.entries(file.getLineCoverage());
  return {
    statements: { found: total, hit: covered },
    coverage: {
      lines: { numbers: lines.map(([line]) => Number(line)), hits: lines.map(([, hits]) => hits) },
      functions: Object.entries(file.fnMap).map(([key, { name, decl }]) => ({ name, line: decl.start.line, hits: Number(file.f[key]) })),
      branches: Object.entries(file.branchMap).flatMap(([block, { loc }]) =>
        [file.b[block]].flat().map((taken, arm) => ({ line: loc.start.line, block, branch: String(arm), taken: Number(taken) })),
      ),
    },
  };
}
