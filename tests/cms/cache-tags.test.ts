import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CacheTag, type CacheTagVersions, cacheTagVersionsResponse } from 'shared';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aPicture } from '../support/a-picture.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { approveByService, insertComments, postAsWeb, sendComment } from '../support/comments.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
let site: Server;
const heard: { path: string; authorization: string | undefined }[] = [];

beforeAll(async () => {
  site = createServer((asked, answer) => {
    heard.push({ path: `${asked.method} ${asked.url}`, authorization: asked.headers.authorization });
    answer.writeHead(204).end();
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  process.env.SITE_INTERNAL_URL = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  cms = await startCmsHere();
});
afterAll(async () => {
  await cms.stop();
  delete process.env.SITE_INTERNAL_URL;
  site.close();
});

const now = async (): Promise<CacheTagVersions> =>
  (await cms.asWeb('/api/cache-tags').expect(200)).body.data as CacheTagVersions;

/** By how much each kind went up while `act` ran; kinds that stayed are left out. */
const during = async (act: () => Promise<unknown>): Promise<Partial<Record<CacheTag, number>>> => {
  const before = await now();
  await act();
  const after = await now();
  const kinds = Object.keys(after) as CacheTag[];
  return Object.fromEntries(
    kinds.map((kind) => [kind, (after[kind] ?? 0) - (before[kind] ?? 0)] as const).filter(([, more]) => more !== 0),
  );
};

describe('what counts', () => {
  it('is what readers see of posts, and not what she is still writing', async () => {
    const posts = documentsOf(cms.strapi, 'api::post.post');
    let documentId = '';
    expect(
      await during(async () => {
        ({ documentId } = await posts.create({ title: 'One', body: paragraphs('x') }));
      }),
    ).toEqual({});
    expect(await during(() => posts.publish(documentId))).toEqual({ posts: 1 });
    expect(await during(() => posts.update(documentId, { title: 'Two' }))).toEqual({});
    expect(await during(() => posts.discardDraft(documentId))).toEqual({});
    expect(await during(() => posts.unpublish(documentId))).toEqual({ posts: 1 });
    expect(await during(() => posts.delete(documentId))).toEqual({ posts: 1 });
    expect(await during(() => posts.createPublished({ title: 'Three', body: paragraphs('x') }))).toEqual({ posts: 1 });
  });
  it('is each change of a topic, an author, the practice and a page', async () => {
    const topics = documentsOf(cms.strapi, 'api::topic.topic');
    const authors = documentsOf(cms.strapi, 'api::author.author');
    const pages = documentsOf(cms.strapi, 'api::page.page');
    const topic = await topics.create({ name: 'Rest' });
    const author = await authors.create({ name: 'Tamsin' });
    const practice = await cms.strapi.db.query('api::practice.practice').findOne({});
    expect(await during(() => topics.update(topic.documentId, { name: 'Resting' }))).toEqual({ topics: 1 });
    expect(await during(() => topics.delete(topic.documentId))).toEqual({ topics: 1 });
    expect(await during(() => authors.update(author.documentId, { name: 'A.' }))).toEqual({ authors: 1 });
    expect(
      await during(() =>
        documentsOf(cms.strapi, 'api::practice.practice').update(practice.documentId, { town: 'York' }),
      ),
    ).toEqual({ practice: 1 });
    expect(await during(() => pages.createPublished({ title: 'About', body: paragraphs('x') }))).toEqual({ pages: 1 });
  });
  it('is each change of a picture, through the upload plugin too', async () => {
    const { id } = await aPicture(cms.strapi, 'A room');
    const upload = cms.strapi
      .plugin('upload')
      .service<{ updateFileInfo: (id: number, info: object) => Promise<unknown> }>('upload');
    expect((await during(() => upload.updateFileInfo(id, { alternativeText: 'A quiet room' }))).media).toBeGreaterThan(
      0,
    );
    expect(
      (await during(() => cms.strapi.db.query('plugin::upload.file').delete({ where: { id } }))).media,
    ).toBeGreaterThan(0);
  });
});

describe('a deleted upload', () => {
  const dayMs = 86_400_000;
  const purged = async () =>
    cacheTagVersionsResponse.parse((await cms.asWeb('/api/cache-tags').expect(200)).body).meta.purged;
  const files = () => cms.strapi.db.query('plugin::upload.file');
  const tagOf = async (id: number | string): Promise<string> =>
    `upload:${((await files().findOne({ where: { id } })) as { hash: string }).hash}`;

  it('is listed for 35 days, with the moment, however it was deleted', async () => {
    const upload = cms.strapi
      .plugin('upload')
      .service<{ remove: (file: { id: number | string; formats: null }) => Promise<unknown> }>('upload');
    const deletions: ((id: number | string) => Promise<unknown>)[] = [
      (id: number | string) => upload.remove({ id, formats: null }),
      (id: number | string) => files().delete({ where: { id } }),
      (id: number | string) => files().deleteMany({ where: { id: { $in: [id] } } }),
      (id: number | string) => cms.strapi.db.connection('files').where({ id }).delete(),
    ];
    const before = Date.now();
    const tags: string[] = [];
    for (const deleteUpload of deletions) {
      const { id } = await aPicture(cms.strapi, 'A lighthouse with a green door');
      tags.push(await tagOf(id));
      expect(await purged()).not.toHaveProperty(tags.at(-1) ?? '');
      await deleteUpload(id);
    }
    const listed = await purged();
    for (const tag of tags) {
      // The database's clock may be a little off.
      expect(listed[tag]).toBeGreaterThan(before - 1000);
      expect(listed[tag]).toBeLessThan(Date.now() + 1000);
    }
    const hash = tags[0]?.slice('upload:'.length) ?? '';
    const deletedAt = (at: number) =>
      cms.strapi.db.connection('deleted_uploads').where({ hash }).update({ deleted_at: at });
    await deletedAt(Date.now() - 34 * dayMs);
    expect(await purged()).toHaveProperty([`upload:${hash}`]);
    await deletedAt(Date.now() - 36 * dayMs);
    expect(await purged()).not.toHaveProperty([`upload:${hash}`]);
  });
  it('is one that got another name, too, and not one that was only described', async () => {
    const { id } = await aPicture(cms.strapi, 'A harbour');
    const tag = await tagOf(id);
    await files().update({ where: { id }, data: { alternativeText: 'A harbour at low tide' } });
    expect(await purged()).not.toHaveProperty([tag]);
    await files().update({ where: { id }, data: { hash: 'harbour_00000000ff' } });
    expect(await purged()).toHaveProperty([tag]);
  });
});

describe('a thread', () => {
  const changed = async (act: () => Promise<unknown>): Promise<boolean> => {
    const thread = async () => (await now())['thread:talked-about'];
    const before = await thread();
    await act();
    return (await thread()) !== before;
  };
  it('counts what readers see of it, and nothing else', async () => {
    const { documentId } = await documentsOf(cms.strapi, 'api::post.post').createPublished({
      title: 'Talked about',
      body: paragraphs('x'),
    });
    const privately = (what: string, token: string) => () =>
      postAsWeb(cms, `/api/private-comments/${what}`, { token }).expect(200);
    const report = (number: number, reason: string, nonce: string) => () =>
      postAsWeb(cms, `/api/comments/${number}/reports`, { reason, text: '', nonce: nonce.repeat(22) }).expect(201);
    let sent = { number: 0, token: '' };
    expect(
      await changed(async () => {
        sent = await sendComment(cms, 'talked-about');
      }),
    ).toBe(false);
    expect(await changed(() => approveByService(cms, sent.number))).toBe(true);
    expect(await changed(privately('look', sent.token))).toBe(false);
    expect(await changed(privately('remove-name', sent.token))).toBe(true);
    expect(await changed(report(sent.number, 'advertising', 'a'))).toBe(false);
    expect(await changed(privately('delete', sent.token))).toBe(true);
    const [other = 0] = await insertComments(cms, documentId, [{}]);
    expect(await changed(report(other, 'identifies-or-threatens', 'b'))).toBe(true);
    expect(Object.keys(await now()).filter((kind) => kind.startsWith('thread:'))).toEqual(['thread:talked-about']);
  });
  it('is told of for an hour after it moved', async () => {
    const threads = () => cms.strapi.db.connection('thread_tags');
    await threads().update({ changed_at: Date.now() - 3_599_000, purged_at: null });
    expect(await now()).toHaveProperty('thread:talked-about');
    await threads().update({ changed_at: Date.now() - 3_601_000 });
    expect(await now()).not.toHaveProperty('thread:talked-about');
  });
  it('is told of for 35 days after something was deleted from it for good, with the moment', async () => {
    const dayMs = 86_400_000;
    const told = async () => cacheTagVersionsResponse.parse((await cms.asWeb('/api/cache-tags').expect(200)).body);
    const threads = () => cms.strapi.db.connection('thread_tags');
    const before = Date.now();
    const { number, token } = await sendComment(cms, 'talked-about');
    await approveByService(cms, number);
    const threadsIn = ({ meta }: { meta: { purged: object } }) =>
      Object.keys(meta.purged).filter((tag) => tag.startsWith('thread:'));
    expect(threadsIn(await told())).toEqual([]);
    await postAsWeb(cms, '/api/private-comments/delete', { token }).expect(200);
    const { data, meta } = await told();
    expect(data['thread:talked-about']).toBeGreaterThan(0);
    expect(meta.purged['thread:talked-about']).toBeGreaterThanOrEqual(before);
    await threads().update({ changed_at: 0, purged_at: Date.now() - 34 * dayMs });
    expect(threadsIn(await told())).toEqual(['thread:talked-about']);
    await threads().update({ purged_at: Date.now() - 36 * dayMs });
    expect(threadsIn(await told())).toEqual([]);
  });
});

describe('a change and its count', () => {
  it('are one: what is rolled back was never counted, and nobody is told', async () => {
    const posts = documentsOf(cms.strapi, 'api::post.post');
    const { documentId } = await posts.create({ title: 'Rolled back', body: paragraphs('x') });
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const told = heard.length;
    const undo = async () => {
      const publishing = cms.strapi.db.transaction(async () => {
        await posts.publish(documentId);
        throw new Error('changed my mind');
      });
      await expect(publishing).rejects.toThrow('changed my mind');
    };
    expect(await during(undo)).toEqual({});
    expect(await posts.live(documentId)).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(heard.length).toBe(told);
  });
  it('lose nothing when many are published at once', async () => {
    const posts = documentsOf(cms.strapi, 'api::post.post');
    const made = await Promise.all(
      Array.from({ length: 6 }, (_, n) => posts.create({ title: `Many ${n}`, body: paragraphs('x') })),
    );
    const inOne = () =>
      cms.strapi.db.transaction(() => Promise.all(made.map(({ documentId }) => posts.publish(documentId))));
    expect(await during(inOne)).toEqual({ posts: 6 });
    expect(await during(() => Promise.all(made.map(({ documentId }) => posts.unpublish(documentId))))).toEqual({
      posts: 6,
    });
  });
});

describe('the site', () => {
  it('is told once it is committed, with the secret', async () => {
    heard.length = 0;
    await documentsOf(cms.strapi, 'api::topic.topic').create({ name: 'News' });
    await vi.waitFor(() => expect(heard).not.toHaveLength(0));
    expect(heard[0]).toEqual({
      path: 'POST /webhooks/content-changed',
      authorization: `Bearer ${process.env.WEBHOOK_SECRET}`,
    });
  });
});
