import { XMLParser } from 'fast-xml-parser';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { cleanText, commentFields, commentLimits, listedComments, personalData, reportForm } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient, paragraphs } from '../support/admin-client.ts';
import { AdminPage, signInContext } from '../support/admin-pages.ts';
import { startBrowser } from '../support/browser.ts';
import { aComment } from '../support/comments.ts';
import { type Arrived, Mailbox } from '../support/mailbox.ts';
import { Reader } from '../support/reader.ts';
import { type Stack, startStack } from '../support/stack.ts';
import {
  asName,
  asParagraphs,
  everyNth,
  fitting,
  joinedUpTo,
  keptInArea,
  keptInLine,
  paragraphsIn,
  send as submit,
} from '../support/typed.ts';
import { watch } from '../support/watch.ts';

/** The timeout for hundreds of pages, in milliseconds. */
const patience = 180_000;
const slug = 'text-of-all-kinds';
/** The name of the reader who wrote the replies. */
const address = 'writer@example.org';
const post = `/blog/${slug}`;
/**
 * Text with a care flag is never marked as spam, so whatever stands beside it reaches the counsellor, in the list and
 * by email.
 */
const care = 'I want to kill myself tonight.';

interface Written {
  name: string;
  text: string;
}

/** As many strings in one name as fit, so that few comments contain them all. */
const names = joinedUpTo(commentLimits.name.max).map((name) => fitting(commentFields.shape.name, name));

/** More than one page of threads. */
const count = 22;
/** Comments that take every step: their texts, and those of the reports about them, are all the strings. */
const cases = Array.from({ length: count }, (_, n) => ({
  name: names[n] ?? '',
  text: fitting(commentFields.shape.text, everyNth(count, n).join('\n\n')),
  report: fitting(
    reportForm.shape.text,
    everyNth(count, n)
      .map((typed) => [...typed].slice(0, 120).join(''))
      .join('\n\n'),
  ),
  // After it was sent.
  number: 0,
  own: '',
}));
/** What their writers change them to: another name, as one line, and the text of the next comment. */
const changed: Written[] = cases.map((_, n) => ({
  name: (names[n + cases.length] ?? '').replace(/[\r\n]/g, ''),
  text: `${cases[(n + 1) % cases.length]?.text ?? ''}\n\n${care}`,
}));
/** Replies to them with all names and few strings each, because lists show an excerpt of the text. */
const replies: Written[] = names.map((name, n) => ({
  name,
  text: fitting(commentFields.shape.text, everyNth(names.length, n).join('\n\n')),
}));

/** Characters that emails and XML 1.0 cannot contain. */
// eslint-disable-next-line no-control-regex -- these characters are what it matches
const inMail = (tidy: string): string => tidy.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
const inXml = (tidy: string): string => tidy.replace(/[\ufffe\uffff]/g, '');
/** Returns what a row of a list in the admin shows: whole words of the first 200 characters, or those. */
const beginningOf = (typed: string): string => {
  const characters = [...cleanText(typed)];
  if (characters.length <= 200) return characters.join('');
  const cut = characters.slice(0, 200).join('');
  const whole = cut.replace(/\s+\S*$/u, '');
  return `${(whole.length * 2 >= cut.length ? whole : cut).replace(/(?<![\s,.;:–—-])[\s,.;:–—-]+$/u, '')}…`;
};
let mailbox: Mailbox;
let stack: Stack;
let browser: Browser;
let readers: Page[];
/** The admin, with the counsellor signed in. */
let adminPage: AdminPage;
let admin: AdminClient;
/** Everything that happened and must not. */
const violations: string[] = [];

const watched = async (origin: string, options: BrowserContextOptions = {}): Promise<BrowserContext> => {
  const context = await browser.newContext(options);
  await watch(context, origin, violations);
  return context;
};

beforeAll(async () => {
  mailbox = await Mailbox.open();
  stack = await startStack({ demo: false, smtpUrl: mailbox.url, env: { FORM_LIMITS: 'off' } });
  browser = await startBrowser();
  admin = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
  await admin.publishPost({ title: 'Words of all kinds', slug, body: paragraphs('Write whatever you like.') });
  await admin.setComments({ mail: 'digest' });
  const site = await watched(stack.site.url);
  const office = await watched(stack.cms.url, { viewport: { width: 1280, height: 1000 } });
  adminPage = new AdminPage(await office.newPage(), stack.cms.url);
  await signInContext(office, stack.cms.url, stack.cms.logins.counsellor);
  readers = [await site.newPage(), await site.newPage(), await site.newPage()];
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  await mailbox?.close();
});

/** Does the same with each item, on several browser pages at once. */
async function each<T>(items: readonly T[], work: (page: Page, item: T, n: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    readers.map(async (page) => {
      for (let n = next++; n < items.length; n = next++) await work(page, items[n] as T, n);
    }),
  );
}

/** Sends a form to a page of the site. */
const send = (page: Page, path: string, fields: Record<string, string>): Promise<number> =>
  submit(page, stack.site.url + path, fields);

/** Returns every thread on a page of a post: its number, and its comments from the top. */
const threadsOn = (page: Page): Promise<[string, { name: string; text: string[] }[]][]> =>
  page.locator('.thread > li').evaluateAll((threads) =>
    threads.map((thread) => {
      const entries = [...thread.querySelectorAll('article')];
      const whats = entries.map((entry) => ({
        name: entry.querySelector('h3')?.textContent ?? '',
        text: [...entry.querySelectorAll('.plain-text > p')].map((one) => one.textContent ?? ''),
      }));
      return [entries[0]?.id.replace('comment-', '') ?? '', whats];
    }),
  );

const textOf = (page: Page, part: string): Promise<string | null> => page.locator(part).first().textContent();
const typedIn = async (page: Page): Promise<{ name: string; text: string }> => ({
  name: await page.locator('[name=name]').inputValue(),
  text: await page.locator('textarea[name=text]').inputValue(),
});

/** Returns what was typed into a field of one line and a text area. */
const kept = ({ name, text }: { name: string; text: string }) => ({
  name: keptInLine(name),
  text: keptInArea(text),
});

describe('hostile text in a comment', () => {
  it(
    'is kept on the form, previewed as it will appear, sent, and shown on the private page',
    async () => {
      await each(cases, async (page, one) => {
        const { name, text } = one;
        // Too long for a name, but kept on the form.
        const wrong = { name: text, text };
        expect(await send(page, `${post}/comment`, { ...wrong, email: text, audience: 'everyone' })).toBe(422);
        expect(await typedIn(page)).toEqual(kept(wrong));

        expect(await send(page, `${post}/comment`, { name, text, audience: 'everyone', consent: 'on' })).toBe(200);
        expect(await textOf(page, '#preview-h')).toBe(asName(name));
        expect(await paragraphsIn(page, '.comment--preview')).toEqual(asParagraphs(text));
        await page.getByRole('button', { name: 'Send it' }).click();
        await page.waitForURL(/\/comment\/thanks\//);
        one.own = (await page.getByRole('link', { name: 'Open your private page' }).getAttribute('href')) ?? '';
        one.number = Number(/^\/your-comment\/(\d+)\./.exec(one.own)?.[1]);

        expect(await send(page, one.own, { do: 'show' })).toBe(200);
        expect(await textOf(page, '.comment-by bdi')).toBe(asName(name));
        expect(await paragraphsIn(page, 'main')).toEqual(asParagraphs(text));
      });
      expect(violations).toEqual([]);
    },
    patience,
  );
});

describe('hostile text in a changed comment', () => {
  it(
    'is kept on the page that asks to save it again, and saved',
    async () => {
      await admin.setComments({ mail: 'full' });
      await each(cases, async (page, { own }, n) => {
        const { name, text } = changed[n] as Written;
        expect(await send(page, own, { do: 'save', formToken: '', version: '1', name, text })).toBe(422);
        expect(await typedIn(page)).toEqual(kept({ name, text }));
        await page.getByRole('button', { name: 'Save changes' }).click();
        await page.waitForURL(/done=changed/);
      });
      expect(violations).toEqual([]);
    },
    patience,
  );

  it(
    'reaches the counsellor by email as it was typed, in text and HTML',
    async () => {
      const { email: address } = stack.cms.logins.counsellor;
      await mailbox.until(() => mailbox.emailsTo(address).length >= cases.length, 'an email for each', 60_000);
      const emails = cases.map(({ number }): Arrived => {
        const found = mailbox
          .emailsTo(address)
          .filter(({ links }) => links.includes(`${stack.cms.url}/admin/comments/${number}`));
        expect(found, `emails about ${number}`).toHaveLength(1);
        return found[0] as Arrived;
      });
      const mail = await (await watched(`data:`)).newPage();
      for (const [n, email] of emails.entries()) {
        const { name, text } = changed[n] as Written;
        expect([email.subject, email.to, email.parsed.attachments]).toEqual([
          'Please look at your dashboard today',
          [address],
          [],
        ]);
        expect(Object.keys(Object.fromEntries(email.parsed.headers)).filter((header) => /bcc|cc/.test(header))).toEqual(
          [],
        );
        // Emails cannot contain control characters, however they are encoded.
        const lines = inMail(cleanText(text));
        expect(email.text).toContain(`${lines.replace(/^/gm, '> ')}\n`);
        await mail.setContent(email.html);
        expect(await textOf(mail, 'blockquote')).toBe(lines);
        expect(await mail.getByText(`${inMail(asName(name))} wrote:`, { exact: true }).count()).toBe(1);
      }
      // Emails about flagged comments offer no decision.
      expect(emails.flatMap(({ links }) => links).filter((link) => link.includes('/decide/'))).toEqual([]);
      expect(violations).toEqual([]);
    },
    patience,
  );
});

/** Returns the expanded rows of a list in the admin: names and excerpts, sorted. */
async function rowsOf(list: 'waiting' | 'spam'): Promise<Written[]> {
  const rows: Written[] = [];
  const { total } = await admin.fetch(listedComments, `/comments?list=${list}`);
  for (let n = 1; rows.length < total; n += 1) {
    await adminPage.page.goto(`${stack.cms.url}/admin/comments?list=${list}&page=${n}`);
    const items = adminPage.page.getByRole('list', { name: list, exact: false }).getByRole('listitem');
    await items.first().waitFor();
    expect(await adminPage.page.getByRole('main').innerText()).not.toContain(care);
    const folded = items.getByRole('button', { name: 'Show the text' });
    while ((await folded.count()) > 0) await folded.first().click();
    rows.push(
      ...(await items.evaluateAll((all) =>
        all.map((row) => {
          const [name, text] = [...row.querySelectorAll('bdi')].map((one) => one.textContent ?? '');
          return { name: name ?? '', text: text ?? '' };
        }),
      )),
    );
  }
  return rows;
}
const sorted = (rows: readonly Written[]): string[] => rows.map(({ name, text }) => `${name}: ${text}`).sort();
const inLists = (written: readonly Written[]): string[] =>
  sorted(written.map(({ name, text }) => ({ name: asName(name), text: beginningOf(text) })));

/** Approves everything that is waiting or was marked as spam. */
async function approveAll(): Promise<void> {
  for (const list of ['waiting', 'spam']) {
    for (;;) {
      const { comments } = await admin.fetch(listedComments, `/comments?list=${list}`);
      if (comments.length === 0) break;
      for (const { number } of comments) await admin.decide(number, 'approve');
    }
  }
}

const feed = new XMLParser({ parseTagValue: false, trimValues: false, htmlEntities: true });

/** Returns the names in the feed of the post's comments, as soon as it has that many. */
async function namesInFeed(count: number): Promise<string[]> {
  let found: string[] = [];
  await expect
    .poll(async () => {
      const { html } = await new Reader(stack.site.url).get(`${post}/comments.xml`);
      const { rss } = feed.parse(html) as { rss: { channel: { item: { title: string }[] } } };
      found = rss.channel.item.map(({ title }) => title.replace(/^Comment by /, ''));
      return found.length;
    })
    .toBe(count);
  return found;
}

describe('the admin with hostile comments', () => {
  it(
    'lists them folded, and shows them as typed when unfolded',
    async () => {
      expect(sorted(await rowsOf('waiting'))).toEqual(inLists(changed));
      await approveAll();
      expect((await namesInFeed(cases.length)).sort()).toEqual(changed.map(({ name }) => inXml(asName(name))).sort());
    },
    patience,
  );

  it(
    'lists replies with every name, also those that look like spam',
    async () => {
      for (const [n, written] of replies.entries()) {
        const form = aComment({
          ...written,
          email: address,
          notifyOnReply: true,
          parent: cases[n % cases.length]?.number,
        });
        const answer = await fetch(`${stack.cms.url}/api/posts/${slug}/comments`, {
          method: 'POST',
          headers: { authorization: `Bearer ${stack.cms.webToken}`, 'content-type': 'application/json' },
          body: JSON.stringify(form),
        });
        expect(answer.status).toBe(201);
      }
      expect(sorted([...(await rowsOf('waiting')), ...(await rowsOf('spam'))])).toEqual(inLists(replies));
      await approveAll();
      expect(violations).toEqual([]);
    },
    patience,
  );

  it(
    'publishes them with replies, and the page shows everything as typed',
    async () => {
      for (const { number, text } of cases) await admin.reply(number, text);
      const [page] = readers as [Page];
      await expect
        .poll(async () => (await page.goto(stack.site.url + post)) && textOf(page, '#comments-h'))
        .toBe(`${2 * cases.length + replies.length} comments`);
      const counsellorName = asName((await textOf(page, '.comment--author h3')) ?? '');
      const threads = [...(await threadsOn(page))];
      await page.goto(`${stack.site.url}${post}?comments=2`);
      threads.push(...(await threadsOn(page)));
      const asShown = ({ name, text }: Written) => ({ name: asName(name), text: asParagraphs(text) });
      expect(new Map(threads)).toEqual(
        new Map(
          cases.map(({ number, text }, n) => [
            String(number),
            [
              changed[n] as Written,
              ...replies.filter((_, at) => at % cases.length === n),
              { name: counsellorName, text },
            ].map(asShown),
          ]),
        ),
      );
      expect(violations).toEqual([]);
    },
    patience,
  );
});

describe('the personal data export with hostile text', () => {
  it('contains it as it was typed', async () => {
    const { comments } = await admin.post(personalData, '/privacy/find', { address });
    const held = comments.map(({ name, text }) => ({ name, text }));
    expect(held).toEqual(replies.map(({ name, text }) => ({ name: asName(name), text: cleanText(text) })));
  });
});

describe('hostile text in a report', () => {
  it(
    'is shown beside the comment that it is about',
    async () => {
      await each(cases, async (page, { number, report }, n) => {
        const { name, text } = changed[n] as Written;
        expect(await send(page, `/comments/${number}/report`, { text: report })).toBe(422);
        expect(await textOf(page, '.replying bdi')).toBe(asName(name));
        expect(await paragraphsIn(page, '.replying')).toEqual(asParagraphs(text));
        expect(await page.locator('textarea[name=text]').inputValue()).toBe(kept({ name: '', text: report }).text);
        await page.locator('[value=something-else]').check();
        await page.getByRole('button', { name: 'Send report' }).click();
        await page.waitForURL(/report\/thanks/);
      });
      const { page } = adminPage;
      for (const [n, { number, text, report }] of cases.entries()) {
        const of = changed[n] as Written;
        // As Back and Forward do, because loading the whole admin for each takes minutes.
        await page.evaluate((path) => {
          history.pushState(null, '', path);
          dispatchEvent(new PopStateEvent('popstate'));
        }, `/admin/comments/${number}`);
        await expect.poll(() => textOf(page, 'h1')).toBe(asName(of.name));
        const shown = await page.locator('main bdi').evaluateAll((all) => all.map((one) => one.textContent));
        const others = replies
          .filter((_, at) => at % cases.length === n)
          .flatMap((reply) => [asName(reply.name), cleanText(reply.text)]);
        expect(shown).toEqual([
          cleanText(of.text),
          cleanText(report),
          asName(of.name),
          ...others,
          'You',
          cleanText(text),
        ]);
      }
      expect(violations).toEqual([]);
    },
    patience,
  );
});
