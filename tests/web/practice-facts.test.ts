import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient } from '../support/admin-client.ts';
import { Clock } from '../support/clock.ts';
import { Reader, textOf } from '../support/reader.ts';
import { type Stack, startStack } from '../support/stack.ts';

const dayMs = 86_400_000;
const clock = new Clock();
let stack: Stack;
let reader: Reader;
let counsellor: AdminClient;
beforeAll(async () => {
  stack = await startStack({ clock });
  reader = new Reader(stack.site.url);
  counsellor = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
});
afterAll(async () => {
  await stack?.stop();
  clock.remove();
});

const words = async (path: string): Promise<string> => textOf((await reader.get(path)).html);

describe('what the practice says about itself', () => {
  it('is in short on a page that search engines may list, as long as there is something to say', async () => {
    expect(await words('/facts')).toMatch(
      /£55 .*50 minutes.*£30 as a concession.*If you can’t come.*Step-free In part\..*Will anybody hear.*Insurance/,
    );
    expect((await reader.get('/sitemap.xml')).html).toContain('/facts<');
    expect((await reader.get('/')).html).toContain('href="/facts"');
    const nothing = { fees: [], credentials: [], questions: [], room: null, online: null, worksWith: '' };
    const nobody = { legalName: '', serviceAddress: '', complaints: '', complaintsUrl: '' };
    await counsellor.setPractice({ ...nothing, ...nobody });
    await expect.poll(async () => (await reader.get('/facts')).html).toContain('name="robots" content="noindex"');
    await expect.poll(async () => (await reader.get('/sitemap.xml')).html).not.toContain('/facts<');
    await expect.poll(async () => (await reader.get('/')).html).not.toContain('href="/facts"');
  });

  it('is shown as text, whatever was typed', async () => {
    const typed = '</script><img src=x onerror=alert(1)>{{ 7 }}';
    await counsellor.setPractice({
      fees: [{ label: typed, amount: 5, note: typed }],
      feesCancellation: typed,
      feesPayment: typed,
      credentials: [{ kind: 'membership', title: typed, body: typed, number: 'n"><b>' }],
      questions: [{ question: typed, answer: typed }],
      room: { access: typed, toilet: typed, transport: typed, parking: typed, waiting: typed, expect: typed },
      online: { platform: typed, ifItDrops: typed },
      worksWith: typed,
      area: typed,
      legalName: typed,
      serviceAddress: typed,
      complaints: typed,
    });
    await expect.poll(() => words('/facts')).toContain(typed);
    for (const path of ['/', '/facts', '/about', '/fees']) {
      const { html } = await reader.get(path);
      expect(html).toContain('&lt;img src=x');
      expect(html).not.toMatch(/<img src=x|n"><b>/);
    }
  });

  it('loses a credential that was not renewed by itself, on every page and in structured data', async () => {
    const renewsOn = new Date(clock.now() + dayMs).toISOString().slice(0, 10);
    const held = (title: string, until: string | null) => ({ kind: 'membership', title, renewsOn: until });
    await counsellor.setPractice({
      credentials: [held('Member of the one', renewsOn), held('Member of the other', null)],
    });
    const pages = ['/', '/about', '/facts', '/blog', '/no-such-page'];
    const said = async (what: string) => {
      const html = await Promise.all(pages.map(async (path) => (await reader.get(path)).html));
      return html.map((page) => page.includes(what));
    };
    const everywhere = pages.map(() => true);
    await expect.poll(() => said('Member of the one')).toEqual(everywhere);
    await clock.putForwardTo(new Date(clock.now() + 3 * dayMs));
    await expect.poll(() => said('Member of the one')).toEqual(pages.map(() => false));
    expect(await said('Member of the other')).toEqual(everywhere);
  });
});
