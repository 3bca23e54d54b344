import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldErrors } from '../support/accounts.ts';
import { type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { workshopFields } from '../support/workshop-fields.ts';

const posts = '/content-manager/collection-types/api::post.post';
const practice = '/content-manager/single-types/api::practice.practice';

describe('the roles of the admin', () => {
  let cms: CmsHere;
  let counsellor: SignedIn;
  let webTeam: SignedIn;
  beforeAll(async () => {
    cms = await startCmsHere();
    counsellor = await signIn(cms, cms.logins.counsellor);
    webTeam = await signIn(cms, cms.logins.webTeam);
  });
  afterAll(() => cms.stop());

  it('let the counsellor write, publish, change and delete a post', async () => {
    const body = [{ type: 'paragraph', children: [{ type: 'text', text: 'Some words.' }] }];
    const made = await counsellor.post(posts).send({ title: 'Hers', body });
    expect(made.status).toBe(201);
    const one = `${posts}/${made.body.data.documentId}`;
    expect((await counsellor.post(`${one}/actions/publish`).send({ title: 'Hers', body })).status).toBe(200);
    expect((await counsellor.put(one).send({ title: 'Still hers' })).status).toBe(200);
    expect((await counsellor.del(one)).status).toBe(200);
  });

  it('let the counsellor read nothing that is only computed', async () => {
    const made = await counsellor.post(posts).send({ title: 'Counted' });
    const read = await counsellor.get(`${posts}/${made.body.data.documentId}`);
    expect(read.body.data).not.toHaveProperty('readingMinutes');
    expect(read.body.data).not.toHaveProperty('firstWords');
  });

  it.each([
    '/admin/users',
    '/admin/roles',
    '/admin/api-tokens',
    '/admin/webhooks',
    '/admin/transfer/tokens',
    '/admin/project-settings',
  ])('the counsellor is refused %s', async (path) => {
    expect((await counsellor.get(path)).status).toBe(403);
  });

  it('let nobody change the picture sizes of the media library, which the site relies on', async () => {
    for (const somebody of [counsellor, webTeam]) {
      expect(
        (await somebody.put('/upload/settings').send({ sizeOptimization: true, responsiveDimensions: false })).status,
      ).toBe(403);
    }
  });

  it('let the web team edit the practice and read posts, but not write or publish them', async () => {
    expect((await webTeam.get(practice)).status).toBe(200);
    expect((await webTeam.put(practice).send({ town: 'York' })).status).toBe(200);
    expect((await webTeam.get(posts)).status).toBe(200);
    expect((await webTeam.post(posts).send({ title: 'Not theirs' })).status).toBe(403);
    const made = await counsellor.post(posts).send({ title: 'Hers again' });
    const one = `${posts}/${made.body.data.documentId}`;
    expect((await webTeam.post(`${one}/actions/publish`).send({})).status).toBe(403);
    await webTeam.put(one).send({ title: 'Renamed', redirects: [{ path: '/post/hers' }] });
    const after = (await counsellor.get(one)).body.data;
    expect(after.title).toBe('Hers again');
    expect(after.redirects).toEqual([expect.objectContaining({ path: '/post/hers' })]);
  });

  it('let the counsellor create and publish a workshop, but set none of its computed fields', async () => {
    const workshops = '/content-manager/collection-types/api::workshop.workshop';
    const made = await counsellor.post(workshops).send(workshopFields());
    expect(made.status).toBe(201);
    expect(
      (
        await counsellor
          .post(`${workshops}/${made.body.data.documentId}/actions/publish`)
          .send(workshopFields({ startsAt: '1999-01-01T00:00:00.000Z' }))
      ).status,
    ).toBe(200);
    const read = (await counsellor.get(`${workshops}/${made.body.data.documentId}`)).body.data;
    expect(read.joiningDetails).toBe('Ring the lower bell.');
    expect([read.startsAt, read.endsAt]).toEqual(['2027-06-12T09:00:00.000Z', undefined]);
  });

  it('let the web team set a workshop’s redirects, but read no joining details and change nothing else', async () => {
    const workshops = '/content-manager/collection-types/api::workshop.workshop';
    const made = await counsellor.post(workshops).send(workshopFields());
    const one = `${workshops}/${made.body.data.documentId}`;
    expect((await webTeam.post(workshops).send(workshopFields())).status).toBe(403);
    expect((await webTeam.get(one)).body.data).not.toHaveProperty('joiningDetails');
    await webTeam.put(one).send({ capacity: 99, redirects: [{ path: '/event/nights' }] });
    expect((await counsellor.get(one)).body.data).toMatchObject({
      capacity: 3,
      joiningDetails: 'Ring the lower bell.',
      redirects: [{ path: '/event/nights' }],
    });
    expect((await webTeam.post(`${one}/actions/publish`).send({})).status).toBe(403);
  });

  it('let nobody empty what readers must see: each field says so, and nothing is stored', async () => {
    const before = (await counsellor.get(practice)).body.data;
    for (const somebody of [counsellor, webTeam])
      for (const blank of ['', ' ', '\u200b', '\u00a0\n', null])
        for (const field of ['name', 'counsellor', 'sentence', 'description', 'invitation']) {
          const answer = await somebody.put(practice).send({ [field]: blank });
          expect(answer.status, `${field} ${JSON.stringify(blank)}`).toBe(400);
          expect(fieldErrors(answer)).toEqual({ [field]: 'This has to be filled in.' });
        }
    const line = { name: '\u200b', kind: 'talk', nation: 'UK', about: ' ', hours: 'always', checked: '2026-11-01' };
    expect(fieldErrors(await counsellor.put(practice).send({ helpLines: [line] }))).toEqual({
      'helpLines.0.name': 'This has to be filled in.',
      'helpLines.0.about': 'This has to be filled in.',
    });
    const topics = '/content-manager/collection-types/api::topic.topic';
    expect(fieldErrors(await counsellor.post(topics).send({ name: ' ' }))).toHaveProperty('name');
    expect((await counsellor.get(practice)).body.data).toEqual(before);
  });

  it('let the web team create, change or impersonate no account', async () => {
    const role = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'counsellor' } });
    const her = await cms.strapi.db.query('admin::user').findOne({ where: { email: cms.logins.counsellor.email } });
    const newcomer = { firstname: 'X', email: 'x@example.org', roles: [role.id] };
    expect((await webTeam.post('/admin/users').send(newcomer)).status).toBe(403);
    expect((await webTeam.put(`/admin/users/${her.id}`).send({ password: 'Another1pass' })).status).toBe(403);
    expect((await webTeam.put(`/admin/roles/${role.id}/permissions`).send({ permissions: [] })).status).toBe(403);
    expect(
      (
        await webTeam
          .post('/admin/webhooks')
          .send({ name: 'x', url: 'https://example.org', headers: {}, events: ['entry.create'] })
      ).status,
    ).toBe(403);
    const token = { name: 'x', description: '', type: 'full-access', lifespan: null };
    expect((await webTeam.post('/admin/api-tokens').send(token)).status).toBe(403);
  });

  it.each(['/admin/api-tokens', '/admin/webhooks', '/admin/transfer/tokens', '/admin/admin-tokens'])(
    'the web team is refused %s',
    async (path) => {
      expect((await webTeam.get(path)).status).toBe(403);
    },
  );

  it('let the web team read exactly these types, whatever is added later', async () => {
    const { body } = await webTeam.get('/admin/users/me/permissions');
    const readable = (body.data as { action: string; subject: string }[])
      .filter(({ action }) => action === 'plugin::content-manager.explorer.read')
      .map(({ subject }) => subject);
    expect(readable.sort()).toEqual([
      'api::author.author',
      'api::page.page',
      'api::post.post',
      'api::practice.practice',
      'api::topic.topic',
      'api::workshop.workshop',
    ]);
  });

  it('let the counsellor read comments and participants, and the web team only the state of the outbox, backups and their own sign-in', async () => {
    const rightsOf = async (somebody: SignedIn): Promise<string[]> => {
      const { body } = await somebody.get('/admin/users/me/permissions');
      return (body.data as { action: string }[])
        .map(({ action }) => action)
        .filter((action) => action.startsWith('api::'))
        .sort();
    };
    expect(await rightsOf(counsellor)).toEqual([
      'api::account.sign-in',
      'api::backup.see',
      'api::call.manage',
      'api::comment.moderate',
      'api::credential.see',
      'api::email.notification-address',
      'api::email.retry',
      'api::enquiry.answer',
      'api::post.write-links',
      'api::privacy.erase',
      'api::workshop.manage-participants',
    ]);
    expect(await rightsOf(webTeam)).toEqual(['api::account.sign-in', 'api::backup.see', 'api::email.retry']);
  });
});
