import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPicture } from '../support/a-picture.ts';
import { type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { workshopFields } from '../support/workshop-fields.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
let counsellor: SignedIn;
beforeAll(async () => {
  cms = await startCmsHere();
  counsellor = await signIn(cms, cms.logins.counsellor);
});
afterAll(() => cms.stop());

const documents = (uid: Parameters<typeof documentsOf>[1]) => documentsOf(cms.strapi, uid);
const picture = () => aPicture(cms.strapi, 'A room');
const exists = async (id: number): Promise<boolean> =>
  (await cms.strapi.db.query('plugin::upload.file').count({ where: { id } })) > 0;
const inText = (hash: string) => [
  ...paragraphs('Before it.'),
  {
    type: 'image',
    image: {
      hash,
      name: `${hash}.jpg`,
      alternativeText: 'A room',
      url: `/uploads/${hash}.jpg`,
      caption: null,
      width: 1600,
      height: 800,
      ext: '.jpg',
      mime: 'image/jpeg',
      size: 100,
      previewUrl: null,
      provider: 'local',
      provider_metadata: null,
      formats: null,
      createdAt: new Date().toISOString(),
      updatedAt: new Date().toISOString(),
    },
    children: [{ type: 'text', text: '' }],
  },
];

/** Each place in which a picture can be, and how a refusal names it. */
const places: readonly [place: string, use: (file: { id: number; hash: string }) => Promise<unknown>, named: string][] =
  [
    [
      'above a post',
      ({ id }) => documents('api::post.post').create({ title: 'A harbour', cover: id }),
      'the post “A harbour”',
    ],
    [
      'in the text of a post',
      ({ hash }) => documents('api::post.post').create({ title: 'A tide', body: inText(hash) }),
      'the post “A tide”',
    ],
    [
      'in what search engines show of a page',
      ({ id }) => documents('api::page.page').create({ title: 'Fees', seo: { image: id } }),
      'the page “Fees”',
    ],
    [
      'in the text of a workshop',
      ({ hash }) =>
        documents('api::workshop.workshop').create(workshopFields({ title: 'Rest', description: inText(hash) })),
      'the workshop “Rest”',
    ],
    [
      'in a portrait',
      ({ id }) => documents('api::author.author').create({ name: 'Nora', portrait: id }),
      'author “Nora”',
    ],
    [
      'in the practice',
      async ({ id }) => {
        const { documentId } = (await cms.strapi.db.query('api::practice.practice').findOne({})) as {
          documentId: string;
        };
        await documents('api::practice.practice').update(documentId, { picture: id });
      },
      '“Your practice”',
    ],
  ];

interface Folders {
  create(data: { name: string; parent?: number }): Promise<{ id: number; path: string }>;
}

describe('a picture in use', () => {
  it.each(places)(
    '%s is not deleted, alone or with others, and the refusal names the place',
    async (_place, use, named) => {
      const [used, other] = [await picture(), await picture()];
      await use(used);
      const alone = await counsellor.del(`/upload/files/${used.id}`);
      expect(alone.status).toBe(400);
      expect(alone.body.error.message).toContain(`“${used.hash}” is used in`);
      expect(alone.body.error.message).toContain(named);
      const together = await counsellor.post('/upload/actions/bulk-delete').send({ fileIds: [other.id, used.id] });
      expect(together.status).toBe(400);
      expect(together.body.error.message).toContain(named);
      expect([await exists(used.id), await exists(other.id)]).toEqual([true, true]);
    },
  );

  it('keeps its folder, the folders in it, and everything that was to be deleted with them', async () => {
    const folders = cms.strapi.plugin('upload').service<Folders>('folder');
    const outer = await folders.create({ name: 'Rooms' });
    const inner = await folders.create({ name: 'Windows', parent: outer.id });
    const [beside, unused, used] = [await picture(), await picture(), await picture()];
    for (const [{ id }, { id: folder, path: folderPath }] of [
      [unused, outer],
      [used, inner],
    ] as const)
      await cms.strapi.db.query('plugin::upload.file').update({ where: { id }, data: { folder, folderPath } });
    await documents('api::post.post').create({ title: 'A window', cover: used.id });
    const remove = () =>
      counsellor.post('/upload/actions/bulk-delete').send({ fileIds: [beside.id], folderIds: [outer.id] });
    const { status, body } = await remove();
    expect([status, body.error.message]).toEqual([400, expect.stringContaining('the post “A window”')]);
    for (const { id } of [beside, unused, used]) expect(await exists(id)).toBe(true);
    expect(await cms.strapi.db.query('plugin::upload.folder').count({})).toBe(2);
    await cms.strapi.db.query('api::post.post').deleteMany({ where: { title: 'A window' } });
    await remove().expect(200);
    for (const { id } of [beside, unused, used]) expect(await exists(id)).toBe(false);
    expect(await cms.strapi.db.query('plugin::upload.folder').count({})).toBe(0);
  });

  it('is named with three places and the number of the others, each piece once', async () => {
    const { id } = await picture();
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five'])
      await documents('api::post.post').createPublished({ title, cover: id, body: paragraphs('Words.') });
    const { body } = await counsellor.del(`/upload/files/${id}`).expect(400);
    expect(body.error.message).toMatch(/the post “Five”, the post “Four”, the post “One” and 2 more\. Take it out/);
  });

  it('can be deleted when it was taken out, also from what readers see', async () => {
    const file = await picture();
    const posts = documents('api::post.post');
    const { documentId } = await posts.createPublished({ title: 'Taken out', body: inText(file.hash) });
    await posts.update(documentId, { body: paragraphs('Without it.') });
    await counsellor.del(`/upload/files/${file.id}`).expect(400);
    await posts.publish(documentId);
    await counsellor.del(`/upload/files/${file.id}`).expect(200);
    expect(await exists(file.id)).toBe(false);
    const others = [await picture(), await picture()];
    await counsellor
      .post('/upload/actions/bulk-delete')
      .send({ fileIds: others.map(({ id }) => id) })
      .expect(200);
    for (const { id } of others) expect(await exists(id)).toBe(false);
  });
});
