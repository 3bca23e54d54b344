import { refusal } from 'shared';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
const secret = 'not-yet-for-readers';

beforeAll(async () => {
  cms = await startCmsHere();
  const posts = documentsOf(cms.strapi, 'api::post.post');
  const pages = documentsOf(cms.strapi, 'api::page.page');
  const topic = await documentsOf(cms.strapi, 'api::topic.topic').create({ name: 'Only in drafts' });
  await posts.create({
    title: 'A draft',
    body: paragraphs(secret),
    topics: [topic.documentId],
    redirects: [{ path: '/draft-was-here' }],
  });
  const changed = await posts.createPublished({ title: 'Public', body: paragraphs('For readers.') });
  await posts.update(changed.documentId, { title: secret, slug: secret, body: paragraphs(secret) });
  const gone = await posts.createPublished({ title: 'Taken back', body: paragraphs('For nobody.') });
  await posts.unpublish(gone.documentId);
  await pages.create({ title: 'A draft page', body: paragraphs(secret) });
});
afterAll(() => cms.stop());

const everything = [
  '/api/practice',
  '/api/posts',
  '/api/posts/public',
  '/api/topics',
  '/api/pages/about',
  '/api/redirects?path=/x',
  '/api/sitemap',
  '/api/cache-tags',
  '/api/posts/public/comments',
  '/api/posts/public/latest-comments',
  '/api/workshops',
  '/api/workshop-calendar',
];

describe('drafts', () => {
  it.each(['/api/posts', '/api/posts?full=true', '/api/posts/public', '/api/topics', '/api/sitemap', '/api/practice'])(
    'do not show in %s',
    async (path) => {
      const { text } = await cms.asWeb(path);
      expect(text).not.toContain(secret);
      expect(text).not.toContain('Only in drafts');
      expect(text).not.toContain('Taken back');
    },
  );
  it.each([
    '/api/posts/a-draft',
    `/api/posts/${secret}`,
    '/api/posts/taken-back',
    '/api/pages/a-draft-page',
    '/api/redirects?path=/draft-was-here',
  ])('are not found at %s', async (path) => {
    await cms.asWeb(path).expect(404);
  });
});

describe('queries', () => {
  const forbidden = [
    'status=draft',
    'publicationState=preview',
    '_q=secret',
    'populate=*',
    'fields[0]=body',
    'filters[title][$contains]=a',
    'sort=title',
    'locale=en',
    'pagination[pageSize]=1000',
    'hasPublishedVersion=false',
    'publicationFilter=never-published',
    'sort[0]=joiningDetails',
    'sort[createdBy][password]=asc',
    'filters[$or][0][workshops][joiningDetails][$startsWith]=a',
    'fields=password',
    'populate[author][fields]=name',
    'populate[0]=createdBy',
  ];
  it.each(everything.flatMap((path) => forbidden.map((query) => [path, query])))(
    '%s does not take %s',
    async (path, query) => {
      const answer = await cms.asWeb(`${path}${path.includes('?') ? '&' : '?'}${query}`).expect(400);
      expect(refusal.parse(answer.body).error.name).toBe('ValidationError');
    },
  );
  it.each(['page=0', 'page=-1', 'page=x', 'pageSize=51', 'pageSize=0', 'topic=A%20b', 'full=maybe', 'page=1&page=2'])(
    '/api/posts does not take %s',
    async (query) => {
      const { error } = refusal.parse((await cms.asWeb(`/api/posts?${query}`).expect(400)).body);
      expect(error.message).toMatch(/^“/);
    },
  );
});

describe('anonymous callers', () => {
  it.each(everything)('get nothing from %s', async (path) => {
    const { body, text } = await cms.anonymously(path).expect(401);
    expect(refusal.parse(body).error.name).toBe('UnauthorizedError');
    expect(text).not.toContain('Public');
  });
  it('get nothing with a made-up token either', async () => {
    await cms.anonymously('/api/posts').set('authorization', 'Bearer made-up').expect(401);
  });
});

describe('the site’s token', () => {
  it('reads and nothing else', async () => {
    const key = process.env.WEB_TOKEN ?? '';
    const server = cms.strapi.server.httpServer;
    const asWeb = (test: request.Test) => test.set('authorization', `Bearer ${key}`);
    expect((await asWeb(request(server).post('/api/posts')).send({ data: { title: 'x' } })).status).toBe(405);
    expect((await asWeb(request(server).delete('/api/posts/public'))).status).toBe(405);
    expect((await asWeb(request(server).get('/api/upload/files'))).status).toBe(403);
    expect((await asWeb(request(server).get('/admin/users'))).status).toBe(401);
    expect((await asWeb(request(server).get('/content-manager/collection-types/api::post.post'))).status).toBe(401);
  });

  it('ends when it is revoked or may do less, at once', async () => {
    const key = process.env.WEB_TOKEN ?? '';
    const read = () => request(cms.strapi.server.httpServer).get('/api/topics').set('authorization', `Bearer ${key}`);
    const tokens = cms.strapi.db.query('admin::api-token');
    const permissions = cms.strapi.db.query('admin::api-token-permission');
    const where = { action: 'api::post.blog.findTopics' };
    const [permission, token] = [
      await permissions.findOne({ where }),
      await tokens.findOne({ where: { name: 'The site' } }),
    ];
    expect((await read()).status).toBe(200);
    await permissions.deleteMany({ where });
    expect((await read()).status).toBe(403);
    await permissions.create({ data: { ...where, token: (token as { id: number }).id } });
    expect((await read()).status).toBe(200);
    await tokens.update({ where: { name: 'The site' }, data: { accessKey: 'another' } });
    expect((await read()).status).toBe(401);
    await tokens.update({ where: { name: 'The site' }, data: token as object });
    expect((await read()).status).toBe(200);
    expect(permission).not.toBeNull();
  });
});
