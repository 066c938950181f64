import { finding, type Finding } from '../../report/finding.ts';
import type { Evidence } from './evidence.ts';

/** A report of sources that are not those that lie there now. */
export function staleReport({ package: { name, folder }, stale }: Pick<Evidence, 'package' | 'stale'>): Finding {
  const [first = '', ...others] = stale;
  const changed = others.length === 0 ? `${first} is` : `${first} and ${others.length} more are`;
  return finding({
    code: 'coverage/stale',
    file: `${folder}/package.json`,
    message: `The report of ${name} is of other sources: ${changed} not what its tests measured.`,
    fix: `Run them again: pnpm test --filter ${name} -- --coverage.`,
  });
}

/** A report of which nobody knows whether its sources are those that lie there now, where that has to be known. */
export function unknownFreshness({ package: { name, folder }, unknown }: Pick<Evidence, 'package' | 'unknown'>): Finding {
  return finding({
    code: 'coverage/freshness-unknown',
    file: `${folder}/package.json`,
    message: `Nobody knows whether the report of ${name} is of these sources: ${unknown}.`,
    fix: `Let its test script run through formwork coverage measure, and run it: pnpm test --filter ${name} -- --coverage.`,
  });
}
