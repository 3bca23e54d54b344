import { z } from 'zod';
import { author, blocks, picture, seo } from './content.js';
import { day, instant, many, one, slug } from './envelope.js';

/** The states of a workshop; all but `cancelled` follow from its times, its seats and the clock. */
export const workshopStates = ['not yet open', 'open', 'full', 'closed', 'under way', 'past', 'cancelled'] as const;
export type WorkshopState = (typeof workshopStates)[number];

/** How participants meet. */
export const workshopFormats = ['in person', 'online', 'both'] as const;
export type WorkshopFormat = (typeof workshopFormats)[number];

/** Pages show how many places are left when there are this many or fewer. */
export const fewSeats = 3;

/** The time zones of workshops (IANA names), the default first. */
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

/** One meeting, from one instant to another; both are shown in the workshop's time zone. */
export const session = z.object({ starts: instant, ends: instant });
export type Session = z.infer<typeof session>;

/** What a form says about the price that was chosen: the amount in pence that it showed, and a hash of the label. */
export const priceKey = z.string().regex(/^\d{1,7}-[\w-]{11}$/, { error: 'no-such-price' });

/**
 * A price in pence; 0 is free. `key` is what a form is sent with: it names this very label and amount, so that nobody
 * registers for another price than the page showed. `note` says who the price is for.
 */
export const price = z.object({
  key: priceKey,
  label: z.string().min(1),
  pence: z.number().int().min(0),
  note: z.string().nullable(),
});
export type Price = z.infer<typeof price>;

/** How a published workshop has changed: `from` is when it would have started. */
export const workshopChange = z.object({ kind: z.enum(['moved', 'place']), at: instant, from: instant });
export type WorkshopChange = z.infer<typeof workshopChange>;

/**
 * A workshop in a list. `id` never changes. `sessions` are in chronological order. `namesZone`: readers may be in
 * another time zone than the workshop, so its zone is named. `changes` are those since it was first published, the latest
 * last; `cancelledAt` is when it was cancelled. `seatsLeft` is null unless the workshop is open and few
 * seats are left. `venue` is null when none has been entered, for example for an online workshop.
 */
export const workshopSummary = z.object({
  id: z.string().min(1),
  slug,
  title: z.string().min(1),
  summary: z.string(),
  state: z.enum(workshopStates),
  sessions: z.array(session).min(1),
  timeZone: z.string(),
  namesZone: z.boolean(),
  format: z.enum(workshopFormats),
  venue: z.object({ name: z.string(), address: z.string().nullable() }).nullable(),
  prices: z.array(price),
  seatsLeft: z.number().int().min(0).nullable(),
  changes: z.array(workshopChange),
  cancelledAt: instant.nullable(),
  cover: picture.nullable(),
});
export type WorkshopSummary = z.infer<typeof workshopSummary>;

/** One part of the programme. `time` is the local time in the workshop's time zone, such as `10:50`. */
export const programmePart = z.object({
  time: z.iso.time({ precision: -1 }).nullable(),
  title: z.string().min(1),
  description: z.string().nullable(),
});
export type ProgrammePart = z.infer<typeof programmePart>;

/**
 * A workshop with everything that its page shows. `opens` is null when registration has been open from the start. There
 * are no certificates without `cpdHours`. `deletedOn` is the day on which the data of its participants are deleted.
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
  deletedOn: day,
  cancelled: z.object({ message: z.string().nullable() }).nullable(),
  seo,
});
export type Workshop = z.infer<typeof workshop>;

const changesAt = z.object({ changesAt: instant.nullable() });

/** GET /api/workshops/:slug -> 200, or 404; `meta.changesAt` is when the clock alone changes this response. */
export const workshopResponse = z.object({ data: workshop, meta: changesAt });
export type WorkshopResponse = z.infer<typeof workshopResponse>;

/**
 * GET /api/workshops?when=&page=&pageSize= -> 200, or 400 for anything else in the query. `upcoming` lists the next
 * workshop first, including workshops under way and cancelled ones whose dates have not passed; `past` lists the latest
 * first.
 */
export const workshopsQuery = z.strictObject({
  when: z.enum(['upcoming', 'past']).default('upcoming'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(50).default(20),
});
export type WorkshopsQuery = z.input<typeof workshopsQuery>;
const list = many(workshopSummary);
export const workshopsResponse = list.extend({ meta: list.shape.meta.extend(changesAt.shape) });
export type WorkshopsResponse = z.infer<typeof workshopsResponse>;

/** An iCalendar file (RFC 5545). */
export const calendarFile = z.object({ ics: z.string().startsWith('BEGIN:VCALENDAR') });

/**
 * GET /api/workshops/:slug/calendar -> 200 with the sessions of one workshop, or 404.
 * GET /api/workshop-calendar -> 200 with the upcoming workshops and those of the last 90 days, for subscribers.
 */
export const calendarResponse = one(calendarFile);
export type CalendarResponse = z.infer<typeof calendarResponse>;

/** A workshop that a post mentions; a cancelled one is shown as such. */
export const workshopMention = workshopSummary
  .pick({ slug: true, title: true, summary: true, sessions: true, timeZone: true, format: true })
  .extend({ cancelled: z.boolean() });
export type WorkshopMention = z.infer<typeof workshopMention>;
