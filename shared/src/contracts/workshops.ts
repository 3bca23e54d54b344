import { z } from 'zod';
import { author, blocks, picture, seo } from './content.js';
import { day, instant, many, one, slug } from './envelope.js';

/** Where a workshop stands: all but `cancelled` follow from its times, its places and the clock. */
export const workshopStates = ['not yet open', 'open', 'full', 'closed', 'under way', 'past', 'cancelled'] as const;
export type WorkshopState = (typeof workshopStates)[number];

/** Where people meet. */
export const workshopFormats = ['in person', 'online', 'both'] as const;
export type WorkshopFormat = (typeof workshopFormats)[number];

/** From this many on, a page says how many places are left. */
export const fewSeats = 3;

/** The time zones that a workshop can be held in (IANA names), the usual one first. */
export const timeZones = [
  'Europe/London',
  'Europe/Dublin',
  'Europe/Lisbon',
  'Europe/Paris',
  'Europe/Berlin',
  'Europe/Madrid',
  'Europe/Amsterdam',
  'Europe/Rome',
  'Europe/Warsaw',
  'Europe/Athens',
  'Europe/Helsinki',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Toronto',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
  'Etc/UTC',
] as const;

/** One meeting; both are instants, shown in the workshop's zone. */
export const session = z.object({ starts: instant, ends: instant });
export type Session = z.infer<typeof session>;

/**
 * What a place costs, in pence; 0 is free. `number` counts from 1 in the order of the page; `note` says whom it is for.
 */
export const price = z.object({
  number: z.number().int().min(1),
  label: z.string().min(1),
  pence: z.number().int().min(0),
  note: z.string().nullable(),
});
export type Price = z.infer<typeof price>;

/**
 * A workshop in a list. `sessions` are in order and there is at least one. `seatsLeft` is null unless it is open and
 * few are left. `venue` is null online, or while she has not named one.
 */
export const workshopSummary = z.object({
  slug,
  title: z.string().min(1),
  summary: z.string(),
  state: z.enum(workshopStates),
  sessions: z.array(session).min(1),
  timeZone: z.string(),
  format: z.enum(workshopFormats),
  venue: z.object({ name: z.string(), address: z.string().nullable() }).nullable(),
  prices: z.array(price),
  seatsLeft: z.number().int().min(0).nullable(),
  cover: picture.nullable(),
});
export type WorkshopSummary = z.infer<typeof workshopSummary>;

/** What happens when. `time` is the clock on the wall in the workshop's zone, e.g. `10:50`. */
export const programmePart = z.object({
  time: z.iso.time({ precision: -1 }).nullable(),
  title: z.string().min(1),
  words: z.string().nullable(),
});
export type ProgrammePart = z.infer<typeof programmePart>;

/**
 * `opens` is null when registering was possible from the start; `closes` is always said. `cpdHours` null: no
 * certificate.
 * `deleted` is the day on which what its participants gave is deleted. `cancelled` has her words, which may be empty.
 */
export const workshop = workshopSummary.extend({
  description: blocks,
  audience: z.string().nullable(),
  facilitator: author.nullable(),
  mapUrl: z.url({ protocol: /^https$/ }).nullable(),
  capacity: z.number().int().min(1),
  programme: z.array(programmePart),
  cpdHours: z.number().positive().nullable(),
  opens: instant.nullable(),
  closes: instant,
  cancellationTerms: z.string().nullable(),
  howToPay: z.string().nullable(),
  deleted: day,
  cancelled: z.object({ words: z.string().nullable() }).nullable(),
  seo,
});
export type Workshop = z.infer<typeof workshop>;

const changesAt = z.object({ changesAt: instant.nullable() });

/** GET /api/workshops/:slug -> 200, or 404; `meta.changesAt` is when the clock alone changes this answer. */
export const workshopResponse = z.object({ data: workshop, meta: changesAt });
export type WorkshopResponse = z.infer<typeof workshopResponse>;

/**
 * GET /api/workshops?when=&page=&pageSize= -> 200. `coming` (also under way, also cancelled before its time): the next
 * first;
 * `past`: the latest first. 400 for anything else in the query.
 */
export const workshopsQuery = z.strictObject({
  when: z.enum(['coming', 'past']).default('coming'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(50).default(20),
});
export type WorkshopsQuery = z.input<typeof workshopsQuery>;
const list = many(workshopSummary);
export const workshopsResponse = list.extend({ meta: list.shape.meta.extend(changesAt.shape) });
export type WorkshopsResponse = z.infer<typeof workshopsResponse>;

/** A file of iCalendar (RFC 5545). */
export const calendarFile = z.object({ ics: z.string().startsWith('BEGIN:VCALENDAR') });

/**
 * GET /api/workshops/:slug/calendar -> 200, or 404: its sessions, to be put into a calendar.
 * GET /api/workshop-calendar -> 200: all that come and those of the last 90 days, to be subscribed to.
 */
export const calendarResponse = one(calendarFile);
export type CalendarResponse = z.infer<typeof calendarResponse>;

/** A workshop that a post mentions; one that was called off is mentioned as that. */
export const workshopMention = workshopSummary
  .pick({ slug: true, title: true, summary: true, sessions: true, timeZone: true, format: true })
  .extend({ cancelled: z.boolean() });
export type WorkshopMention = z.infer<typeof workshopMention>;
