import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { workshopFields } from '../support/workshop-fields.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

const posts = '/content-manager/collection-types/api::post.post';
const workshops = '/content-manager/collection-types/api::workshop.workshop';

let cms: CmsHere;
let webTeam: SignedIn;
let counsellor: SignedIn;
let emergency: SignedIn;

beforeAll(async () => {
  cms = await startCmsHere();
  webTeam = await signIn(cms, cms.logins.webTeam);
  counsellor = await signIn(cms, cms.logins.counsellor);
  emergency = await signIn(cms, cms.logins.emergency);
  const workshop = await documentsOf(cms.strapi, 'api::workshop.workshop').create(workshopFields());
  const body = paragraphs('Some words.');
  await documentsOf(cms.strapi, 'api::post.post').create({ title: 'A post', body, workshops: [workshop.documentId] });
  const [practice] = await cms.strapi.documents('api::practice.practice').findMany({});
  const checklist = 'Ask the supervisor first.';
  await documentsOf(cms.strapi, 'api::practice.practice').update(practice?.documentId ?? '', { checklist });
});
afterAll(() => cms.stop());

const relations = '/content-manager/relations/api::post.post';

describe('what may not be read', () => {
  it.each([
    `${workshops}?sort=joiningDetails:ASC`,
    `${workshops}?filters[joiningDetails][$startsWith]=R`,
    `${workshops}?filters[$and][0][$or][0][joiningDetails][$startsWith]=R`,
    `${posts}?sort=workshops.joiningDetails`,
    `${posts}?sort[workshops][joiningDetails]=asc`,
    `${posts}?filters[workshops][joiningDetails][$startsWith]=R`,
    `${posts}?filters[createdBy][password][$notNull]=true`,
    `${posts}?sort=createdBy.password`,
    `${posts}?populate[workshops]=true&populate[workshops][fields]=joiningDetails`,
    `${posts}?populate=*`,
    `${relations}/workshops?sort=joiningDetails`,
    `${relations}/workshops?filters[joiningDetails][$startsWith]=R`,
    `${relations}/author?sort=createdBy.password:asc`,
    '/content-manager/single-types/api::practice.practice?filters[comments][mailTo][$notNull]=true',
    '/content-manager/single-types/api::practice.practice?sort=checklist',
    '/upload/files?populate=*',
    '/upload/files?populate[related]=true',
    '/upload/files?populate[folder][populate][files][populate]=related',
    '/upload/files?filters[related][checklist][$startsWith]=A',
    '/upload/files?filters[createdBy][password][$startsWith]=a',
    '/upload/files?sort=createdBy.resetPasswordToken',
    '/UPLOAD/files?populate=*',
    '/upload/folders?populate=*',
    '/upload/folders?filters[files][related][checklist][$startsWith]=A',
  ])('can be neither sorted nor filtered by, nor selected: %s', async (query) => {
    const { status, body } = await webTeam.get(query);
    expect([status, body.error?.message]).toEqual([400, expect.stringMatching(/can’t be used here/)]);
  });

  it('can’t be sorted by in what is published together either', async () => {
    const list = await counsellor.get(posts);
    const documentIds = (list.body.results as { documentId: string }[]).map(({ documentId }) => documentId);
    const ask = (sort: string) => webTeam.post(`${posts}/actions/bulkFindForValidation`).send({ documentIds, sort });
    expect((await ask('title:ASC')).status).toBe(200);
    expect((await ask('workshops.joiningDetails:ASC')).status).toBe(400);
    expect((await ask('createdBy.password:ASC')).status).toBe(400);
  });

  it('is not found by a search', async () => {
    const found = async (somebody: SignedIn, address: string): Promise<number> =>
      ((await somebody.get(address)).body as { results: unknown[] }).results.length;
    expect(await found(webTeam, `${workshops}?_q=nights`)).toBe(1);
    expect(await found(webTeam, `${workshops}?_q=lower%20bell`)).toBe(0);
    await webTeam.get('/content-manager/collection-types/api::practice.practice?_q=supervisor').expect(404);
  });

  it('stays so for the emergency account, as far as passwords are concerned', async () => {
    for (const query of ['sort=password:asc', 'filters[password][$startsWith]=a', 'sort=roles.users.password'])
      expect((await emergency.get(`/admin/users?${query}`)).status, query).toBe(400);
    expect((await emergency.get('/admin/users?sort=firstname:ASC&filters[isActive][$eq]=true')).status).toBe(200);
  });

  it('keeps the admin’s own lists working', async () => {
    const queries = [
      `${posts}?page=1&pageSize=20&sort=title:ASC&_q=post`,
      `${posts}?sort=author.name:ASC&filters[$and][0][author][name][$contains]=a`,
      `${posts}?filters[$and][0][seo][title][$null]=true&filters[$and][1][createdBy][id][$eq]=1`,
      `${relations}/workshops?pageSize=10&_q=nights&_filter=$containsi`,
      '/upload/files?sort=createdAt:DESC&page=1&pageSize=50&filters[$and][0][mime][$contains]=image',
      '/upload/files?filters[$and][0][folder][id][$null]=true',
      '/upload/folders?sort=name:ASC&populate[parent]=true&filters[$and][0][parent][id][$null]=true',
    ];
    for (const query of queries) expect((await counsellor.get(query)).status, query).toBe(200);
  });
});

describe('a client', () => {
  it('sets neither id nor times nor author of a document', async () => {
    const claimed = {
      id: 900_001,
      documentId: 'chosenbytheclient',
      createdAt: '2001-01-01T00:00:00.000Z',
      updatedAt: '2001-01-01T00:00:00.000Z',
      publishedAt: '2001-01-01T00:00:00.000Z',
      createdBy: 1,
      updatedBy: 1,
    };
    const made = await counsellor.post(posts).send({
      ...claimed,
      title: 'Mine',
      redirects: [{ id: 900_002, path: '/old' }],
      seo: { id: 900_003, title: 'x' },
    });
    expect(made.status).toBe(201);
    const { documentId } = made.body.data as { documentId: string };
    const check = async () => {
      const row = await cms.strapi.db.query('api::post.post').findOne({
        where: { documentId },
        populate: { redirects: true, seo: true, createdBy: true },
      });
      for (const [name, value] of Object.entries(claimed))
        if (name !== 'createdBy' && name !== 'updatedBy') expect(String(row[name]), name).not.toBe(String(value));
      expect(new Date(row.createdAt as string).getFullYear()).toBeGreaterThan(2001);
      expect([row.redirects[0].id, row.seo.id]).not.toContain(900_002);
      expect(row.seo.id).not.toBe(900_003);
      expect(row.createdBy.email).toBe(cms.logins.counsellor.email);
      expect(row.publishedAt).toBeNull();
    };
    await check();
    // A changed document's "updatedAt" is the revision that a form was opened with: it is compared, never stored.
    const { updatedAt, ...others } = claimed;
    await counsellor
      .put(`${posts}/${documentId}`)
      .send({ ...others, title: 'Still mine' })
      .expect(200);
    await check();
    await counsellor.put(`${posts}/${documentId}`).send({ updatedAt, title: 'Mine again' }).expect(409);
    await check();
  });
});
