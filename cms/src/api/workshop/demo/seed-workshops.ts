import type { Core } from '@strapi/strapi';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import { markParticipant } from '#src/api/workshop/participants/participant-actions';
import { confirmRegistration } from '#src/api/workshop/registration/confirm-registration';
import { register } from '#src/api/workshop/registration/register';
import { withLockedRegistration } from '#src/api/workshop/registration/registration-actions';
import { registrationOf } from '#src/api/workshop/registration/registration-rows';
import { priceKeyOf } from '#src/api/workshop/serialise-workshop';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import type { StoredFile } from '#src/setup/seed/pictures';
import { type DemoWorkshop, demoWorkshops } from './demo-workshops';

const day = 86_400_000;

const asDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * Returns the first date with this weekday that is at least `days` days from now.
 * @param weekday 0 is Sunday
 */
export const weekdayFrom = (now: Date, { days, weekday }: { days: number; weekday: number }): string => {
  const from = now.getTime() + days * day;
  return asDay(from + ((weekday - new Date(from).getUTCDay() + 7) % 7) * day);
};

/** Returns the date `days` days after another. */
export const laterDay = (from: string, days: number): string => asDay(Date.parse(from) + days * day);

const addressOf = (name: string): string =>
  `${name
    .normalize('NFD')
    .replace(/[^\w ]/g, '')
    .toLowerCase()
    .replace(' ', '.')}@example.org`;

type PublishedWorkshop = { documentId: string; slug: string; priceKeys: string[] };

const publish = async (
  strapi: Core.Strapi,
  { from, sessions, about, description }: DemoWorkshop,
  facilitator: string,
  cover: StoredFile,
  now: Date,
): Promise<PublishedWorkshop> => {
  const workshops = strapi.documents('api::workshop.workshop');
  const first = weekdayFrom(now, from);
  const clock = (time: string | null): string | null => (time === null ? null : `${time}:00.000`);
  const { programme = [], prices = [] } = about as {
    programme?: { time: string | null }[];
    prices?: { label: string; amount: number }[];
  };
  const data = {
    ...about,
    facilitator,
    cover: cover.id,
    description,
    timeZone: 'Europe/London',
    programme: programme.map((part) => ({ ...part, time: clock(part.time) })),
    sessions: sessions.map(({ after, starts, ends }) => ({
      day: laterDay(first, after),
      starts: clock(starts),
      ends: clock(ends),
    })),
  };
  const made = await workshops.create({
    data: data as unknown as Parameters<typeof workshops.create>[0]['data'],
    status: 'published',
  });
  const priceKeys = prices.map(({ label, amount }) => priceKeyOf(label, Math.round(amount * 100)));
  return { documentId: made.documentId, slug: made.slug ?? '', priceKeys };
};

/** Registers a demo participant in the usual steps, but cancels the emails, because the addresses are made up. */
const takePart = async (
  uow: UnitOfWork,
  workshop: PublishedWorkshop,
  person: DemoWorkshop['people'][number],
  when: Date,
): Promise<void> => {
  const { name, price, accessNeeds = null, paid, attended } = person;
  const nonce = addressOf(name)
    .replace(/[^a-z]/g, '')
    .padEnd(22, '0')
    .slice(0, 22);
  const {
    receipt: { number },
  } = await register(
    uow.strapi,
    workshop.slug,
    {
      name,
      email: addressOf(name),
      price: workshop.priceKeys[price - 1] ?? null,
      accessNeeds,
      consent: accessNeeds !== null,
      nonce,
      network: null,
    },
    when,
  );
  const find = async () => found(await registrationOf(uow, number));
  await withLockedRegistration(uow.strapi, find, (locked) => confirmRegistration(locked, when));
  const marks = { ...(paid === true && { paid }), ...(attended !== undefined && { attended }) };
  await markParticipant(
    uow.strapi,
    workshop.documentId,
    { number, version: (await find()).version },
    marks,
    new Date(),
  );
  await cancelEmails(uow, { about: `registration:${number}` });
};

/** Publishes the demo workshops with their participants, in the caller's transaction; returns their document ids. */
export const seedDemoWorkshops = async (
  uow: UnitOfWork,
  { facilitator, covers, now }: { facilitator: string; covers: Record<DemoWorkshop['key'], StoredFile>; now: Date },
): Promise<Record<DemoWorkshop['key'], string>> => {
  const made: [string, string][] = [];
  for (const workshop of demoWorkshops) {
    const published = await publish(uow.strapi, workshop, facilitator, covers[workshop.key], now);
    const days = Math.min(workshop.from.days, 0) - 20;
    for (const [index, person] of workshop.people.entries())
      await takePart(uow, published, person, new Date(now.getTime() + (days + index) * day));
    made.push([workshop.key, published.documentId]);
  }
  return Object.fromEntries(made) as Record<DemoWorkshop['key'], string>;
};
