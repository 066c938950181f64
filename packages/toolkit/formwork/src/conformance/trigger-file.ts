import type { TriggerKind } from '../workspace/model.ts';

/** Where the naming law puts what hears a contract, relative to the feature's package. */
export function triggerFile(kind: TriggerKind, contract: string): string {
  const files = {
    consumes: `handlers/on-${contract.replace('.', '-')}.handler.ts`,
    works: `jobs/${contract.replace(/^[^.]*\./, '')}.worker.ts`,
    receives: `realtime/on-${contract.replace('.', '-')}.handler.ts`,
  };
  return `src/${files[kind]}`;
}
