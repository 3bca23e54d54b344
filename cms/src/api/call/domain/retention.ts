const dayMs = 86_400_000;

/** The facts that decide when a call is deleted. */
export interface CallFacts {
  readonly ends: Date;
  /** Null while it is booked. */
  readonly cancelledAt: Date | null;
}

/** Returns when a call is due to be deleted: some days after it, or after it was cancelled, whichever is sooner. */
export const callDueAt = ({ ends, cancelledAt }: CallFacts, keepDays: number): Date =>
  new Date(Math.min(ends.getTime(), cancelledAt?.getTime() ?? Infinity) + keepDays * dayMs);
