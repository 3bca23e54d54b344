import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPicture } from '../support/a-picture.ts';
import { type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { workshopFields } from '../support/workshop-fields.ts';
import { documentsOf, paragraphs, type Written } from '../support/written.ts';

let cms: CmsHere;
let admin: SignedIn;
let posts: ReturnType<typeof documentsOf>;
beforeAll(async () => {
  cms = await startCmsHere();
  admin = await signIn(cms, cms.logins.counsellor);
  posts = documentsOf(cms.strapi, 'api::post.post');
});
afterAll(() => cms.stop());

const manager = '/content-manager/collection-types/api::post.post';
const written = async (data: object): Promise<Written> =>
  (await admin.post(manager).send(data).expect(201)).body.data as Written;
const publish = (documentId: string, data: object) => admin.post(`${manager}/${documentId}/actions/publish`).send(data);
const redirectOf = async (path: string): Promise<string | null> => {
  const answer = await cms.asWeb(`/api/redirects?path=${path}`);
  return answer.status === 200 ? (answer.body.data.to as string) : null;
};

describe('in the admin, as the counsellor', () => {
  it('writes as the only author there is, without saying so', async () => {
    const authors = documentsOf(cms.strapi, 'api::author.author');
    const only = await authors.create({ name: 'Tamsin Reed' });
    const draft = await written({
      title: 'By whom?',
      body: paragraphs('By her.'),
      author: { connect: [], disconnect: [] },
    });
    await publish(draft.documentId, {}).expect(200);
    expect((await cms.asWeb('/api/posts/by-whom')).body.data.author).toMatchObject({ slug: 'tamsin-reed' });

    const other = await authors.create({ name: 'A guest' });
    const anonymous = await written({ title: 'By nobody', body: paragraphs('By whom?') });
    await publish(anonymous.documentId, {}).expect(200);
    expect((await cms.asWeb('/api/posts/by-nobody')).body.data.author).toBeNull();
    await expect(authors.delete(only.documentId)).rejects.toThrow('This author wrote “By whom?”');
    await posts.delete(draft.documentId);
    for (const { documentId } of [only, other]) await authors.delete(documentId);
  });

  it('saves a draft without a title and says everything that is missing when it is published', async () => {
    const draft = await written({ contentNote: 'An idea' });
    const answer = await publish(draft.documentId, { cover: (await aPicture(cms.strapi, null)).id }).expect(400);
    expect(answer.body.error.name).toBe('ValidationError');
    expect(answer.body.error.details.errors).toMatchObject([
      { path: ['title'] },
      { path: ['body'] },
      { path: ['cover'] },
    ]);
    expect(answer.body.error.message).toMatch(/^Give it a title/);
    expect(await posts.live(draft.documentId)).toBeNull();
  });

  it('cleans what is typed, and publishes no title in which nothing can be seen', async () => {
    const { documentId } = await written({ title: '\u2800\u034f\u200b', body: paragraphs('x') });
    const refused = await publish(documentId, {}).expect(400);
    expect(refused.body.error.message).toContain('Give it a title before you publish it.');
    await admin
      .put(`${manager}/${documentId}`)
      .send({ title: `One\u000btwo\u202e Z${'\u0301'.repeat(300)}`, summary: 'One\u0085two' })
      .expect(200);
    expect(await posts.draft(documentId)).toMatchObject({
      title: `One two Z${'\u0301'.repeat(6)}`,
      summary: 'One\ntwo',
    });
  });

  it('reads in plain words what is wrong, with the labels of the fields', async () => {
    const { documentId } = await written({ title: 'Plain words', body: paragraphs('x') });
    const long = await admin
      .put(`${manager}/${documentId}`)
      .send({ title: 'x'.repeat(201) })
      .expect(400);
    expect(long.body.error).toMatchObject({
      name: 'ValidationError',
      message: '“Title” can have 200 characters at most.',
      details: { errors: [{ path: ['title'], message: '“Title” can have 200 characters at most.' }] },
    });
    const workshops = '/content-manager/collection-types/api::workshop.workshop';
    const price = await admin
      .post(workshops)
      .send({ title: 'x', prices: [{ label: 'Full', amount: 10_001 }] })
      .expect(400);
    expect(price.body.error.message).toMatch(/^“[A-Z][^“”]*, no\. 1, [A-Z][^“”]*” can be 10,000 at most\.$/);
    const gone = await admin.put(`${manager}/nothinghereatall00000000`).send({ title: 'x' });
    expect([gone.status, gone.body.error.message]).toEqual([
      404,
      'This entry no longer exists. It may have been deleted meanwhile.',
    ]);
    for (const body of [{ decision: 'approve', comments: [{ number: 1, version: 1, state: 'x' }] }, {}]) {
      const { message } = (await admin.post('/quiet-room/comments/decide').send(body).expect(400)).body.error as {
        message: string;
      };
      expect(message).toBe('Something in this form is missing or not valid.');
    }
  });

  it('publishes, moves and moves back: each old address leads to where the post is, and none in a circle', async () => {
    const draft = await written({ title: 'Why rest?', body: paragraphs('Because.') });
    expect(draft.slug).toBe('why-rest');
    await publish(draft.documentId, {}).expect(200);
    await cms.asWeb('/api/posts/why-rest').expect(200);

    await publish(draft.documentId, { slug: 'on-rest' }).expect(200);
    await publish(draft.documentId, { slug: 'on-resting' }).expect(200);
    expect(await redirectOf('/blog/why-rest')).toBe('/blog/on-resting');
    expect(await redirectOf('/blog/on-rest')).toBe('/blog/on-resting');

    await publish(draft.documentId, { slug: 'why-rest' }).expect(200);
    expect(await redirectOf('/blog/why-rest')).toBeNull();
    expect(await redirectOf('/blog/on-resting')).toBe('/blog/why-rest');
    await cms.asWeb('/api/posts/why-rest').expect(200);
  });

  it('keeps the address that readers know while a draft has another one', async () => {
    const draft = await written({ title: 'Staying', body: paragraphs('Here.') });
    await publish(draft.documentId, {}).expect(200);
    await admin.put(`${manager}/${draft.documentId}`).send({ slug: 'leaving' }).expect(200);
    await cms.asWeb('/api/posts/staying').expect(200);
    await cms.asWeb('/api/posts/leaving').expect(404);
    expect(await redirectOf('/blog/staying')).toBeNull();
  });

  it('publishes, takes back and deletes many at once', async () => {
    const documentIds = [];
    for (const n of [1, 2, 3])
      documentIds.push((await written({ title: `Many ${n}`, body: paragraphs('Words.') })).documentId);
    await admin.post(`${manager}/actions/bulkPublish`).send({ documentIds }).expect(200);
    await cms.asWeb('/api/posts/many-2').expect(200);
    await admin.post(`${manager}/actions/bulkUnpublish`).send({ documentIds }).expect(200);
    await cms.asWeb('/api/posts/many-2').expect(404);
    await admin.post(`${manager}/actions/bulkDelete`).send({ documentIds }).expect(200);
    expect(await cms.strapi.db.query('api::post.post').count({ where: { slug: { $startsWith: 'many-' } } })).toBe(0);
  });
});

describe('dates', () => {
  it('are set once, kept, and told apart by words', async () => {
    const { documentId } = await posts.create({ title: 'Dated', body: paragraphs('One.') });
    await posts.publish(documentId);
    const first = await posts.live(documentId);
    expect(Date.now() - Date.parse(String(first?.published))).toBeLessThan(60_000);
    expect(first?.updated).toBeNull();

    await posts.update(documentId, { published: '2026-01-02T09:00:00.000Z' });
    await posts.publish(documentId);
    expect(await posts.live(documentId)).toMatchObject({ published: '2026-01-02T09:00:00.000Z', updated: null });

    await posts.update(documentId, { body: paragraphs('Two.') });
    await posts.publish(documentId);
    const third = await posts.live(documentId);
    expect(third?.published).toBe('2026-01-02T09:00:00.000Z');
    expect(Date.now() - Date.parse(String(third?.updated))).toBeLessThan(60_000);

    await posts.unpublish(documentId);
    await posts.publish(documentId);
    expect(await posts.live(documentId)).toMatchObject({
      published: '2026-01-02T09:00:00.000Z',
      updated: third?.updated,
    });
  });
});

describe('reading time and first words', () => {
  it('follow the body and can’t be set by hand', async () => {
    const { documentId } = await posts.create({
      title: 'Long',
      body: paragraphs('word '.repeat(450)),
      readingMinutes: 99,
      firstWords: 'x',
    });
    expect(await posts.draft(documentId)).toMatchObject({ readingMinutes: 2 });
    await posts.update(documentId, { readingMinutes: 99, firstWords: 'x' });
    expect(await posts.draft(documentId)).toMatchObject({ readingMinutes: 2 });
    await posts.update(documentId, { body: paragraphs('Short now.') });
    expect(await posts.draft(documentId)).toMatchObject({ readingMinutes: 1, firstWords: 'Short now.' });
  });
});

describe('slugs', () => {
  it('are made from the title as soon as there is one, and stay when it changes', async () => {
    const { documentId, slug } = await posts.create({});
    expect(slug).toBeNull();
    expect((await posts.update(documentId, { title: 'Don’t hurry' })).slug).toBe('dont-hurry');
    expect((await posts.update(documentId, { title: 'Hurry' })).slug).toBe('dont-hurry');
    expect((await posts.update(documentId, { slug: 'My Own  Address!' })).slug).toBe('my-own-address');
    expect((await posts.update(documentId, { slug: '' })).slug).toBe('hurry');
  });
  it('are never shared: not by drafts, not with what is public, not with an address that was left', async () => {
    const post = await posts.createPublished({ title: 'Taken', body: paragraphs('Words.') });
    expect((await posts.create({ title: 'Taken' })).slug).toBe('taken-2');
    await posts.update(post.documentId, { slug: 'moved-on' });
    expect((await posts.create({ title: 'Taken' })).slug).toBe('taken-3');
    await posts.publish(post.documentId);
    expect((await posts.create({ title: 'x', slug: 'taken' })).slug).toBe('taken-4');
    expect(await redirectOf('/blog/taken')).toBe('/blog/moved-on');
  });
  it('are different when two people save at the same moment', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, () => posts.createPublished({ title: 'All at once', body: paragraphs('Words.') })),
    );
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(8);
  });
  it('are refused to a page where the site itself stands', async () => {
    const pages = documentsOf(cms.strapi, 'api::page.page');
    await expect(pages.create({ title: 'Blog', slug: 'blog' })).rejects.toThrow(/The site uses \/blog itself/);
    expect((await pages.create({ title: 'Privacy' })).slug).toBe('privacy-2');
  });
  it('of a copy are its own, and so are its dates', async () => {
    const post = await posts.createPublished({
      title: 'Original',
      body: paragraphs('Words.'),
      redirects: [{ path: '/was-here' }],
    });
    const { entries } = await posts.clone(post.documentId, { title: 'Copy of the original' });
    const copy = await posts.draft(entries[0]?.documentId ?? '');
    expect(copy).toMatchObject({ slug: 'copy-of-the-original', published: null, updated: null, redirects: [] });
  });
});

describe('old addresses', () => {
  it('outlive a time out of public', async () => {
    const post = await posts.createPublished({ title: 'Away', body: paragraphs('Words.') });
    await posts.unpublish(post.documentId);
    await posts.update(post.documentId, { slug: 'back' });
    await posts.publish(post.documentId);
    expect(await redirectOf('/blog/away')).toBe('/blog/back');
  });
  it('of a topic lead to its page and its feed', async () => {
    const topics = documentsOf(cms.strapi, 'api::topic.topic');
    const topic = await topics.create({ name: 'Kindness' });
    await topics.update(topic.documentId, { slug: 'self-kindness' });
    expect(await redirectOf('/topics/kindness')).toBe('/topics/self-kindness');
    expect(await redirectOf('/topics/kindness/feed.xml')).toBe('/topics/self-kindness/feed.xml');
    expect(await redirectOf('/topics/kindness/nothing-known.xml')).toBe('/topics/self-kindness/nothing-known.xml');
    await topics.update(topic.documentId, { slug: 'kindness' });
    expect(await redirectOf('/topics/kindness')).toBeNull();
    expect(await redirectOf('/topics/self-kindness')).toBe('/topics/kindness');
  });
  it('that make no sense are refused beside their field', async () => {
    const error = await posts
      .create({ title: 'x', redirects: [{ path: '/fine' }, { path: 'two words' }] })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'ValidationError',
      details: { errors: [{ path: ['redirects', '1', 'path'] }] },
    });
  });
});

describe('addresses below a moved page', () => {
  it('move with it', async () => {
    const workshops = documentsOf(cms.strapi, 'api::workshop.workshop');
    const { documentId } = await workshops.createPublished(workshopFields({ title: 'Before it moved' }));
    await workshops.update(documentId, { slug: 'after-it-moved' });
    await workshops.publish(documentId);
    expect(await redirectOf('/workshops/before-it-moved/calendar.ics')).toBe('/workshops/after-it-moved/calendar.ics');
    const post = await posts.createPublished({ title: 'An old slug', body: paragraphs('Words.') });
    await posts.update(post.documentId, { slug: 'a-new-slug' });
    await posts.publish(post.documentId);
    expect(await redirectOf('/blog/an-old-slug/comments.xml')).toBe('/blog/a-new-slug/comments.xml');
    expect(await redirectOf('/blog/an-old-slug/comments/7')).toBe('/blog/a-new-slug/comments/7');
    expect(await redirectOf('/blog/never-there/comments.xml')).toBeNull();
  });
});

describe('the practice', () => {
  it('is refused web addresses that nobody could follow', async () => {
    const practice = documentsOf(cms.strapi, 'api::practice.practice');
    const [entry] = (await cms.strapi.db.query('api::practice.practice').findMany({})) as { documentId: string }[];
    const error = await practice
      .update(entry?.documentId ?? '', { bookingUrl: 'javascript:alert(1)' })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'ValidationError', details: { errors: [{ path: ['bookingUrl'] }] } });
  });
});
