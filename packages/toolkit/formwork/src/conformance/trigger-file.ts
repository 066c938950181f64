import type { TriggerKind } from '../workspace/model.ts';
import { triggerFiles } from '../workspace/naming.ts';

/** Where what hears a contract is to be written, relative to the feature's package. */
export function triggerFile(kind: TriggerKind, contract: string): string {
  return `src/${triggerFiles(kind, contract)[0]}`;
}
