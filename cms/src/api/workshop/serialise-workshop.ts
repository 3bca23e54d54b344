import { createHash } from 'node:crypto';
import type { Price, ProgrammePart, Workshop, WorkshopMention, WorkshopSummary } from 'shared';
import type { PracticeOfWorkshops } from '#src/api/practice/read-practice';
import { blocksOf, instantOf, pictureOf, seoOf, type TextSources } from '#src/http/serialise';
import { textOrNull } from '#src/text/text-or-null';
import { parseChanges } from './domain/announced';
import { seatsLeft } from './domain/fullness';
import { retentionDay } from './domain/retention';
import { stateOf } from './domain/schedule';
import type { WorkshopTimes } from './domain/times';
import type { WorkshopWithSeats } from './seats/seat-rows';
import type { WorkshopPageRow, WorkshopRow } from './workshop-rows';

/** Returns what a form says about a price: the label and the amount that it showed. */
export const priceKeyOf = (label: string, pence: number): string =>
  `${pence}-${createHash('sha256').update(label).digest('base64url').slice(0, 11)}`;

export const pricesOf = (row: Pick<WorkshopRow, 'prices'>): Price[] =>
  row.prices.map(({ label, amount, note }) => {
    const pence = Math.round(Number(amount) * 100);
    return { key: priceKeyOf(label, pence), label, pence, note: textOrNull(note) };
  });

export const venueOf = ({
  venueName,
  venueAddress,
}: Pick<WorkshopRow, 'venueName' | 'venueAddress'>): WorkshopSummary['venue'] => {
  const name = textOrNull(venueName);
  return name === null ? null : { name, address: textOrNull(venueAddress) };
};

/** Returns whether readers may be in another time zone than the workshop: online, or away from the practice. */
export const namesZoneOf = (
  { format, timeZone }: Pick<WorkshopRow, 'format' | 'timeZone'>,
  practice: Pick<PracticeOfWorkshops, 'timeZone'>,
): boolean => format !== 'in person' || timeZone !== practice.timeZone;

const summaryFieldsOf = (row: WorkshopRow, { sessions }: WorkshopTimes) => ({
  slug: row.slug,
  title: row.title,
  summary: row.summary ?? '',
  sessions: [...sessions],
  timeZone: row.timeZone,
  format: row.format,
});

export const mentionOf = ({ row, times, seats }: WorkshopWithSeats): WorkshopMention => ({
  ...summaryFieldsOf(row, times),
  cancelled: seats.cancelled_at !== null,
});

export const summaryOf = (
  { row, times, seats }: WorkshopWithSeats,
  practice: Pick<PracticeOfWorkshops, 'timeZone'>,
  now: Date,
): WorkshopSummary => {
  const state = stateOf(times, seats, seats.cancelled_at !== null, now);
  return {
    ...summaryFieldsOf(row, times),
    id: row.documentId,
    namesZone: namesZoneOf(row, practice),
    state,
    venue: venueOf(row),
    prices: pricesOf(row),
    seatsLeft: seatsLeft(state, seats),
    changes: parseChanges(seats.changes),
    cancelledAt: seats.cancelled_at === null ? null : instantOf(Number(seats.cancelled_at)),
    cover: pictureOf(row.cover),
  };
};

const partOf = ({ time, title, description }: WorkshopPageRow['programme'][number]): ProgrammePart => ({
  time: time === null ? null : time.slice(0, 5),
  title,
  description: textOrNull(description),
});

/** Returns a decimal, which PostgreSQL returns as text; null when it is empty or 0. */
export const hoursOf = (stored: number | string | null): number | null =>
  Number(stored ?? 0) > 0 ? Number(stored) : null;

export const workshopOf = (
  loaded: WorkshopWithSeats<WorkshopPageRow>,
  practice: PracticeOfWorkshops,
  sources: TextSources,
  now: Date,
): Workshop => {
  const { row, times, seats } = loaded;
  const { facilitator } = row;
  return {
    ...summaryOf(loaded, practice, now),
    description: blocksOf(row.description, sources),
    audience: textOrNull(row.audience),
    facilitator: facilitator && {
      slug: facilitator.slug,
      name: facilitator.name,
      role: textOrNull(facilitator.role),
      bio: blocksOf(facilitator.bio, sources),
      portrait: pictureOf(facilitator.portrait),
    },
    mapUrl: textOrNull(row.mapUrl),
    capacity: seats.capacity,
    programme: row.programme.map(partOf),
    cpdHours: hoursOf(row.cpdHours),
    opens: times.opens,
    closes: times.closes,
    cancellationTerms: textOrNull(row.cancellationTerms),
    howToPay: row.prices.some(({ amount }) => Number(amount) > 0) ? practice.howToPay : null,
    deletedOn: retentionDay(seats, { times, timeZone: row.timeZone }, practice.keepDays),
    cancelled: seats.cancelled_at === null ? null : { message: textOrNull(seats.cancellation_message) },
    seo: seoOf(row.seo),
  };
};
