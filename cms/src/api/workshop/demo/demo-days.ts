const day = 86_400_000;

const asDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The first such weekday (0 is Sunday) at least so many days from now, as a calendar day. */
export const weekdayFrom = (now: Date, { days, weekday }: { days: number; weekday: number }): string => {
  const from = now.getTime() + days * day;
  return asDay(from + ((weekday - new Date(from).getUTCDay() + 7) % 7) * day);
};

/** A calendar day so many days after another. */
export const laterDay = (from: string, days: number): string => asDay(Date.parse(from) + days * day);
