import { calendarResponse, postResponse, workshopResponse, workshopsResponse } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { postAsWeb } from '../support/comments.ts';
import { workshopFields } from '../support/workshop-fields.ts';
import { aRegistration, priceKey, publishWorkshop } from '../support/workshops.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
const documents = () => documentsOf(cms.strapi, 'api::workshop.workshop');
const list = async (query = '') =>
  workshopsResponse.parse((await cms.asWeb(`/api/workshops${query}`).expect(200)).body);
const one = async (slug: string) =>
  workshopResponse.parse((await cms.asWeb(`/api/workshops/${slug}`).expect(200)).body);
const tagVersion = async (kind: string): Promise<number> =>
  ((await cms.asWeb('/api/cache-tags').expect(200)).body as { data: Record<string, number> }).data[kind] ?? 0;
const problemsOf = async (fields: Record<string, unknown>): Promise<string[]> => {
  const { documentId } = await documents().create(workshopFields(fields));
  const problem = await documents()
    .publish(documentId)
    .then(
      () => null,
      (error: unknown) => error as { details: { errors: { path: string[]; message: string }[] } },
    );
  return (problem?.details.errors ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
};

beforeAll(async () => {
  cms = await startCmsHere();
});
afterAll(() => cms.stop());

describe('GET /api/workshops and GET /api/workshops/:slug', () => {
  it('return published workshops, upcoming and past ones separately', async () => {
    const later = await publishWorkshop(cms, {
      title: 'Later',
      sessions: [{ day: '2028-05-06', starts: '10:00:00.000', ends: '12:00:00.000' }],
    });
    const sooner = await publishWorkshop(cms, {
      title: 'Sooner',
      sessions: [{ day: '2028-02-05', starts: '10:00:00.000', ends: '12:00:00.000' }],
    });
    const past = await publishWorkshop(cms, {
      title: 'Past',
      sessions: [{ day: '2025-02-05', starts: '10:00:00.000', ends: '12:00:00.000' }],
    });
    await documents().create(workshopFields({ title: 'Draft' }));
    expect((await list()).data.map(({ slug }) => slug)).toEqual([sooner.slug, later.slug]);
    expect(await list('?when=past')).toMatchObject({
      data: [{ slug: past.slug, state: 'past', seatsLeft: null }],
      meta: { pagination: { total: 1 } },
    });
    expect((await list()).meta.changesAt).toBe('2028-02-05T10:00:00.000Z');
    expect((await list('?pageSize=1&page=2')).data.map(({ slug }) => slug)).toEqual([later.slug]);
    for (const query of ['?when=soon', '?status=draft', '?page=0'])
      await cms.asWeb(`/api/workshops${query}`).expect(400);
    await cms.asWeb('/api/workshops/draft').expect(404);
    await cms.anonymously('/api/workshops').expect(401);
  });

  it('return what a page shows, and nothing that only participants may know', async () => {
    const author = await documentsOf(cms.strapi, 'api::author.author').create({ name: 'Rowan Hale' });
    const { slug } = await publishWorkshop(cms, {
      title: 'Everything',
      facilitator: author.documentId,
      prices: [
        { label: 'Full price', amount: 48 },
        { label: 'Concession', amount: 19.99, note: 'No proof needed.' },
      ],
      programme: [
        { time: '10:50:00.000', title: 'Tea', description: 'Really.' },
        { time: null, title: 'Going home' },
      ],
      opensDay: '2026-01-01',
      closesDay: '2027-06-10',
      mapUrl: 'https://map.example/1',
    });
    const answer = await cms.asWeb(`/api/workshops/${slug}`).expect(200);
    const { data, meta } = workshopResponse.parse(answer.body);
    expect(answer.text).not.toContain('Ring the lower bell');
    expect(data).toMatchObject({
      state: 'open',
      seatsLeft: 3,
      cpdHours: 3,
      opens: '2026-01-01T00:00:00.000Z',
      closes: '2027-06-10T23:00:00.000Z',
      deletedOn: '2027-09-10',
      mapUrl: 'https://map.example/1',
      sessions: [{ starts: '2027-06-12T09:00:00.000Z', ends: '2027-06-12T12:00:00.000Z' }],
      facilitator: { name: 'Rowan Hale' },
      howToPay: null,
      cancelled: null,
      prices: [
        { key: priceKey('Full price', 4_800), label: 'Full price', pence: 4800, note: null },
        { key: priceKey('Concession', 1_999), label: 'Concession', pence: 1999, note: 'No proof needed.' },
      ],
      programme: [
        { time: '10:50', title: 'Tea', description: 'Really.' },
        { time: null, title: 'Going home', description: null },
      ],
    });
    expect(meta.changesAt).toBe('2027-06-10T23:00:00.000Z');
  });

  it('raise the version of the seats tag only when pages change', async () => {
    const { slug } = await publishWorkshop(cms, { title: 'Counting', capacity: 5 });
    const join = () => postAsWeb(cms, `/api/workshops/${slug}/registrations`, aRegistration()).expect(201);
    const seen: { left: number | null; state: string; moved: boolean }[] = [];
    for (let n = 0; n < 6; n += 1) {
      const before = await tagVersion('seats');
      await join();
      const { data } = await one(slug);
      seen.push({ left: data.seatsLeft, state: data.state, moved: (await tagVersion('seats')) !== before });
    }
    expect(seen).toEqual([
      { left: null, state: 'open', moved: false },
      { left: 3, state: 'open', moved: true },
      { left: 2, state: 'open', moved: true },
      { left: 1, state: 'open', moved: true },
      { left: null, state: 'full', moved: true },
      { left: null, state: 'full', moved: false },
    ]);
  });

  it('GET /api/workshops/:slug/calendar and GET /api/workshop-calendar return iCalendar files', async () => {
    const file = calendarResponse.parse((await cms.asWeb('/api/workshops/everything/calendar').expect(200)).body).data
      .ics;
    expect(file).toContain('DTSTART;TZID=Europe/London:20270612T100000');
    expect(file).toContain('SUMMARY:Everything');
    const all = calendarResponse.parse((await cms.asWeb('/api/workshop-calendar').expect(200)).body).data.ics;
    expect(all.match(/BEGIN:VEVENT/g)).toHaveLength((await list()).data.length);
    await cms.asWeb('/api/workshops/nothing/calendar').expect(404);
  });
});

describe('publishing a workshop', () => {
  it('reports everything that is missing, each beside its field', async () => {
    expect(
      await problemsOf({
        title: '',
        description: [],
        sessions: [],
        capacity: null,
        venueName: '',
        mapUrl: 'map',
        prices: [{ label: '', amount: null }],
      }),
    ).toEqual([
      'title: Give it a title before you publish it.',
      'description: Write something here before you publish it.',
      'sessions: Add at least one session: the day, and when it starts and ends.',
      'venueName: Enter the name of the venue, or choose “online”.',
      'mapUrl: Enter a full web address that starts with https://.',
      'capacity: Enter the number of places.',
      'prices.0.label: Give this price a name, for example “Full price”.',
      'prices.0.amount: Enter the price in pounds, or 0 for a free place.',
    ]);
  });

  it.each<[string, object, string]>([
    [
      'ends before it starts',
      { sessions: [{ day: '2027-06-12', starts: '13:00:00.000', ends: '10:00:00.000' }] },
      'sessions.0.ends: This session ends before it starts. Until 10am the next day it would last 21 hours.',
    ],
    [
      'is at a time that the clocks skip',
      { sessions: [{ day: '2027-03-28', starts: '01:30:00.000', ends: '03:00:00.000' }] },
      'sessions.0.ends: The clocks go forward that night and skip this time. Choose another time.',
    ],
    [
      'has its sessions out of order',
      {
        sessions: [
          { day: '2027-06-12', starts: '10:00:00.000', ends: '13:00:00.000' },
          { day: '2027-06-05', starts: '10:00:00.000', ends: '13:00:00.000' },
        ],
      },
      'sessions.1.day: Session 2 begins before session 1 has ended. Put them in order.',
    ],
    [
      'opens after it has begun',
      { opensDay: '2027-06-13' },
      'opensDay: Registration would open after it closes, or after the workshop starts. Choose an earlier day.',
    ],
  ])('refuses one that %s', async (name, fields, problem) => {
    expect(await problemsOf({ title: `One that ${name}`, ...fields })).toEqual([problem]);
  });

  it('keeps the seats that are taken, and offers new ones to the waitlist', async () => {
    const { slug, id } = await publishWorkshop(cms, { title: 'Capacity', capacity: 2 });
    for (let n = 0; n < 2; n += 1)
      await postAsWeb(cms, `/api/workshops/${slug}/registrations`, aRegistration()).expect(201);
    await documents().update(id, { capacity: 1 });
    await expect(documents().publish(id)).rejects.toThrow(
      '2 places are already confirmed, reserved or on offer, so there can’t be fewer.',
    );
    expect((await one(slug)).data.capacity).toBe(2);
    await documents().update(id, { capacity: 4 });
    await documents().publish(id);
    expect(await one(slug)).toMatchObject({ data: { capacity: 4, seatsLeft: 2 } });
    await expect(documents().delete(id)).rejects.toThrow('Cancel it instead');
  });

  it('copies a workshop without sessions and participants', async () => {
    const { id } = await publishWorkshop(cms, { title: 'Copied' });
    const { entries } = await documents().clone(id, {});
    expect(await documents().draft(String(entries[0]?.documentId))).toMatchObject({
      title: 'Copied',
      slug: 'copied-2',
      sessions: [],
    });
    expect((await documents().draft(id)) as object).toMatchObject({ sessions: [{ day: '2027-06-12' }] });
  });
});

describe('the time zone of a workshop', () => {
  it('is that of the practice unless another is chosen, and is named only where readers may be elsewhere', async () => {
    const practice = documentsOf(cms.strapi, 'api::practice.practice');
    const { documentId } = (await cms.strapi.db.query('api::practice.practice').findOne({})) as { documentId: string };
    const isNamed = async (title: string, over: object = {}) => {
      const { slug } = await publishWorkshop(cms, { title, timeZone: null, ...over });
      const { timeZone, namesZone } = (await one(slug)).data;
      return [timeZone, namesZone];
    };
    expect(await isNamed('In the zone')).toEqual(['Europe/London', false]);
    expect(await isNamed('In the zone, online', { format: 'online' })).toEqual(['Europe/London', true]);
    expect(await isNamed('In the zone and online', { format: 'both' })).toEqual(['Europe/London', true]);
    await practice.update(documentId, { timeZone: 'Europe/Paris' });
    expect(await isNamed('After the move')).toEqual(['Europe/Paris', false]);
    expect(await isNamed('A visit', { timeZone: 'Europe/London' })).toEqual(['Europe/London', true]);
    await practice.update(documentId, { timeZone: 'Europe/London' });
  });
});

describe('a post that mentions workshops', () => {
  it('lists the published ones, the next first', async () => {
    const [next, last] = [
      await publishWorkshop(cms, {
        title: 'Mentioned next',
        sessions: [{ day: '2027-01-09', starts: '10:00:00.000', ends: '12:00:00.000' }],
      }),
      await publishWorkshop(cms, { title: 'Mentioned last' }),
    ];
    const draft = await documents().create(workshopFields({ title: 'Not yet out' }));
    await documentsOf(cms.strapi, 'api::post.post').createPublished({
      title: 'With a P.S.',
      body: paragraphs('x'),
      workshops: [last.id, draft.documentId, next.id],
    });
    const { data } = postResponse.parse((await cms.asWeb('/api/posts/with-a-p-s').expect(200)).body);
    expect(data.workshops.map(({ slug }) => slug)).toEqual([next.slug, last.slug]);
  });
});
