import type { Core } from '@strapi/strapi';

/**
 * How many places each workshop has and how many are taken (given, held or offered), apart from the workshop itself: publishing
 * makes its row anew and would set a count back. The CHECK is the last word on selling a place twice.
 * `sequence` counts the changes that calendars have to hear of (RFC 5545 3.8.7.4), `announced` is what participants were told.
 */
export const createWorkshopSeats = (strapi: Core.Strapi): Promise<unknown> =>
  strapi.db.connection.raw(`create table if not exists workshop_seats (
    workshop_id varchar(255) primary key,
    capacity integer not null,
    taken integer not null default 0,
    waitlisted integer not null default 0,
    cancelled_at bigint,
    cancellation_message text,
    sequence integer not null default 0,
    announced text,
    check (taken >= 0 and taken <= capacity),
    check (waitlisted >= 0)
  )`);
