import { checkedLink, linkPages } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataOf, type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
let counsellor: SignedIn;
beforeAll(async () => {
  cms = await startCmsHere();
  counsellor = await signIn(cms, cms.logins.counsellor);
  const posts = documentsOf(cms.strapi, 'api::post.post');
  const pages = documentsOf(cms.strapi, 'api::page.page');
  const { documentId } = await posts.create({ title: 'The green door', body: paragraphs('It is open.') });
  await posts.publish(documentId);
  await posts.update(documentId, { slug: 'the-red-door' });
  await pages.create({ title: 'Green rooms', body: paragraphs('There are two.') });
});
afterAll(() => cms.stop());

const search = (words: string) =>
  dataOf(linkPages, counsellor.get(`/quiet-room/links/pages?search=${encodeURIComponent(words)}`));
const check = (address: string) => dataOf(checkedLink, counsellor.post('/quiet-room/links/check').send({ address }));

describe('the dialog for links', () => {
  it('finds pages by words of their title, by the address that readers know', async () => {
    expect(await search('GREEN')).toEqual([
      { title: 'Green rooms', path: '/green-rooms', kind: 'page', isPublic: false },
      { title: 'The green door', path: '/blog/the-green-door', kind: 'post', isPublic: true },
    ]);
    expect(await search('no such page')).toEqual([]);
    expect(await search("' or 1=1 --")).toEqual([]);
    expect((await search('')).length).toBeGreaterThan(1);
  });

  it('returns an address as readers get it, or says why it can’t work', async () => {
    expect(await check('example.org/door')).toEqual({ url: 'https://example.org/door' });
    expect(await check('nora@example.org')).toEqual({ url: 'mailto:nora@example.org' });
    expect(await check('/blog/the-green-door')).toEqual({ url: '/blog/the-green-door' });
    expect(await check('green-rooms')).toEqual({ url: '/green-rooms' });
    expect(await check('/nothing')).toEqual({ problem: 'There is no page at /nothing on this site.' });
    expect(await check('')).toEqual({ problem: 'Its address is missing.' });
    expect(await check('javascript:alert(1)')).toMatchObject({ problem: expect.stringContaining('is not a web') });
  });

  it('is for those who write, and refuses what it does not know', async () => {
    await cms.anonymously('/quiet-room/links/pages').expect(401);
    await counsellor.get('/quiet-room/links/pages?other=1').expect(400);
    await counsellor.post('/quiet-room/links/check').send({ address: 1 }).expect(400);
  });
});
