import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient, paragraphs } from '../support/admin-client.ts';
import { kindText } from '../support/kind-text.ts';
import { aPostSlug, Reader, textOf } from '../support/reader.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { startWeb } from '../support/start-web.ts';

let stack: Stack;
let reader: Reader;
let counsellor: AdminClient;
let slug: string;
let place: string;

beforeAll(async () => {
  stack = await startStack({ env: { FORM_LIMITS: 'off' } });
  reader = new Reader(stack.site.url);
  counsellor = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
  slug = await aPostSlug(stack.site.url);
  place = `/blog/${slug}`;
});
afterAll(() => stack.stop());

/** Returns what a page costs on the way to a reader and in a browser: bytes (brotli) without its styles, and elements. */
const weigh = (html: string) => ({
  bytes: brotliCompressSync(html.replace(/<style>.*?<\/style>/s, '')).length,
  nodes: [...html.matchAll(/<[a-z]/g)].length,
});

const becomes = (said: RegExp, path = place) =>
  expect.poll(async () => textOf((await reader.get(path)).html)).toMatch(said);

describe('the page of a post', () => {
  it('has its comments in pages that stay light, and each permalink leads to the right one', async () => {
    // Real prose, because the same sentence again and again would compress to nothing.
    const prose = textOf((await reader.get('/privacy')).html).split(/\s+/);
    const body = paragraphs(...Array.from({ length: 12 }, (_, n) => prose.slice(n * 75, (n + 1) * 75).join(' ')));
    const [slug, place] = ['a-long-read', '/blog/a-long-read'];
    await counsellor.publishPost({ title: 'A long read', slug, body });
    await expect.poll(async () => (await reader.get(place)).status).toBe(200);
    const numbers: number[] = [];
    for (let n = 0; n < 21; n += 1) {
      const { number } = await reader.sendComment(slug, { text: kindText() });
      await counsellor.decide(number, 'approve');
      numbers.push(number);
    }
    const last = numbers.at(-1) ?? 0;
    const permalink = async () => (await reader.get(`${place}/comments/${last}`)).to;
    expect(await permalink()).toBe(`${stack.site.url}${place}?comments=2#comment-${last}`);
    await expect.poll(async () => (await reader.get(`${place}?comments=2`)).html).toContain(`id="comment-${last}"`);
    const [first, second] = [await reader.get(place), await reader.get(`${place}?comments=2`)];
    expect(first.html).not.toContain(`id="comment-${last}"`);
    expect(first.html).toContain(`href="${place}?comments=2#comments"`);
    expect(second.html).toContain(`href="${place}#comments"`);
    expect(second.html).toContain(`<link rel="canonical" href="${stack.site.url}${place}">`);
    expect((await reader.get(`${place}?comments=3`)).status).toBe(404);
    expect((await reader.get(`${place}?comments=1&x=y`)).headers.get('etag')).toBe(first.headers.get('etag'));
    await becomes(/A long read .* 21 comments/, '/blog');
    const { bytes, nodes } = weigh(first.html);
    expect(bytes).toBeLessThanOrEqual(9000);
    expect(nodes).toBeLessThanOrEqual(450);
    expect(first.html).not.toContain('rel="preload"');
  }, 120_000);

  it('shows its dates where the counsellor works, and feeds keep the instant', async () => {
    const published = '2026-03-01T23:30:00.000Z';
    await counsellor.publishPost({ title: 'Late in the evening', body: paragraphs('A lighthouse.'), published });
    const late = '/blog/late-in-the-evening';
    await expect.poll(async () => (await reader.get(late)).html).toContain('<time datetime="2026-03-01">1 March 2026<');
    await counsellor.setTimeZone('Asia/Tokyo');
    await expect.poll(async () => (await reader.get(late)).html).toContain('<time datetime="2026-03-02">2 March 2026<');
    expect((await reader.get('/feed.xml')).html).toContain(`<pubDate>${new Date(published).toUTCString()}</pubDate>`);
    await counsellor.setTimeZone('Europe/London');
  });

  it('closes comments with the counsellor’s message while they are away, and opens them again by itself', async () => {
    const back = Date.now() + 6000;
    await counsellor.setAway(new Date(back).toISOString(), 'I am by the sea.');
    await becomes(/I am by the sea\. Comments open again on/);
    for (const page of ['/', '/blog', '/workshops', '/about'])
      await expect
        .poll(async () => (await reader.get(page)).html, { message: page })
        .toMatch(/I am by the sea\. Comments open again on \d/);
    expect((await reader.get(place)).html).not.toContain('data-comment=');
    const words = kindText();
    const late = await reader.post(`${place}/comment`, {
      name: 'Ann',
      text: words,
      audience: 'everyone',
      consent: 'on',
    });
    expect(late.status).toBe(409);
    expect(textOf(late.html)).toMatch(/I am by the sea\.[\s\S]*This was not sent/);
    expect(late.html).toContain(`${words}</textarea>`);
    await new Promise((resolve) => setTimeout(resolve, back - Date.now()));
    await expect.poll(async () => (await reader.get(place)).html).toContain('data-comment=');
    expect((await reader.get(place)).html).not.toContain('I am by the sea');
  });

  it('has no reply link where readers may not reply to each other', async () => {
    await counsellor.setComments({ readersMayReply: false });
    await expect.poll(async () => (await reader.get(place)).html).not.toContain('comment?reply=');
    await becomes(/Readers can’t reply to each other here/, '/comment-policy');
    await counsellor.setComments({ readersMayReply: true });
    await expect.poll(async () => (await reader.get(place)).html).toContain('comment?reply=');
  });
});

describe('the policy pages', () => {
  it('print the current settings', async () => {
    await counsellor.setComments({ keepNotesDays: 123, moderated: 'first-timers' });
    await becomes(/A note that only the counsellor reads is deleted 123 days/, '/comment-policy');
    await becomes(/Your first comment is read before it appears/, '/comment-policy');
    await becomes(/deleted 123 days/, '/privacy');
  });

  it('work without the CMS, without its numbers', async () => {
    const alone = await startWeb({
      cmsUrl: 'http://127.0.0.1:9',
      webToken: stack.cms.webToken,
      webhookSecret: stack.cms.webhookSecret,
    });
    try {
      for (const [path, says] of [
        ['/comment-policy', 'Nobody watches the comments around the clock'],
        ['/privacy', 'explicit consent'],
      ] as const) {
        const page = await new Reader(alone.url).get(path);
        expect([page.status, textOf(page.html).includes(says), textOf(page.html).includes('as they are now')]).toEqual([
          200,
          true,
          false,
        ]);
      }
      const form = await new Reader(alone.url).post(`${place}/comment`, {
        name: 'Ann',
        text: 'Kept words',
        audience: 'everyone',
      });
      expect([
        form.status,
        form.html.includes('Kept words</textarea>'),
        textOf(form.html).includes('Tick the box'),
      ]).toEqual([503, true, true]);
    } finally {
      await alone.stop();
    }
  });
});
