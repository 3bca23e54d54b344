import ICAL from 'ical.js';
import { workshopResponse, type WorkshopState } from 'shared';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart } from '../support/cms-parts.ts';
import { storedEmails } from '../support/emails.ts';
import {
  aRegistration,
  brokenInvariants,
  confirmTokenFor,
  publishWorkshop,
  registrationActions,
} from '../support/workshops.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Two mornings around a change of the clock: both begin at 10 on the wall in London. */
const seasons = [
  {
    season: 'the clocks go forward on 29 March',
    days: ['2026-03-28', '2026-03-29'],
    starts: ['2026-03-28T10:00:00.000Z', '2026-03-29T09:00:00.000Z'],
    ends: '2026-03-29T12:00:00.000Z',
    deletedOn: '2026-06-27',
  },
  {
    season: 'the clocks go back on 25 October',
    days: ['2026-10-24', '2026-10-25'],
    starts: ['2026-10-24T09:00:00.000Z', '2026-10-25T10:00:00.000Z'],
    ends: '2026-10-25T13:00:00.000Z',
    deletedOn: '2027-01-23',
  },
] as const;

type FindPage = (strapi: CmsHere['strapi'], slug: string, now: Date) => Promise<unknown>;

/**
 * Times are worked out before a database sees them; a second one, whose datetimes have no zone, is asked in those
 * furthest away.
 */
const servers =
  process.env.TEST_DATABASE === 'postgres'
    ? ['America/Los_Angeles', 'Pacific/Auckland']
    : ['UTC', 'Europe/London', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland'];

describe.each(servers)('a workshop, on a server in %s', (zone) => {
  let cms: CmsHere;
  beforeAll(async () => {
    vi.stubEnv('TZ', zone);
    cms = await startCmsHere({ env: { TZ: zone } });
  });
  afterAll(async () => {
    await cms.stop();
    vi.unstubAllEnvs();
  });

  const emailsTo = async (to: string): Promise<string[]> =>
    (await storedEmails(cms.strapi, { to })).map(({ kind }) => kind);

  it.each(seasons)('keeps its local times when $season', async ({ season, days, starts, ends, deletedOn }) => {
    const { slug, id } = await publishWorkshop(cms, {
      title: `When ${season}`,
      capacity: 2,
      opensDay: days[0].replace(/-\d\d$/, '-01'),
      closesDay: days[0],
      closesTime: '09:00:00.000',
      sessions: days.map((one) => ({ day: one, starts: '10:00:00.000', ends: '13:00:00.000' })),
    });
    const actions = registrationActions(cms.strapi);
    const first = new Date(starts[0]).getTime();
    const before = (ahead: number): Date => new Date(first - ahead);
    const at = async (now: Date) =>
      workshopResponse.parse(
        await cmsPart<{ findWorkshopPage: FindPage }>('api/workshop/public-workshops.js').findWorkshopPage(
          cms.strapi,
          slug,
          now,
        ),
      );
    const stateAt = async (now: Date): Promise<WorkshopState> => (await at(now)).data.state;
    const join = async (now: Date) => {
      const sent = aRegistration();
      const { token, reserved } = await actions.register(slug, sent, now);
      return { email: sent.email, token, reserved };
    };
    const joinAndConfirm = async (now: Date) => {
      const person = await join(now);
      const { token } = await actions.confirm((await confirmTokenFor(cms, person.email)) ?? '', now);
      return { ...person, token };
    };

    const opens = new Date((await at(before(40 * day))).meta.changesAt ?? '');
    expect((await at(before(40 * day))).data.sessions.map((session) => session.starts)).toEqual(starts);
    expect(await stateAt(new Date(opens.getTime() - 1))).toBe('not yet open');
    await expect(join(new Date(opens.getTime() - 1))).rejects.toThrow('is not open');
    expect(await stateAt(opens)).toBe('open');

    const [ann, bea] = [await joinAndConfirm(before(14 * day)), await joinAndConfirm(before(14 * day))];
    expect(await stateAt(before(14 * day))).toBe('full');
    const [cat, dee] = [await joinAndConfirm(before(13 * day)), await join(before(13 * day))];
    expect([cat.reserved, dee.reserved]).toEqual(['waitlist', 'waitlist']);
    // Dee's email is never answered: after a day nothing is left of her, and nothing before.
    expect(await actions.expire(new Date(first - 12 * day - 1))).toBe(0);
    expect(await actions.expire(before(12 * day))).toBe(1);
    await expect(actions.look(dee.token, before(12 * day))).rejects.toThrow('nothing at this address');

    expect(await actions.remind(before(7 * day + 1))).toBe(0);
    expect(await actions.remind(before(7 * day))).toBe(2);
    expect(await actions.remind(before(7 * day - hour))).toBe(0);

    await actions.cancel(bea.token, before(5 * day));
    const offered = await actions.look(cat.token, before(5 * day));
    expect(offered).toMatchObject({ state: 'offered', until: before(3 * day).toISOString() });
    expect(await actions.expire(before(3 * day))).toBe(1);
    expect((await actions.look(cat.token, before(3 * day))).state).toBe('expired');
    expect(await emailsTo(cat.email)).toEqual(['confirm-place', 'waitlist-joined', 'seat-offered', 'offer-expired']);
    expect(await at(before(3 * day))).toMatchObject({ data: { state: 'open', seatsLeft: 1 } });

    const eve = await joinAndConfirm(before(30 * hour));
    expect(await actions.remind(before(25 * hour))).toBe(0);
    expect(await actions.remind(before(24 * hour))).toBe(1);
    expect(await emailsTo(ann.email)).toEqual(['confirm-place', 'place-confirmed', 'week-reminder', 'day-reminder']);
    expect(await emailsTo(eve.email)).toEqual(['confirm-place', 'place-confirmed']);

    expect(await stateAt(before(hour))).toBe('closed');
    expect(await stateAt(before(0))).toBe('under way');
    await expect(actions.cancel(ann.token, before(0))).rejects.toThrow('has started');
    // The day before the second morning, which is not 24 hours after the first one's.
    const second = new Date(starts[1]).getTime();
    expect(await actions.remind(new Date(second - day - 1))).toBe(0);
    expect(await actions.remind(new Date(second - day))).toBe(2);
    expect(await stateAt(new Date(new Date(ends).getTime() - 1))).toBe('under way');
    expect(await stateAt(new Date(ends))).toBe('past');
    expect((await at(new Date(ends))).meta.changesAt).toBeNull();

    await cms.strapi.db
      .connection('registrations')
      .where({ workshop_id: id, state: 'confirmed' })
      .update({ attended: true });
    expect(await actions.look(ann.token, new Date(ends))).toMatchObject({ certificate: true, deletedOn });
    // Marked at the door, they are thanked when it is over, and once.
    expect(await actions.thank(new Date(new Date(ends).getTime() - 1))).toBe(0);
    expect([await actions.thank(new Date(ends)), await actions.thank(new Date(ends))]).toEqual([2, 0]);
    expect((await emailsTo(ann.email)).at(-1)).toBe('thank-you');
    expect(await brokenInvariants(cms)).toEqual([]);
    const midnight = new Date(
      cmsPart<{ startOfDay: (day: string, zone: string) => string }>('time/days.js').startOfDay(
        deletedOn,
        'Europe/London',
      ),
    ).getTime();
    expect(await actions.forget(new Date(midnight - 1))).toBe(0);
    expect(await actions.forget(new Date(midnight))).toBe(4);
    expect(await storedEmails(cms.strapi, { about: { $startsWith: 'registration:' } })).toEqual([]);
  });

  it('sends calendar entries that another library reads, and cancels them', async () => {
    const { slug, id } = await publishWorkshop(cms, {
      title: 'Calendars',
      sessions: [...seasons[0].days, '2026-04-04'].map((one) => ({
        day: one,
        starts: '10:00:00.000',
        ends: '13:00:00.000',
      })),
    });
    const actions = registrationActions(cms.strapi);
    const sent = aRegistration();
    const now = new Date('2026-03-01T12:00:00.000Z');
    await actions.register(slug, sent, now);
    await actions.confirm((await confirmTokenFor(cms, sent.email)) ?? '', now);
    await actions.cancelWorkshop(id, 'I am ill.', new Date(now.getTime() + day));
    const entries = async (kind: string) =>
      (await storedEmails(cms.strapi, { to: sent.email, kind }))
        .flatMap(({ attachments }) => attachments as { content: string }[])
        .map(({ content }) => {
          const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
          for (const zoneOf of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zoneOf);
          const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component);
          return {
            method: calendar.getFirstPropertyValue('method'),
            uid: event.uid,
            sequence: event.sequence,
            summary: event.summary,
            starts: event.startDate.toJSDate().toISOString(),
          };
        });
    // Nothing of the place that was not delivered yet is left once it is called off.
    expect(await entries('place-confirmed')).toEqual([]);
    const cancelled = await entries('workshop-cancelled');
    expect(cancelled.map(({ starts }) => starts)).toEqual([...seasons[0].starts, '2026-04-04T09:00:00.000Z']);
    expect(
      cancelled.map(({ uid, method, sequence, summary }) => [uid.split('@')[0], method, sequence, summary]),
    ).toEqual([1, 2, 3].map((n) => [`${id}.${n}`, 'CANCEL', 2, 'Workshop']));
  });
});
