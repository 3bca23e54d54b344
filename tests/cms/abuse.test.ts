import { outboxStatus } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataOf, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { aComment, aNonce, postAsWeb } from '../support/comments.ts';
import { storedEmails } from '../support/emails.ts';
import { aRegistration, publishWorkshop, registrationActions } from '../support/workshops.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

/** One network, ten minutes, everything that a form allows: straight to the CMS, as if the site counted nothing. */
let cms: CmsHere;
const network = 'a'.repeat(22);
const start = Date.parse('2026-05-01T10:00:00.000Z');
const every5Seconds = Array.from({ length: 120 }, (_, n) => new Date(start + n * 5_000));

beforeAll(async () => {
  cms = await startCmsHere({ env: { FORM_LIMITS: 'on' } });
  await documentsOf(cms.strapi, 'api::post.post').createPublished({ title: 'Kindness', body: paragraphs('x') });
});
afterAll(() => cms.stop());

const emailsTo = async (matches: RegExp): Promise<number> =>
  (await storedEmails(cms.strapi)).filter(({ to }) => matches.test(to ?? '')).length;
const seatsOf = async (id: string) =>
  (await cms.strapi.db.connection('workshop_seats').where({ workshop_id: id }).first()) as { taken: number };

describe('one network in ten minutes', () => {
  it('causes four emails to one person at most, however the address is written, and holds three places', async () => {
    const { slug, id } = await publishWorkshop(cms, { title: 'Flooded', capacity: 20 });
    const actions = registrationActions(cms.strapi);
    const refused: string[] = [];
    for (const [n, now] of every5Seconds.entries()) {
      const sent = aRegistration({ email: `Victim+${n}@example.org`, network });
      await actions.register(slug, sent, now).catch((error: unknown) => refused.push(String(error)));
    }
    expect(refused).toHaveLength(120 - 3);
    expect(refused[0]).toMatch(/Several emails have been sent to this address already.*try again in 24 hours/);
    for (let n = 0; n < 40; n += 1) {
      const body = aComment({ email: `victim+c${n}@example.org`, notifyOnReply: true, network });
      // What somebody wrote is stored whatever the limits say.
      await postAsWeb(cms, '/api/posts/kindness/comments', body).expect(201);
    }
    expect(await emailsTo(/^victim/i)).toBe(4);
    expect((await seatsOf(id)).taken).toBe(3);
  });

  it('causes fifteen emails to different people, and still blocks no workshop', async () => {
    const actions = registrationActions(cms.strapi);
    const workshops = [
      await publishWorkshop(cms, { title: 'Small', capacity: 4 }),
      await publishWorkshop(cms, { title: 'Large', capacity: 30 }),
    ];
    const fromOne = 'b'.repeat(22);
    for (const [n, now] of every5Seconds.entries())
      await actions
        .register(
          workshops[n % 2]?.slug ?? '',
          aRegistration({ email: `person${n}@flood.example`, network: fromOne }),
          now,
        )
        .catch(() => undefined);
    expect(await emailsTo(/@flood\.example$/)).toBe(15);
    expect([await seatsOf(workshops[0]?.id ?? ''), await seatsOf(workshops[1]?.id ?? '')]).toMatchObject([
      { taken: 1 },
      { taken: 3 },
    ]);
    // Someone else comes, confirms and has a place.
    const honest = aRegistration({ network: 'h'.repeat(22) });
    const { reserved } = await actions.register(workshops[0]?.slug ?? '', honest, new Date(start));
    expect(reserved).toBe('seat');
  });

  it('is told what to do, and its form can be sent again with everything in it', async () => {
    const { slug } = await publishWorkshop(cms, { title: 'Told' });
    const send = (email: string) =>
      postAsWeb(cms, `/api/workshops/${slug}/registrations`, {
        ...aRegistration({ email, network: 'c'.repeat(22) }),
        nonce: aNonce(),
      });
    for (let n = 0; n < 3; n += 1) await send(`told+${n}@example.org`).expect(201);
    const refused = await send('told@example.org').expect(429);
    expect(refused.body.error).toMatchObject({ name: 'RateLimitError', details: { limit: 'mailbox' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(86_000);
  });

  it('causes six emails an hour to the counsellor, and one for the rest; a care flag always has its own', async () => {
    const queued = async (kind: string) => (await storedEmails(cms.strapi, { kind })).length;
    const send = (over: object) => postAsWeb(cms, '/api/posts/kindness/comments', aComment(over)).expect(201);
    for (let n = 0; n < 10; n += 1) await send({ network });
    expect(await queued('something-waiting')).toBe(6);
    // A second one where the test runs across a full hour.
    expect([1, 2]).toContain(await queued('more-waiting'));
    await send({ text: 'I want to die tonight.' });
    expect(await queued('something-waiting')).toBe(6);
    expect(await queued('look-today')).toBe(1);
  });

  it('shows to the counsellor as one number on her dashboard', async () => {
    const counsellor = await signIn(cms, cms.logins.counsellor);
    const { limited } = await dataOf(outboxStatus, counsellor.get('/quiet-room/outbox'));
    expect(limited).toBeGreaterThan(100);
  });
});

describe('many networks together', () => {
  it('hold three quarters of the places at most, and whoever confirms has one at once', async () => {
    const { slug, id } = await publishWorkshop(cms, { title: 'Many networks', capacity: 8 });
    const actions = registrationActions(cms.strapi);
    const reserved: string[] = [];
    for (let n = 0; n < 9; n += 1)
      reserved.push(
        (await actions.register(slug, aRegistration({ network: String(n).padStart(22, 'm') }), new Date())).reserved,
      );
    expect(reserved.filter((what) => what === 'seat')).toHaveLength(6);
    const honest = aRegistration({ network: 'honest'.padEnd(22, 'h') });
    expect((await actions.register(slug, honest, new Date())).reserved).toBe('waitlist');
    const [email] = await storedEmails(cms.strapi, { to: honest.email });
    const token = /your-place\/confirm\/([\w.-]+)/.exec(email?.text ?? '')?.[1] ?? '';
    expect(email?.text).toContain('If a place is free then, it is yours at once.');
    expect(await actions.confirm(token, new Date())).toMatchObject({ state: 'confirmed' });
    expect((await seatsOf(id)).taken).toBe(7);
  });
});
