import istanbul, { type FileCoverage as IstanbulFile } from 'istanbul-lib-coverage';
import type { FileCoverage } from '../../lcov/merged.ts';
import type { Count } from '../totals.ts';
import type { IstanbulMap } from './istanbul-map.ts';

/** What is known of a file from istanbul's form: what its lcov would say, and the statements, which lcov does not know. */
export type DetailedCoverage = { readonly coverage: FileCoverage; readonly statements: Count };

/**
 * Adds up maps in istanbul's form, where the places in the source say what is the same; the numbers that lcov gives to branches differ from
 * run to run. Each map comes with the files that its paths mean; others are left out.
 */
export function mergeShards(
  shards: readonly { readonly map: IstanbulMap; readonly files: ReadonlyMap<string, string> }[],
): ReadonlyMap<string, DetailedCoverage> {
  const merged = istanbul.createCoverageMap({});
  for (const { map, files } of shards) {
    for (const [path, data] of Object.entries(map)) {
      const file = files.get(path);
      if (file !== undefined) merged.addFileCoverage({ ...data, path: file });
    }
  }
  return new Map(merged.files().map((file) => [file, detailed(merged.fileCoverageFor(file))]));
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
