import type { UID } from '@strapi/strapi';
import type request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { workshopFields } from '../support/workshop-fields.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

type Right = 'create' | 'delete' | 'publish';

/** Everything that the content manager does with whole documents, and the right that it needs. */
const actions: readonly { name: string; needs: Right; path: (id: string) => string; bulk?: true; deletes?: true }[] = [
  { name: 'discard', needs: 'publish', path: (id) => `/${id}/actions/discard` },
  { name: 'publish', needs: 'publish', path: (id) => `/${id}/actions/publish` },
  { name: 'unpublish', needs: 'publish', path: (id) => `/${id}/actions/unpublish` },
  { name: 'clone', needs: 'create', path: (id) => `/clone/${id}` },
  { name: 'auto-clone', needs: 'create', path: (id) => `/auto-clone/${id}` },
  { name: 'create', needs: 'create', path: () => '' },
  { name: 'create and publish', needs: 'publish', path: () => '/actions/publish' },
  { name: 'bulk publish', needs: 'publish', path: () => '/actions/bulkPublish', bulk: true },
  { name: 'bulk unpublish', needs: 'publish', path: () => '/actions/bulkUnpublish', bulk: true },
  { name: 'bulk delete', needs: 'delete', path: () => '/actions/bulkDelete', bulk: true },
  { name: 'delete', needs: 'delete', path: (id) => `/${id}`, deletes: true },
];

/** What the counsellor may do with whole documents of each type; the web team may do none of it. */
const rights: Readonly<Record<string, readonly Right[]>> = {
  'api::post.post': ['create', 'delete', 'publish'],
  'api::page.page': ['create', 'delete', 'publish'],
  'api::workshop.workshop': ['create', 'delete', 'publish'],
  'api::topic.topic': ['create', 'delete'],
  'api::author.author': ['create', 'delete'],
  // There is one, at routes of its own.
  'api::practice.practice': [],
};

const fields: Readonly<Record<string, Record<string, unknown>>> = {
  'api::post.post': { title: 'Public', body: paragraphs('Words.') },
  'api::page.page': { title: 'Public', body: paragraphs('Words.') },
  'api::workshop.workshop': workshopFields({ title: 'Public' }),
  'api::topic.topic': { name: 'Public' },
  'api::author.author': { name: 'Public' },
  'api::practice.practice': { name: 'Public' },
};

let cms: CmsHere;
let people: Record<'counsellor' | 'webTeam' | 'emergency', SignedIn>;
beforeAll(async () => {
  cms = await startCmsHere();
  people = {
    counsellor: await signIn(cms, cms.logins.counsellor),
    webTeam: await signIn(cms, cms.logins.webTeam),
    emergency: await signIn(cms, cms.logins.emergency),
  };
});
afterAll(() => cms.stop());

const hasDrafts = (uid: string): boolean => rights[uid]?.includes('publish') ?? false;
const rowsOf = (uid: string): Promise<unknown[]> =>
  cms.strapi.db.query(uid).findMany({ orderBy: { id: 'asc' } }) as Promise<unknown[]>;

/** A public document with words that nobody has published yet. */
const written = async (uid: string): Promise<string> => {
  if (uid === 'api::practice.practice')
    return ((await cms.strapi.db.query(uid).findOne({})) as { documentId: string }).documentId;
  const documents = documentsOf(cms.strapi, uid as UID.ContentType);
  if (!hasDrafts(uid)) return (await documents.create(fields[uid] ?? {})).documentId;
  const { documentId } = await documents.createPublished(fields[uid] ?? {});
  await documents.update(documentId, { title: 'Unpublished words' });
  return documentId;
};

const run = (who: SignedIn, uid: string, id: string, action: (typeof actions)[number]): request.Test => {
  const path = `/content-manager/collection-types/${uid}${action.path(id)}`;
  if (action.deletes) return who.del(path);
  return who.post(path).send(action.bulk ? { documentIds: [id] } : action.name === 'discard' ? {} : fields[uid]);
};

describe.each(Object.keys(rights))('what is done with whole documents of %s', (uid) => {
  it.each(actions)('$name: the web team is refused and changes nothing', async (action) => {
    const id = await written(uid);
    const before = await rowsOf(uid);
    // 404: routes of lists know no single type.
    const refused = uid === 'api::practice.practice' ? [403, 404] : [403];
    expect(refused).toContain((await run(people.webTeam, uid, id, action)).status);
    expect(await rowsOf(uid)).toEqual(before);
  });

  it.each(actions)(
    '$name: the counsellor and the emergency account may, where there is such a thing',
    async (action) => {
      for (const who of [people.counsellor, people.emergency]) {
        const id = await written(uid);
        const { status } = await run(who, uid, id, action);
        // Strapi says with 400 that the copy needs an address of its own, and its form asks for one.
        const done = action.name === 'auto-clone' ? [400] : [200, 201, 204];
        if (rights[uid]?.includes(action.needs)) expect(done).toContain(status);
        else expect([403, 404]).toContain(status);
      }
    },
  );
});

describe('routes of the other kind', () => {
  it('are refused: the one practice is no list, and a list no single document', async () => {
    const posts = await rowsOf('api::post.post');
    for (const who of [people.counsellor, people.webTeam, people.emergency]) {
      const answers = [
        await who.put('/content-manager/single-types/api::post.post').send({ title: 'Overwritten' }),
        await who.get('/content-manager/single-types/api::topic.topic'),
        await who.get('/content-manager/collection-types/api::practice.practice'),
        await who.post('/content-manager/collection-types/api::practice.practice').send({ name: 'Two' }),
        await who.put('/content-manager/single-types/api::none.none').send({}),
      ];
      // 403 where Strapi itself knows no such right.
      for (const { status } of answers) expect([403, 404]).toContain(status);
    }
    expect(await rowsOf('api::post.post')).toEqual(posts);
    expect(await rowsOf('api::practice.practice')).toHaveLength(1);
  });
});
