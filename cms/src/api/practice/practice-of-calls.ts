import type { Core } from '@strapi/strapi';
import { cleanAddress, practice, timeZones } from 'shared';
import { inReadTransaction, selectRaw } from '#src/database/unit-of-work';
import { textOrNull } from '#src/text/text-or-null';
import { awayOf, type StoredAway } from './practice-of-comments';

/** What introductory calls need to know of the practice. */
export interface PracticeOfCalls {
  name: string;
  counsellor: string;
  email: string;
  address: string | null;
  /** The IANA zone in which the counsellor works. */
  timeZone: string;
  /** Where readers book instead; null if they book here. */
  bookingUrl: string | null;
  /** Until when the counsellor is away, in milliseconds since 1970; it may have passed. */
  awayUntil: number | null;
}

interface CallsRow extends StoredAway {
  name: string | null;
  counsellor: string | null;
  email: string | null;
  address: string | null;
  timeZone: string | null;
  bookingUrl: string | null;
}

/** Written out, because everybody who books waits for it. */
const callsStatement = `
  select name, counsellor, email, address, time_zone as "timeZone", booking_url as "bookingUrl",
    away_until as "awayUntil", away_message as "awayMessage"
  from practices limit 1`;

/** Joins the transaction that is open. A booking address that cannot be shown is none. */
export const practiceOfCalls = async (strapi: Core.Strapi): Promise<PracticeOfCalls> => {
  const [row] = await inReadTransaction(strapi, (uow) => selectRaw<CallsRow>(uow, callsStatement, []));
  const away = row === undefined ? null : awayOf(row);
  const booking = practice.shape.bookingUrl.safeParse(textOrNull(row?.bookingUrl));
  return {
    name: row?.name ?? '',
    counsellor: row?.counsellor ?? '',
    email: cleanAddress(row?.email ?? ''),
    address: textOrNull(row?.address),
    timeZone: row?.timeZone ?? timeZones[0],
    bookingUrl: booking.success ? booking.data : null,
    awayUntil: away === null ? null : Date.parse(away.until),
  };
};
