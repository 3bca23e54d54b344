import type { CareFlag } from '../care-rules';
import type { CareKind } from '../care-words';

/** A comment, and the flag that it should get. */
export interface CareExample {
  text: string;
  /** Null for a comment that should get none. */
  kind: CareKind | null;
  urgent: boolean;
}

/** Shares from 0 to 1. */
export interface CareMeasurement {
  /** Of the comments that should be flagged, how many are. */
  recall: number;
  /** Of the comments that should not be flagged, how many are. */
  falseAlarms: number;
  /** Of the urgent comments, how many are flagged, urgent or not. */
  urgentFlagged: number;
  /** Of the urgent comments, how many are called urgent. */
  urgentRecall: number;
  /** Of the comments without danger, how many are called urgent. */
  urgentFalseAlarms: number;
  /** Of those rightly flagged, how many say rightly who is struggling. */
  rightKind: number;
}

const share = <Item>(items: readonly Item[], isCounted: (item: Item) => boolean): number =>
  items.length === 0 ? 0 : items.filter(isCounted).length / items.length;

/** Returns how well flags agree with those that comments should get. */
export function measureFlags(judged: readonly { example: CareExample; flag: CareFlag | null }[]): CareMeasurement {
  const expected = judged.filter(({ example }) => example.kind !== null);
  const urgent = judged.filter(({ example }) => example.urgent);
  return {
    recall: share(expected, ({ flag }) => flag !== null),
    falseAlarms: share(
      judged.filter(({ example }) => example.kind === null),
      ({ flag }) => flag !== null,
    ),
    urgentFlagged: share(urgent, ({ flag }) => flag !== null),
    urgentRecall: share(urgent, ({ flag }) => flag?.urgent ?? false),
    urgentFalseAlarms: share(
      judged.filter(({ example }) => !example.urgent),
      ({ flag }) => flag?.urgent ?? false,
    ),
    rightKind: share(
      expected.filter(({ flag }) => flag !== null),
      ({ example, flag }) => flag?.kind === example.kind,
    ),
  };
}
