import type { Core } from '@strapi/strapi';
import { dayWords, momentWords, priceWords, sessionWords, zoneWords } from 'shared';
import { withdrawLetters } from '#src/api/email/outbox/cancel-emails';
import { oweLetter } from '#src/api/email/outbox/enqueue-email';
import type { Attachment, Letter } from '#src/api/email/templates/email-message';
import type { PracticeOfWorkshops } from '#src/api/practice/workshop-practice';
import { placeEntry } from '#src/api/workshop/calendar/registration-calendar';
import type { WorkshopTimes } from '#src/api/workshop/domain/times';
import type { RegistrationRow } from '#src/api/workshop/registration/registration-rows';
import { confirmPlaceTokenOf, placeTokenOf } from '#src/api/workshop/registration/registration-token';
import { venueOf } from '#src/api/workshop/serialise-workshop';
import type { PlaceWorkshopRow } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { textOrNull } from '#src/http/nullable';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import * as letters from './to-participant';

/** A workshop with all that its letters need to know; `sequence` is that of its calendar entries. */
export interface Around {
  row: PlaceWorkshopRow;
  times: WorkshopTimes;
  sequence: number;
  practice: PracticeOfWorkshops;
}

export const comingOf = ({ row, times }: Pick<Around, 'row' | 'times'>): letters.Coming => {
  const venue = row.place === 'online' ? null : venueOf(row);
  return {
    title: row.title,
    sessions: times.sessions.map(
      (session) => `${sessionWords(session, row.timeZone)}, ${zoneWords(session.starts, row.timeZone)}`,
    ),
    venue: venue && [venue.name, venue.address].filter((part) => part !== null).join(', '),
    mapUrl: textOrNull(row.mapUrl),
    joining: textOrNull(row.joiningDetails),
  };
};

/** Everything of a registration that letters are found again by. */
export const aboutRegistration = ({ id }: Pick<RegistrationRow, 'id'>): string => `registration:${id}`;

export const privateLinkOf = (
  strapi: Core.Strapi,
  { id, link_version }: Pick<RegistrationRow, 'id' | 'link_version'>,
): string =>
  `${settingsOf(strapi).siteUrl}/your-place/${placeTokenOf(servicesOf(strapi).linkKeys, { number: id, linkVersion: link_version })}`;

const confirmLinkOf = (strapi: Core.Strapi, { id }: Pick<RegistrationRow, 'id'>): string =>
  `${settingsOf(strapi).siteUrl}/your-place/confirm/${confirmPlaceTokenOf(servicesOf(strapi).linkKeys, id)}`;

interface Owing {
  kind: string;
  once: string;
  until?: Date;
  notBefore?: Date;
}

/** The letters of one registration. Each is owed in the transaction of what causes it, and once. */
export const lettersOf = (uow: UnitOfWork, person: RegistrationRow, around: Around) => {
  const { row, times, practice } = around;
  const to = { to: person.email, own: privateLinkOf(strapi, person) };
  const entry = (method: 'REQUEST' | 'CANCEL', now: Date): Attachment[] =>
    placeEntry(strapi, person, around, method, now);
  const owe = async (letter: Letter, { kind, once, until, notBefore }: Owing): Promise<boolean> =>
    oweLetter(uow, {
      kind,
      letter,
      about: aboutRegistration(person),
      once: `${kind}:${person.id}:${once}`,
      ...(until && { makesSenseUntil: until }),
      ...(notBefore && { notBefore }),
    });
  const before = new Date(times.starts);
  const price =
    person.price_pence === null || person.price_pence === 0
      ? null
      : `${priceWords(person.price_pence)}${person.price_label === null ? '' : ` (${person.price_label})`}`;

  return {
    confirm: (until: Date, once = '1') =>
      owe(
        letters.confirmPlace({
          to: person.email,
          confirm: confirmLinkOf(strapi, person),
          answer: person.answer,
          until: momentWords(until.toISOString(), row.timeZone),
        }),
        { kind: 'confirm-place', once, until },
      ),
    /** One a day at most, whoever types the address how often. */
    already: (now: Date) =>
      owe(letters.alreadyRegistered(to), {
        kind: 'already-registered',
        once: now.toISOString().slice(0, 10),
        until: before,
      }),
    given: (now: Date) =>
      owe(
        letters.placeGiven({
          ...to,
          coming: comingOf(around),
          attachments: entry('REQUEST', now),
          price,
          howToPay: price === null ? null : practice.howToPay,
        }),
        { kind: 'place-given', once: String(person.version), until: new Date(times.ends) },
      ),
    onWaitlist: () =>
      owe(letters.onTheWaitlist(to), { kind: 'on-the-waitlist', once: String(person.version), until: before }),
    offered: (until: Date) =>
      owe(letters.placeOffered({ ...to, until: momentWords(until.toISOString(), row.timeZone) }), {
        kind: 'place-offered',
        once: String(person.version),
        until,
      }),
    offerIsOver: () =>
      owe(letters.offerIsOver(to), { kind: 'offer-over', once: String(person.version), until: before }),
    reminder: (ahead: 'week' | 'day', session: string, until: Date) =>
      owe(letters.reminder({ ...to, coming: comingOf(around), ahead }), {
        kind: `reminder-${ahead}`,
        once: session,
        until,
      }),
    changed: (now: Date, attachments: Attachment[] = entry('REQUEST', now)) =>
      owe(letters.workshopChanged({ ...to, coming: comingOf(around), attachments }), {
        kind: 'workshop-changed',
        once: String(around.sequence),
        until: new Date(times.ends),
      }),
    calledOff: (words: string | null, withEntry: boolean, now: Date) =>
      owe(letters.calledOff({ ...to, title: row.title, words, attachments: withEntry ? entry('CANCEL', now) : [] }), {
        kind: 'called-off',
        once: '1',
        until: new Date(times.ends),
      }),
    cancelled: (withEntry: boolean, now: Date) =>
      owe(letters.placeCancelled({ ...to, attachments: withEntry ? entry('CANCEL', now) : [] }), {
        kind: 'place-cancelled',
        once: String(person.version),
        until: new Date(times.ends),
      }),
    thanks: (certificate: boolean, deleted: string, notBefore: Date) =>
      owe(letters.thanksForComing({ ...to, certificate, until: dayWords(`${deleted}T12:00:00.000Z`, 'Etc/UTC') }), {
        kind: 'thanks',
        once: '1',
        notBefore,
      }),
    /** What speaks of a place, an offer or a wish that is no more. */
    withdraw: (kind?: string) =>
      withdrawLetters(uow, { about: aboutRegistration(person), ...(kind !== undefined && { kind }) }),
  };
};
