import type { Report, Status } from '../report/report.ts';

/** What all gates together say. */
export type Verdict = {
  readonly schema: 'formwork/gates@1';
  readonly status: Status;
  /** The commit that changes were compared with, as 40 hex digits. */
  readonly base: string;
  readonly gates: readonly Report[];
};

/** One verdict: `error` where any gate had no evidence, else `fail` where any failed. */
export function verdict(base: string, gates: readonly Report[]): Verdict {
  const said = new Set(gates.map(({ status }) => status));
  const status = said.has('error') ? 'error' : said.has('fail') ? 'fail' : 'pass';
  return { schema: 'formwork/gates@1', status, base, gates };
}
