import { z } from 'zod';
import { instant } from '../envelope.js';
import { line } from '../free-text.js';

/** The admin's endpoints about the counsellor's other calendars, below `/quiet-room/calls`. All answer `{ data }`. */

const version = z.int().positive();

/** Why a calendar could not be read. `private-network`: its address leads to a network that is not allowed. */
export const calendarErrors = [
  'not-found',
  'refused',
  'unreachable',
  'too-slow',
  'too-large',
  'not-a-calendar',
  'private-network',
  'too-many-events',
] as const;
export type CalendarError = (typeof calendarErrors)[number];

/**
 * One of her other calendars. The address is never shown again: `host` is its host name. `readAt`: when it was last
 * read; `triedAt`: when that was last tried; `error`: why the last try failed; `isStale`: its copy is too old to count,
 * so nothing can be booked until it was read; `busyCount`: how many busy times it has within the horizon.
 */
export const callCalendar = z.object({
  number: z.int().positive(),
  version,
  name: z.string(),
  host: z.string(),
  allDayBlocks: z.boolean(),
  readAt: instant.nullable(),
  triedAt: instant.nullable(),
  error: z.enum(calendarErrors).nullable(),
  isStale: z.boolean(),
  busyCount: z.int().min(0),
});
export type CallCalendar = z.infer<typeof callCalendar>;

/**
 * `GET /calls/calendars`. `feedSince`: since when her own feed has the address that it has; null if she has none.
 * `invitationsTo`: where invitations to calls are sent; null if they are not.
 */
export const callCalendars = z.object({
  calendars: z.array(callCalendar),
  feedSince: instant.nullable(),
  invitationsTo: z.string().nullable(),
});
export type CallCalendars = z.infer<typeof callCalendars>;

/** A calendar's secret address: https or webcal (which is https), at most 2,000 characters. */
export const calendarAddress = z
  .string()
  .trim()
  .min(1, { error: 'missing' })
  .max(2_000, { error: 'too-long' })
  .transform((address) => address.replace(/^webcals?:/i, 'https:'))
  .refine((address) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol), {
    error: 'not-an-address',
  });

/** `POST /calls/calendars`: adds one and reads it at once; its response is `callCalendar` */
export const addCalendarRequest = z.strictObject({
  name: line({ min: 1, max: 60 }),
  address: calendarAddress,
  allDayBlocks: z.boolean(),
});

/** `POST /calls/calendars/:number`: changes name, address (null keeps it) and whether all-day events block */
export const changeCalendarRequest = z.strictObject({
  version,
  name: line({ min: 1, max: 60 }),
  address: calendarAddress.nullable(),
  allDayBlocks: z.boolean(),
});

/** `POST /calls/calendars/:number/read` and `/delete` have no body; `read` answers with `callCalendar`. */

/** `POST /calls/feed`: a new secret address for her own feed, shown once; the old one ends. `/feed/revoke` ends it. */
export const newCallFeed = z.object({ address: z.url() });
