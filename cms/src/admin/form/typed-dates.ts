type Values = Readonly<Record<string, unknown>>;

/** What a form held when it was opened or saved, and whether readers see a version of it. */
interface Opened {
  readonly saved: Values;
  readonly isOnSite: boolean;
}

/** Returns what is wrong with dates, by field such as `sessions.0.ends`. */
type DateCheck = (values: Values, now: Date, opened: Opened) => readonly { field: string; message: string }[];

const checks: DateCheck[] = [];

/** Adds what a feature says about the dates of its forms while they are typed. Other forms don't have its fields. */
export const checkTypedDates = (...added: readonly DateCheck[]): void => void checks.push(...added);

/** Returns what is wrong with a date in a form, together with the others in it; null if nothing is. */
export const typedDateError = (name: string, values: Values, opened: Opened): string | null => {
  const found = checks.flatMap((check) => check(values, new Date(), opened)).find(({ field }) => field === name);
  return found?.message ?? null;
};
