import { readFileSync } from 'node:fs';

/** Formwork's own version, which `@formwork/feature` shares. */
export function formworkVersion(): string {
  const { version }: { version: string } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return version;
}
