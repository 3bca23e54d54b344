/** A time from one moment to another, in milliseconds since 1970; `until` is not part of it. */
export interface Interval {
  readonly from: number;
  readonly until: number;
}

/** Returns whether two times have a moment in common. */
export const overlap = (a: Interval, b: Interval): boolean => a.from < b.until && b.from < a.until;

/** Returns the times in order, those that overlap or touch made one. Empty ones are left out. */
export const merged = (times: readonly Interval[]): Interval[] => {
  const result: Interval[] = [];
  for (const time of times.filter(({ from, until }) => from < until).toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || time.from > last.until) result.push(time);
    else if (time.until > last.until) result[result.length - 1] = { from: last.from, until: time.until };
  }
  return result;
};

/** Returns the index of the last of the sorted times that begins at this moment or before, or -1. */
export const lastFrom = (times: readonly Pick<Interval, 'from'>[], moment: number): number => {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.from ?? Infinity) <= moment) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** Returns whether a time overlaps one of those that `merged` made. */
export const overlapsAny = (times: readonly Interval[], { from, until }: Interval): boolean => {
  const before = times[lastFrom(times, until - 1)];
  return before !== undefined && before.until > from;
};
