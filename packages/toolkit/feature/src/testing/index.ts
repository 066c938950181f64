export { manualClock, type ManualClock } from './manual-clock.ts';
export { memoryComposition, type MemoryComposition } from './memory-composition.ts';
export type { Failure, Recorded, RecordedBroadcast, RecordedMessage } from './recorded.ts';
export { stubUseCase } from './stub-use-case.ts';
