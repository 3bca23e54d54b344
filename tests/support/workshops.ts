import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type {
  ConfirmedRegistration,
  PrivateRegistration,
  RegistrationChange,
  RegistrationReceipt,
  RegistrationRequest,
} from 'shared';
import type { CmsHere } from './cms-in-process.ts';
import { cmsPart, selectFrom } from './cms-parts.ts';
import { aNonce } from './comments.ts';
import { workshopFields } from './workshop-fields.ts';
import { documentsOf } from './written.ts';

let people = 0;

/** Returns a registration request, of another person each time. */
export const aRegistration = (over: Partial<RegistrationRequest> = {}): RegistrationRequest => {
  people += 1;
  return {
    name: `Person ${people}`,
    email: `person-${people}@example.org`,
    price: null,
    accessNeeds: null,
    consent: false,
    nonce: aNonce(),
    network: null,
    ...over,
  };
};

/** Returns what a form says about a price: a hash of its label, and the amount that it showed in pence. */
export const priceKey = (label: string, pence: number): string =>
  `${pence}-${createHash('sha256').update(label).digest('base64url').slice(0, 11)}`;

/** Publishes a workshop; returns its document id and slug. */
export const publishWorkshop = async (
  { strapi }: CmsHere,
  over: Record<string, unknown> = {},
): Promise<{ id: string; slug: string }> => {
  const { documentId, slug } = (await documentsOf(strapi, 'api::workshop.workshop').createPublished(
    workshopFields(over),
  )) as { documentId: string; slug: string };
  return { id: documentId, slug };
};

interface PrivateRegistrations {
  look: (token: string, now: Date) => Promise<PrivateRegistration>;
  change: (change: RegistrationChange, now: Date) => Promise<PrivateRegistration>;
  cancel: (token: string, now: Date) => Promise<PrivateRegistration>;
  accept: (token: string, now: Date) => Promise<PrivateRegistration>;
  decline: (token: string, now: Date) => Promise<PrivateRegistration>;
  confirm: (token: string, now: Date) => Promise<ConfirmedRegistration>;
}

/** Returns the CMS's actions on registrations, which take the current time as a parameter. */
export const registrationActions = (strapi: Core.Strapi) => {
  const { register } = cmsPart<{
    register: (
      strapi: Core.Strapi,
      slug: string,
      sent: RegistrationRequest,
      now: Date,
    ) => Promise<{ first: boolean; receipt: RegistrationReceipt }>;
  }>('api/workshop/registration/register.js');
  const own = cmsPart<{ default: (parts: { strapi: Core.Strapi }) => PrivateRegistrations }>(
    'api/workshop/registration/private-registration.js',
  ).default({ strapi });
  const job = <Name extends string>(file: string, name: Name) =>
    cmsPart<Record<Name, (strapi: Core.Strapi, now: Date) => Promise<number>>>(`api/workshop/${file}.js`)[name];
  return {
    register: async (slug: string, sent: RegistrationRequest, now: Date): Promise<RegistrationReceipt> =>
      (await register(strapi, slug, sent, now)).receipt,
    ...own,
    cancelWorkshop: (id: string, words: string | null, now: Date) =>
      cmsPart<{
        cancelWorkshop: (strapi: Core.Strapi, id: string, words: string | null, now: Date) => Promise<number>;
      }>('api/workshop/participants/workshop-actions.js').cancelWorkshop(strapi, id, words, now),
    expire: (now: Date) => job('seats/offers', 'expireSeats')(strapi, now),
    remind: (now: Date) => job('emails/scheduled-emails', 'remindParticipants')(strapi, now),
    thank: (now: Date) => job('emails/scheduled-emails', 'thankParticipants')(strapi, now),
    forget: (now: Date) => job('registration/delete-participants', 'deleteParticipants')(strapi, now),
  };
};

/** Returns the token of the confirmation link in the newest email to an address; null without such an email. */
export const confirmTokenFor = async ({ strapi }: CmsHere, address: string): Promise<string | null> => {
  const row = await strapi.db
    .connection('emails')
    .where({ to: address, kind: 'confirm-place' })
    .orderBy('id', 'desc')
    .first<{ text: string } | undefined>('text');
  return /your-place\/confirm\/([\w.-]+)/.exec(row?.text ?? '')?.[1] ?? null;
};

type Row = Record<string, unknown>;

/**
 * Returns the violated invariants of all workshops.
 * @param all runs a statement and returns its rows
 */
export const brokenIn = async (all: (statement: string) => Promise<Row[]>): Promise<string[]> => {
  const broken: string[] = [];
  const everybody = await all('select workshop_id, state, holds_seat, lower(email) as email from registrations');
  for (const { workshop_id, ...row } of await all('select * from workshop_seats')) {
    const [capacity, taken, waiting] = [row.capacity, row.taken, row.waitlisted].map(Number) as [
      number,
      number,
      number,
    ];
    const people = everybody.filter((one) => one.workshop_id === workshop_id);
    const count = (...states: string[]): number => people.filter(({ state }) => states.includes(String(state))).length;
    const has = people.filter(({ holds_seat }) => Boolean(holds_seat));
    const withoutSeat = ['confirmed', 'offered', 'pending'].filter((state) =>
      people.some((one) => one.state === state && !one.holds_seat),
    );
    const seated = has.filter(({ state }) => !['confirmed', 'offered', 'pending', 'decoy'].includes(String(state)));
    if (taken > capacity) broken.push(`${taken} seats taken of ${capacity}`);
    if (has.length !== taken) broken.push(`${has.length} registrations hold seats, ${taken} are counted`);
    for (const state of withoutSeat) if (state !== 'pending') broken.push(`a registration is ${state} without a seat`);
    for (const { state } of seated) broken.push(`a registration that is ${String(state)} holds a seat`);
    if (count('waitlisted') !== waiting)
      broken.push(`${count('waitlisted')} participants are waitlisted, ${waiting} are counted`);
    if (row.cancelled_at === null && waiting > 0 && taken < capacity)
      broken.push(`${capacity - taken} seats are free while ${waiting} participants are waitlisted`);
    const listed = people
      .filter(({ state }) => ['confirmed', 'waitlisted', 'offered'].includes(String(state)))
      .map(({ email }) => email);
    if (new Set(listed).size !== listed.length) broken.push('an address is registered twice');
  }
  return broken;
};

/** Returns the violated invariants of a CMS in this process. */
export const brokenInvariants = ({ strapi }: CmsHere): Promise<string[]> => brokenIn(selectFrom(strapi));
