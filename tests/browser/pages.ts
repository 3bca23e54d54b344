import type { Page } from 'playwright-core';
import { kindText } from '../support/kind-text.ts';
import { aPostSlug, Reader } from '../support/reader.ts';

/** Finds the path of a page that depends on content in the sitemap. */
const bySitemap =
  (pattern: RegExp) =>
  async (site: string): Promise<string> => {
    const sitemap = await (await fetch(`${site}/sitemap.xml`)).text();
    const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? '').pathname);
    const found = paths.find((path) => pattern.test(path));
    if (!found) throw new Error(`The sitemap lists nothing like ${String(pattern)}: ${paths.join(' ')}`);
    return found;
  };

const fixed = (path: string) => async (): Promise<string> => path;
const belowPost =
  (rest: string) =>
  async (site: string): Promise<string> =>
    `/blog/${await aPostSlug(site)}${rest}`;
/** Finds a page below a comment that everybody can read. */
const aCommentOnPage =
  (rest: string) =>
  async (site: string): Promise<string> => {
    const sitemap = await (await fetch(`${site}/sitemap.xml`)).text();
    for (const [, post = ''] of sitemap.matchAll(/<loc>([^<]+\/blog\/[^<]+)<\/loc>/g)) {
      const html = await (await fetch(new URL(new URL(post).pathname, site))).text();
      const path = /\/comments\/\d+(?=\/report)/.exec(html)?.[0];
      if (path) return path + rest;
    }
    throw new Error('No post has a comment.');
  };
/** A workshop with seats for every registration of these tests; those of the demo content would soon be taken. */
export const roomyWorkshop = 'room-for-everybody';
/** A workshop that was called off. */
export const cancelledWorkshop = 'called-off';
/** Sends a comment; returns the path of its thank-you page or of its private page. */
const sent =
  (place: 'thanks' | 'own') =>
  async (site: string): Promise<string> =>
    (await new Reader(site).sendComment(await aPostSlug(site)))[place];
const registered =
  (place: 'thanks' | 'own') =>
  async (site: string): Promise<string> =>
    (await new Reader(site).register(roomyWorkshop))[place];
const wrote =
  (place: 'thanks' | 'own') =>
  async (site: string): Promise<string> =>
    (await new Reader(site).contact({ name: 'Marnie', text: kindText(), consent: 'on' }))[place];
const booked =
  (place: 'thanks' | 'own') =>
  async (site: string): Promise<string> =>
    (await new Reader(site).bookCall())[place];
const press =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await page.locator('main').getByRole('button', { name, exact: true }).click();
    await page.locator('main').waitFor();
  };
/** Well-formed, but not made with the site's key. */
const mac = 'A'.repeat(43);

export interface SitePage {
  /** The file in web/app/pages, with a description of its state where it has several. */
  route: string;
  find: (site: string) => Promise<string>;
  /** An action to take on the page first. */
  act?: (page: Page) => Promise<void>;
}

/** Every page of the site by the name of its file in web/app/pages, its distinct states, and the error page. */
export const pages: SitePage[] = [
  { route: '/', find: fixed('/') },
  { route: '/blog', find: fixed('/blog') },
  { route: '/blog, its second page', find: fixed('/blog?page=2') },
  { route: '/blog/[slug]', find: bySitemap(/^\/blog\/./) },
  { route: '/topics/[slug]', find: bySitemap(/^\/topics\/./) },
  { route: '/[slug]', find: fixed('/about') },
  { route: '/[slug], with the fees', find: fixed('/fees') },
  { route: '/facts', find: fixed('/facts') },
  { route: '/privacy', find: fixed('/privacy') },
  { route: '/accessibility', find: fixed('/accessibility') },
  { route: '/comment-policy', find: fixed('/comment-policy') },
  { route: '/help-now', find: fixed('/help-now') },
  { route: '/workshops', find: fixed('/workshops') },
  { route: '/workshops/[slug]', find: bySitemap(/^\/workshops\/./) },
  { route: '/workshops/[slug], several sessions', find: fixed('/workshops/two-evenings-for-bad-sleepers') },
  { route: '/workshops/[slug], called off', find: fixed(`/workshops/${cancelledWorkshop}`) },
  { route: '/workshops/[slug], past', find: fixed('/workshops/when-colleagues-grieve') },
  { route: '/workshops/[slug]/register', find: fixed(`/workshops/${roomyWorkshop}/register`) },
  {
    route: '/workshops/[slug]/register with everything wrong',
    find: fixed(`/workshops/${roomyWorkshop}/register`),
    act: press('Book a place'),
  },
  { route: '/workshops/[slug]/register/thanks/[sealed]', find: registered('thanks') },
  { route: '/your-place/[token]', find: registered('own') },
  { route: '/your-place/[token] with everything on it', find: registered('own'), act: press('Show my registration') },
  { route: '/your-place/confirm/[token]', find: fixed(`/your-place/confirm/1.${mac}`) },
  { route: '/certificates', find: fixed('/certificates') },
  { route: '/certificates with a wrong number', find: fixed('/certificates'), act: press('Verify') },
  { route: '/certificates/[number]', find: fixed('/certificates/0000-0000-0000') },
  { route: '/blog/[slug]/comment', find: belowPost('/comment') },
  { route: '/blog/[slug]/comment with everything wrong', find: belowPost('/comment'), act: press('Send') },
  { route: '/blog/[slug]/comment/thanks/[sealed]', find: sent('thanks') },
  { route: '/your-comment', find: fixed('/your-comment') },
  { route: '/your-comment with a wrong code', find: fixed('/your-comment'), act: press('Continue') },
  { route: '/your-comment/[token]', find: sent('own') },
  { route: '/your-comment/[token] with its words', find: sent('own'), act: press('Show what I wrote') },
  { route: '/comments/[number]/report', find: aCommentOnPage('/report') },
  { route: '/comments/[number]/report/thanks/[sealed]', find: aCommentOnPage('/report/thanks/x') },
  { route: '/contact', find: fixed('/contact') },
  { route: '/contact/[kind]', find: fixed('/contact/workshop'), act: press('Send') },
  { route: '/contact/thanks/[sealed]', find: wrote('thanks') },
  { route: '/your-message/[token]', find: wrote('own'), act: press('Show my message') },
  { route: '/book', find: fixed('/book') },
  { route: '/book with everything wrong', find: fixed('/book'), act: press('Book this call') },
  { route: '/book/thanks/[sealed]', find: booked('thanks') },
  { route: '/your-call/[token]', find: booked('own'), act: press('Show my call') },
  { route: '/mail/confirm/[token]', find: fixed(`/mail/confirm/1.1.${mac}`) },
  { route: '/mail/unsubscribe/[token]', find: fixed(`/mail/unsubscribe/1.1.${mac}`) },
  { route: '/decide/[token]', find: fixed(`/decide/1.1.1800000000.${mac}`) },
  { route: 'an address where nothing is', find: fixed('/no-such-page') },
];
