import { formatIn, timeWords } from 'shared';

const calendarDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * Returns `1 May 2026 at 9:30am` for an ISO 8601 instant.
 *
 * @param here the reader's time zone (IANA)
 */
export const formatDateTime = (iso: string, here = Intl.DateTimeFormat().resolvedOptions().timeZone): string =>
  `${formatIn(here, { dateStyle: 'long' }).format(new Date(iso))} at ${timeWords(iso, here)}`;

/** Returns `1 May 2026` for a calendar day such as `2026-05-01`. */
export const formatDate = (day: string): string => calendarDay.format(new Date(`${day}T00:00:00Z`));

/** Returns `10:20` of an instant in milliseconds, in the reader's time zone. */
export const clockTime = (at: number): string =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Returns `on Tuesday at 10:20`, or with the date where that was not in the last days. */
export const dayAndClockTime = (at: number, nowMs: number): string => {
  const isRecent = nowMs - at < 6 * dayMs;
  const day = new Date(at).toLocaleDateString(
    'en-GB',
    isRecent ? { weekday: 'long' } : { day: 'numeric', month: 'long', year: 'numeric' },
  );
  return `on ${day} at ${clockTime(at)}`;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Returns a number with its noun: `1 comment`, `3 comments`. */
export const pluralise = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;

/** How many of a long list of names are said. */
const saidOfMany = 3;

/** Returns names as a list in a sentence; of more than four, the first three and how many there are besides. */
export const namesLabel = (names: readonly string[]): string => {
  if (names.length > saidOfMany + 1)
    return `${names.slice(0, saidOfMany).join(', ')} and ${names.length - saidOfMany} more`;
  const [last = '', ...before] = names.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} and ${last}`;
};

/** Returns what was cut off a longer text, ending with a whole word and “…”. */
export const endAtWord = (cut: string): string => {
  const words = cut.replace(/\s+\S*$/u, '');
  // A web address, or what has no spaces, is cut where it is.
  return `${(words.length * 2 >= cut.length ? words : cut).replace(/(?<![\s,.;:–—-])[\s,.;:–—-]+$/u, '')}…`;
};

/** Returns how long ago an ISO 8601 instant was, such as `3 hours` or `2 days`. */
export const formatDuration = (since: string, nowMs: number): string => {
  const passed = nowMs - new Date(since).getTime();
  if (passed < minuteMs) return 'less than a minute';
  if (passed < hourMs) return pluralise(Math.floor(passed / minuteMs), 'minute');
  return passed < 2 * dayMs
    ? pluralise(Math.floor(passed / hourMs), 'hour')
    : pluralise(Math.floor(passed / dayMs), 'day');
};

/** Returns the calendar day that many days from now, in the form that a date field takes (`2026-05-01`). */
export const dateInDays = (days: number, nowMs: number): string =>
  new Date(nowMs + days * dayMs).toISOString().slice(0, 10);

/** Returns how to correct a text that has too many characters (code points). */
export const tooLongMessage = (text: string, limit: number): string =>
  `Shorten this: it has ${[...text.trim()].length} characters and can have ${limit}.`;

/**
 * Returns what is wrong with a text that has to be there; undefined if nothing is.
 *
 * @param missing what to say to an empty one
 */
export const textError = (text: string, limit: number, missing: string): string | undefined => {
  if (text.trim() === '') return missing;
  return [...text.trim()].length > limit ? tooLongMessage(text, limit) : undefined;
};

/** A piece of content, as lists and forms have it. */
export interface Titled {
  readonly title?: unknown;
  /** Of authors and topics, which have no title. */
  readonly name?: unknown;
}

/** Returns the title or name of a piece in quotation marks; null if it has none. */
export const quotedTitle = ({ title, name }: Titled = {}): string | null => {
  const called = [title, name].find((text) => typeof text === 'string' && text.trim() !== '');
  return typeof called === 'string' ? `“${called}”` : null;
};
