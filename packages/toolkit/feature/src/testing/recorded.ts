import type { TriggerKind } from '../kinds.ts';
import type { AuditEntry } from '../ports.ts';

/** An event or a job as it went over the wire. */
export interface RecordedMessage {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
}

export interface RecordedBroadcast {
  readonly channel: string;
  readonly scope: string;
  readonly audience: string | null;
  readonly payload: unknown;
}

/** A message that its handler rejected as often as it may be tried. */
export interface Failure {
  readonly kind: TriggerKind;
  readonly contract: string;
  /** `<feature>.<useCase>`. */
  readonly useCase: string;
  readonly id: string;
  readonly attempts: number;
  /** What the last attempt threw. */
  readonly error: unknown;
}

/** Everything that a composition did, in the order in which it happened. */
export interface Recorded {
  readonly published: RecordedMessage[];
  readonly enqueued: RecordedMessage[];
  readonly broadcast: RecordedBroadcast[];
  readonly audited: AuditEntry[];
  readonly spans: { readonly name: string; readonly status: 'ok' | 'error' }[];
  readonly captured: { readonly useCase: string; readonly error: unknown }[];
  readonly failures: Failure[];
}
