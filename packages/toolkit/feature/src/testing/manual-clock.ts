import type { Clock } from '../ports.ts';

/** A clock that moves only by hand. */
export interface ManualClock extends Clock {
  /** Sets the clock. */
  readonly set: (time: Date) => void;
  /** Moves the clock on by milliseconds. */
  readonly advance: (milliseconds: number) => void;
}

/** @param start what the clock shows first; the first moment of 2020 in UTC where it is not given. */
export const manualClock = (start: Date = new Date('2020-01-01T00:00:00.000Z')): ManualClock => {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    set: (time) => {
      now = time.getTime();
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
};
