import type { Core } from '@strapi/strapi';
import { type Away, cleanAddress, type ContactSettings, timeZones } from 'shared';
import { booleanOf, type StoredBoolean } from '#src/database/stored-values';
import { inReadTransaction, selectRaw } from '#src/database/unit-of-work';
import { locationOf } from './domain/facts';
import { contactSettings, replyTimes, type StoredContactSettings } from './domain/settings';
import { type ReplyTimes, weekdays } from './domain/working-days';
import { awayOf } from './practice-of-comments';

/** What the contact form needs to know of the practice. */
export interface PracticeOfContact {
  name: string;
  counsellor: string;
  email: string;
  /** Null unless she wants it to be shown. */
  address: string | null;
  /** The IANA zone in which the counsellor works. */
  timeZone: string;
  /** Null if she has entered no time; it may have passed. */
  away: Away | null;
  times: ReplyTimes;
  settings: ContactSettings;
}

interface ContactRow extends Record<(typeof weekdays)[number] | 'spaceList', StoredBoolean | null> {
  name: string | null;
  counsellor: string | null;
  email: string | null;
  address: string | null;
  showsLocation: string | null;
  timeZone: string | null;
  awayUntil: Date | number | null;
  awayMessage: string | null;
  replyDays: number | null;
  bankHolidays: StoredContactSettings['bankHolidays'];
  keepDays: number | null;
  keepDataDays: number | null;
}

/** Written out, because everybody who opens or sends the form waits for it. */
const contactStatement = `
  select p.name, p.counsellor, p.email, p.address, p.shows_location as "showsLocation", p.time_zone as "timeZone",
    p.away_until as "awayUntil", p.away_message as "awayMessage", s.reply_days as "replyDays", s.bank_holidays as "bankHolidays",
    s.space_list as "spaceList", s.keep_days as "keepDays", s.keep_data_days as "keepDataDays",
    ${weekdays.map((weekday) => `s.${weekday}`).join(', ')}
  from practices p
  left join practices_cmps with_settings on with_settings.entity_id = p.id and with_settings.field = 'contact'
  left join components_contact_settings s on s.id = with_settings.cmp_id
  limit 1`;

const storedSettings = (row: ContactRow | undefined): StoredContactSettings | null =>
  row === undefined
    ? null
    : {
        ...Object.fromEntries(weekdays.map((weekday) => [weekday, booleanOf(row[weekday])])),
        spaceList: booleanOf(row.spaceList),
        replyDays: row.replyDays,
        bankHolidays: row.bankHolidays ?? null,
        keepDays: row.keepDays,
        keepDataDays: row.keepDataDays,
      };

/** Joins the transaction that is open. */
export const practiceOfContact = async (strapi: Core.Strapi): Promise<PracticeOfContact> => {
  const [row] = await inReadTransaction(strapi, (uow) => selectRaw<ContactRow>(uow, contactStatement, []));
  const stored = storedSettings(row);
  return {
    name: row?.name ?? '',
    counsellor: row?.counsellor ?? '',
    email: cleanAddress(row?.email ?? ''),
    address: locationOf(row ?? {}).address,
    timeZone: row?.timeZone ?? timeZones[0],
    away: row === undefined ? null : awayOf(row),
    times: replyTimes(stored),
    settings: contactSettings(stored),
  };
};
