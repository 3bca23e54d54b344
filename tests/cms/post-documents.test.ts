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
    for (const [wrong, said] of [
      [{ timeZone: 'Mars/Phobos' }, /^“[A-Z][^“”]*” must be one of the choices\.$/],
      [{ capacity: 1.5 }, /^“[A-Z][^“”]*” must be a whole number, without decimals\.$/],
      [{ prices: [{ label: 'Full', amount: 0.001 }] }, /^“[^“”]*, no\. 1, [^“”]*” can have two decimals at most/],
      [{ prices: [{ label: 'Full', amount: 12.345 }] }, /^“[^“”]*, no\. 1, [^“”]*” can have two decimals at most/],
    ] as const) {
      const refused = await admin.post(workshops).send({ title: 'x', ...wrong });
      expect([refused.status, refused.body.error.message]).toEqual([400, expect.stringMatching(said)]);
    }
    const missing = `${manager}/nothinghereatall00000000`;
    for (const gone of [
      await admin.put(missing).send({ title: 'x' }),
      await admin.get(missing),
      await admin.del(missing),
    ])
      expect([gone.status, gone.body.error.message]).toEqual([
        404,
        'This no longer exists. It may have been deleted in the meantime.',
      ]);
    const topic = { connect: [{ id: 999_999, documentId: 'nothinghereatall00000000' }], disconnect: [] };
    for (const chosen of [{ cover: { id: 999_999 } }, { topics: topic }]) {
      const { status, body } = await admin.put(`${manager}/${documentId}`).send(chosen);
      expect([status, body.error.message]).toEqual([
        400,
        'Something that was chosen here, such as a picture or a topic, has been deleted since. Take it out or choose another, then save.',
      ]);
    }
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
    expect(await redirectOf('/blog/taken')).toBe('/blog/moved-on');
  });
  it('that somebody types for a new post are refused if another piece has or had them', async () => {
    const post = await posts.createPublished({ title: 'Typed', body: paragraphs('Words.') });
    await expect(posts.create({ title: 'Another', slug: 'typed' })).rejects.toThrow(
      '“Typed” already has the address typed. Choose another one.',
    );
    await posts.publish((await posts.update(post.documentId, { slug: 'typed-before' })).documentId);
    await expect(posts.create({ title: 'Another', slug: 'typed' })).rejects.toThrow(/“Typed” already has the address/);
    // The admin sends what it suggests for the title as if somebody had typed it.
    expect((await posts.create({ title: 'Typed', slug: 'typed' })).slug).toBe('typed-2');
  });
  it('are suggested as they are made, in any alphabet', async () => {
    const suggested = async (title: string): Promise<unknown> => {
      const wish = { contentTypeUID: 'api::post.post', field: 'slug', data: { title } };
      return (await admin.post('/content-manager/uid/generate').send(wish).expect(200)).body.data;
    };
    expect(await suggested('你好，世界')).toBe('ni-hao-shi-jie');
    expect(await suggested('Don’t hurry back')).toBe('dont-hurry-back');
    expect(await suggested('🙏')).toBe('post');
    expect((await posts.create({ title: 'שלום עולם' })).slug).toBe('slvm-vlm');
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
  it('are found in every spelling', async () => {
    const typed = ['https://old.example/Post/%C3%9Cber-Mich/', '/post/two%20words', '/Post/Cafe\u0301\u200b'];
    const { documentId } = await posts.createPublished({
      title: 'Where it is now',
      body: paragraphs('Here.'),
      redirects: typed.map((path) => ({ path })),
    });
    const spellings = [
      '/post/über-mich',
      '/post/%C3%BCber-mich',
      '/POST/U\u0308BER-MICH/',
      '/post/two%20words',
      '/post/CAFÉ',
    ];
    for (const spelling of spellings)
      expect(await redirectOf(encodeURIComponent(spelling)), spelling).toBe('/blog/where-it-is-now');
    expect(await redirectOf('/post/cafe')).toBeNull();
    await posts.delete(documentId);
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

const refusal = async (saving: Promise<unknown>): Promise<{ path: string; message: string }[]> => {
  const error = (await saving.then(
    () => ({}),
    (reason: unknown) => reason,
  )) as { details?: { errors: { path: string[]; message: string }[] } };
  return (error.details?.errors ?? []).map(({ path, message }) => ({ path: path.join('.'), message }));
};

describe('old addresses where something is on the site', () => {
  const withOld = (...paths: string[]) => ({ title: 'x', redirects: paths.map((path) => ({ path })) });

  it.each([
    ['/', /^The home page is at this address/],
    ['https://old.example', /^The home page/],
    ['/help-now', /^The site uses \/help-now itself/],
    ['https://site.example/Help-Now/?x=1', /^The site uses \/help-now itself/],
    ['/blog', /itself/],
    ['/%62log', /itself/],
    ['/feed.xml', /itself/],
    ['/media/a.jpg', /itself/],
    ['/decide/x', /itself/],
    ['/_nuxt/x.js', /itself/],
    ['/blog/stands-here', /^“Stands here” is on the site at \/blog\/stands-here, so/],
    ['/blog/stands-here/comments.xml', /^“Stands here”/],
    ['/topics/standing', /^“Standing”/],
  ])('are refused beside their field: %s', async (path, message) => {
    const topics = documentsOf(cms.strapi, 'api::topic.topic');
    if ((await cms.strapi.db.query('api::topic.topic').count({ where: { slug: 'standing' } })) === 0) {
      await topics.create({ name: 'Standing' });
      await posts.createPublished({ title: 'Stands here', body: paragraphs('Words.') });
    }
    expect(await refusal(posts.create(withOld('/fine', path)))).toEqual([
      { path: 'redirects.1.path', message: expect.stringMatching(message) },
    ]);
  });

  it('are refused when they would lead back to themselves, and kept when they once were old', async () => {
    const post = await posts.createPublished({ title: 'In a circle', body: paragraphs('Words.') });
    expect(await refusal(posts.update(post.documentId, withOld('/blog/in-a-circle')))).toEqual([
      { path: 'redirects.0.path', message: expect.stringMatching(/^\/blog\/in-a-circle is the current address/) },
    ]);
    await posts.update(post.documentId, { slug: 'in-a-line' });
    await posts.publish(post.documentId);
    await posts.update(post.documentId, { slug: 'in-a-circle', redirects: [{ path: '/blog/in-a-circle' }] });
    await posts.publish(post.documentId);
    expect(await redirectOf('/blog/in-a-circle')).toBeNull();
    expect(await redirectOf('/blog/in-a-line')).toBe('/blog/in-a-circle');
  });

  it('are taken where nothing is: a draft, a place that the site only reserves, and what once was elsewhere', async () => {
    await posts.create({ title: 'Only a draft' });
    const taken = ['/blog/only-a-draft', '/intro-call', '/blog/2019/old', '/post/old', '/topics'];
    expect(await refusal(posts.create(withOld(...taken)))).toEqual([]);
  });
});

describe('an address of another piece', () => {
  const claims = (title: string, path: string) => ({ title, body: paragraphs('Words.'), redirects: [{ path }] });

  it('is refused as a new one, beside its field, with the title of the other piece', async () => {
    const first = await posts.createPublished({ title: 'A lighthouse', body: paragraphs('Words.') });
    const second = await posts.create({ title: 'A lamp' });
    const refused = (slug: string) => [
      { path: 'slug', message: `“A lighthouse” already has the address ${slug}. Choose another one.` },
    ];
    expect(await refusal(posts.update(second.documentId, { slug: 'A Lighthouse' }))).toEqual(refused('a-lighthouse'));
    await posts.update(first.documentId, { slug: 'tower' });
    await posts.publish(first.documentId);
    expect(await refusal(posts.update(second.documentId, { slug: 'a-lighthouse' }))).toEqual(refused('a-lighthouse'));
    expect(await refusal(posts.update(second.documentId, { slug: 'tower' }))).toEqual(refused('tower'));
    expect(await refusal(posts.update(second.documentId, { slug: 'lantern' }))).toEqual([]);
    // It may go back to where it was itself.
    expect(await refusal(posts.update(first.documentId, { slug: 'a-lighthouse' }))).toEqual([]);
  });

  it('is refused as an old address, beside its field, with the title of the other piece', async () => {
    const pages = documentsOf(cms.strapi, 'api::page.page');
    const first = await posts.create(claims('A harbour', '/post/harbour'));
    const refused = [
      { path: 'redirects.0.path', message: expect.stringContaining('“A harbour” already has this address') },
    ];
    expect(await refusal(posts.create(claims('Another', '/post/harbour')))).toEqual(refused);
    expect(await refusal(pages.create(claims('Another', '/Post/Harbour/')))).toEqual(refused);
    // In its own form it is kept.
    expect(await refusal(posts.update(first.documentId, claims('A harbour', '/post/harbour')))).toEqual([]);
    const answer = await admin.post(manager).send(claims('By hand', '/post/harbour'));
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors[0].path).toEqual(['redirects', '0', 'path']);
  });

  it('is refused when a draft is published that has claimed it meanwhile', async () => {
    const pages = documentsOf(cms.strapi, 'api::page.page');
    // Nothing is there while it is saved; it is when it is published.
    const draft = await posts.create(claims('A quay', '/about-quays'));
    const page = await pages.createPublished({ title: 'About quays', body: paragraphs('Words.') });
    expect(await refusal(posts.publish(draft.documentId))).toEqual([
      { path: 'redirects.0.path', message: expect.stringContaining('“About quays” is on the site at /about-quays') },
    ]);
    await posts.update(draft.documentId, { redirects: [] });
    await posts.publish(draft.documentId);
    await posts.update(draft.documentId, { redirects: [{ path: '/moorings' }] });
    await posts.publish(draft.documentId);
    const other = await pages.create({ title: 'Moorings', body: paragraphs('Words.') });
    expect(await refusal(pages.publish(other.documentId))).toEqual([
      { path: 'slug', message: expect.stringContaining('“A quay” already has the address /moorings') },
    ]);
    // What is published stays so, and can be published again.
    await posts.publish(draft.documentId);
    for (const one of [page, other]) await pages.delete(one.documentId);
  });

  it('goes to one of two that are saved at the same moment', async () => {
    const saved = await Promise.allSettled(['One', 'Two'].map((title) => posts.create(claims(title, '/post/at-once'))));
    expect(saved.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
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

describe('a link in a text', () => {
  const linked = (...links: [text: string, url: string][]) => [
    {
      type: 'paragraph',
      children: links.map(([text, url]) => ({ type: 'link', url, children: [{ type: 'text', text }] })),
    },
  ];
  const urlsOf = (body: unknown): string[] =>
    (body as { children: { url: string }[] }[]).flatMap(({ children }) => children.map(({ url }) => url));
  const settings = () => cms.strapi.config.get<{ siteUrl: string; cmsUrl: string }>('quiet-room');

  it('is stored and served as it was meant, and never leads to the CMS', async () => {
    const { hash } = await aPicture(cms.strapi, 'A room');
    const upload = `${settings().cmsUrl}/uploads/${hash}.jpg`;
    const body = linked(
      ['picture', upload],
      ['writing', `${settings().siteUrl}/blog/`],
      ['email', 'mailto: ann@elsewhere.test'],
      ['text us', 'sms: 85258'],
      ['site', '\u200bhttps://https://elsewhere.test'],
      ['below', '#why'],
    );
    const shown = [
      `/media/${hash}.jpg`,
      '/blog',
      'mailto:ann@elsewhere.test',
      'sms:85258',
      'https://elsewhere.test',
      '#why',
    ];
    const { documentId } = await written({ title: 'Good links', body });
    expect(urlsOf((await posts.draft(documentId)).body)).toEqual(shown);
    await publish(documentId, {}).expect(200);
    expect(urlsOf((await cms.asWeb('/api/posts/good-links')).body.data.body)).toEqual(shown);
    // Also one that was stored before the CMS moved to this address.
    await cms.strapi.db
      .query('api::post.post')
      .updateMany({ where: { documentId }, data: { body: linked(['one', upload], ['two', 'javascript:alert(1)']) } });
    expect((await cms.asWeb('/api/posts/good-links')).body.data.body).toMatchObject([
      { children: [{ url: shown[0] }, { type: 'text', text: 'two' }] },
    ]);
    await posts.delete(documentId);
  });

  it('may be anything in a draft, but is refused by its text when it is published and cannot work', async () => {
    const coming = await written({ title: 'Part two', body: paragraphs('Not yet.') });
    const body = linked(
      ['press here', 'javascript:alert(1)'],
      ['my fees', '/no-such-page'],
      ['a picture', '/uploads/no_such_file_0123456789.png'],
      ['part two', '/blog/part-two'],
      ['this text', '/blog/broken-links'],
      ['help', '/HELP-now'],
    );
    const { documentId } = await written({ title: 'Broken links', body });
    const refused = await publish(documentId, {}).expect(400);
    expect(refused.body.error.details.errors).toMatchObject([{ path: ['body'] }]);
    expect(String(refused.body.error.message).split(/ (?=The link)/)).toEqual([
      'The link “press here” does not work: “javascript:alert(1)” is not a web, email or phone address.',
      'The link “my fees” does not work: there is no page at /no-such-page on this site.',
      'The link “a picture” does not work: there is no page at /media/no_such_file_0123456789.png on this site.',
      'The link “part two” does not work: “Part two” is not published yet. Publish that first, or remove the link for now.',
    ]);
    await publish(coming.documentId, {}).expect(200);
    await publish(documentId, {
      body: linked(['part two', '/blog/part-two'], ['this text', '/blog/broken-links']),
    }).expect(200);
    for (const one of [documentId, coming.documentId]) await posts.delete(one);
  });

  it.each([
    ['api::page.page', 'body', 'title'],
    ['api::workshop.workshop', 'description', 'title'],
  ] as const)('is checked in %s, too', async (uid, field, name) => {
    const types = `/content-manager/collection-types/${uid}`;
    const draft = { ...(uid === 'api::workshop.workshop' ? workshopFields() : {}), [name]: 'Links of another kind' };
    const [{ documentId }] = [
      (await admin.post(types).send({ ...draft, [field]: linked(['them', 'www.elsewhere.test/'], ['her', 'tel:ann']) }))
        .body.data as Written,
    ];
    const refused = await admin.post(`${types}/${documentId}/actions/publish`).send({}).expect(400);
    expect(refused.body.error.details.errors).toMatchObject([
      { path: [field], message: 'The link “her” does not work: “ann” is not a phone number.' },
    ]);
    await documentsOf(cms.strapi, uid).delete(documentId);
  });

  it('is refused where what is saved is public at once', async () => {
    const bio = linked(['her', 'mailto:ann']);
    const author = await admin
      .post('/content-manager/collection-types/api::author.author')
      .send({ name: 'Linked', bio })
      .expect(400);
    expect(author.body.error.details.errors).toMatchObject([{ path: ['bio'] }]);
    const practice = await admin.put('/content-manager/single-types/api::practice.practice').send({ work: bio });
    expect(practice.status).toBe(400);
    expect(practice.body.error.message).toBe('The link “her” does not work: “ann” is not an email address.');
    const booking = await admin
      .put('/content-manager/single-types/api::practice.practice')
      .send({ bookingUrl: `${settings().cmsUrl}/admin` });
    expect([booking.status, booking.body.error.details.errors]).toMatchObject([400, [{ path: ['bookingUrl'] }]]);
  });
});
