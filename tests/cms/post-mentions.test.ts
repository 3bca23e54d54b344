import { postResponse } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { workshopFields } from '../support/workshop-fields.ts';
import { documentsOf, paragraphs, type Written } from '../support/written.ts';

let cms: CmsHere;
let counsellor: SignedIn;
beforeAll(async () => {
  cms = await startCmsHere();
  counsellor = await signIn(cms, cms.logins.counsellor);
});
afterAll(() => cms.stop());

const posts = () => documentsOf(cms.strapi, 'api::post.post');
const workshops = () => documentsOf(cms.strapi, 'api::workshop.workshop');

let made = 0;
/** A workshop as a draft, and a published post that mentions it. */
const mention = async (): Promise<{ post: Written; workshop: Written }> => {
  made += 1;
  const workshop = await workshops().create(workshopFields({ title: `Workshop ${made}` }));
  const post = await posts().createPublished({
    title: `Post ${made}`,
    body: paragraphs('Come.'),
    workshops: { connect: [{ documentId: workshop.documentId }] },
  });
  return { post, workshop };
};
const shown = async ({ slug }: Written): Promise<string[]> =>
  postResponse.parse((await cms.asWeb(`/api/posts/${slug}`).expect(200)).body).data.workshops.map(({ title }) => title);
const inDraft = async ({ documentId }: Written): Promise<string[]> =>
  ((await posts().draft(documentId)) as unknown as { workshops: { title: string }[] }).workshops.map(
    ({ title }) => title,
  );

describe('a workshop that a published post mentions', () => {
  it('is shown when it is published after the post, and again after it was unpublished', async () => {
    const { post, workshop } = await mention();
    const title = String(workshop.title);
    expect(await shown(post)).toEqual([]);
    await workshops().publish(workshop.documentId);
    expect(await shown(post)).toEqual([title]);
    await workshops().unpublish(workshop.documentId);
    expect(await shown(post)).toEqual([]);
    await workshops().publish(workshop.documentId);
    expect(await shown(post)).toEqual([title]);
    await workshops().update(workshop.documentId, { title: 'Another title' });
    expect(await shown(post)).toEqual([title]);
    await workshops().publish(workshop.documentId);
    expect(await shown(post)).toEqual(['Another title']);
    await workshops().delete(workshop.documentId);
    expect(await shown(post)).toEqual([]);
  });

  it('changes only when the post is published', async () => {
    const { post, workshop } = await mention();
    await workshops().publish(workshop.documentId);
    await posts().update(post.documentId, { workshops: { set: [] } });
    expect(await shown(post)).toEqual([workshop.title]);
    await posts().publish(post.documentId);
    expect(await shown(post)).toEqual([]);
  });

  it('stays in the draft when changes of the post or of the workshop are discarded', async () => {
    const { post, workshop } = await mention();
    const discard = (uid: string, id: string) =>
      counsellor.post(`/content-manager/collection-types/${uid}/${id}/actions/discard`).send({}).expect(200);
    await posts().update(post.documentId, { title: 'Changed' });
    await discard('api::post.post', post.documentId);
    expect(await inDraft(post)).toEqual([workshop.title]);
    await posts().update(post.documentId, { workshops: { set: [] } });
    await discard('api::post.post', post.documentId);
    expect(await inDraft(post)).toEqual([workshop.title]);
    await workshops().publish(workshop.documentId);
    await workshops().update(workshop.documentId, { title: 'Changed, too' });
    await discard('api::workshop.workshop', workshop.documentId);
    expect(await inDraft(post)).toEqual([workshop.title]);
    await posts().publish(post.documentId);
    expect(await shown(post)).toEqual([workshop.title]);
  });
});

describe('an author or a topic in use', () => {
  it.each(['api::author.author', 'api::topic.topic'] as const)(
    'can’t be deleted, and the refusal says where: %s',
    async (uid) => {
      const documents = documentsOf(cms.strapi, uid);
      const { documentId } = await documents.create({ name: `In use as ${uid}` });
      const relation = uid === 'api::author.author' ? { author: documentId } : { topics: [documentId] };
      const post = await posts().create({ title: `Uses ${uid}`, body: paragraphs('Words.'), ...relation });
      for (const refused of [
        counsellor.del(`/content-manager/collection-types/${uid}/${documentId}`),
        counsellor
          .post(`/content-manager/collection-types/${uid}/actions/bulkDelete`)
          .send({ documentIds: [documentId] }),
      ])
        expect((await refused.expect(400)).body.error.message).toContain(`“Uses ${uid}”`);
      await posts().publish(post.documentId);
      expect(
        (await counsellor.del(`/content-manager/collection-types/${uid}/${documentId}`).expect(400)).body.error.message,
      ).toContain(`“Uses ${uid}”. `);
      await posts().delete(post.documentId);
      await counsellor.del(`/content-manager/collection-types/${uid}/${documentId}`).expect(200);
    },
  );

  it('is also somebody who leads a workshop', async () => {
    const { documentId } = await documentsOf(cms.strapi, 'api::author.author').create({ name: 'Leads' });
    const workshop = await workshops().create(workshopFields({ title: 'Led by somebody', facilitator: documentId }));
    const path = `/content-manager/collection-types/api::author.author/${documentId}`;
    expect((await counsellor.del(path).expect(400)).body.error.message).toContain('leads “Led by somebody”');
    await workshops().delete(workshop.documentId);
    await counsellor.del(path).expect(200);
  });
});

describe('the dates of a post', () => {
  it('are refused in the future, with what to do, and the draft stays', async () => {
    const draft = await posts().create({ title: 'Too early', body: paragraphs('Words.') });
    const publish = (fields: object) =>
      counsellor
        .post(`/content-manager/collection-types/api::post.post/${draft.documentId}/actions/publish`)
        .send(fields);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const refused = await publish({ published: tomorrow }).expect(400);
    expect(refused.body.error.details.errors).toMatchObject([{ path: ['published'] }]);
    expect(refused.body.error.message).toContain('keep the post as a draft and publish it on that day');
    await publish({ published: '0025-07-25T10:00:00.000Z' }).expect(400);
    await publish({ published: '1925-07-25T10:00:00.000Z' }).expect(400);
    expect(await posts().live(draft.documentId)).toBeNull();
    await publish({ published: '2019-07-25T10:00:00.000Z' }).expect(200);
  });
});
