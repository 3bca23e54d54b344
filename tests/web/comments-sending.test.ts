import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient, paragraphs } from '../support/admin-client.ts';
import { cmsEnvironment } from '../support/cms-settings.ts';
import { decisionToken, mailboxToken } from '../support/comments.ts';
import { kindText } from '../support/kind-text.ts';
import { aPostSlug, fieldOf, Reader, textOf } from '../support/reader.ts';
import { openSql, type Sql } from '../support/sql.ts';
import { type Stack, startStack } from '../support/stack.ts';

let stack: Stack;
let reader: Reader;
let counsellor: AdminClient;
let slug: string;
let form: string;
let sql: Sql;
const select = (statement: string) => sql.all(statement);

beforeAll(async () => {
  stack = await startStack({ env: { FORM_LIMITS: 'off' } });
  reader = new Reader(stack.site.url);
  counsellor = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
  slug = await aPostSlug(stack.site.url);
  form = `/blog/${slug}/comment`;
  sql = await openSql({ dataDir: stack.cms.dataDir });
});
afterAll(async () => {
  await sql.close();
  await stack.stop();
});

const right = (over: Record<string, string> = {}) => ({
  name: 'Marnie',
  text: kindText(),
  audience: 'everyone',
  consent: 'on',
  ...over,
});

const expectPrivate = (headers: Headers, referrer: string): void => {
  expect([
    headers.get('cache-control'),
    headers.get('referrer-policy'),
    headers.get('cross-origin-opener-policy'),
    headers.get('x-robots-tag'),
    headers.get('set-cookie'),
    headers.get('etag'),
  ]).toEqual(['no-store', referrer, referrer === 'no-referrer' ? 'same-origin' : null, 'noindex', null, null]);
};

describe('a comment', () => {
  it('is reviewed, sent, and pending; its private link shows and deletes it', async () => {
    const words = kindText();
    const review = await reader.post(form, right({ text: words }));
    expect([review.status, /<h1>([^<]*)/.exec(review.html)?.[1]]).toEqual([200, 'Check what you wrote']);
    expect(textOf(review.html)).toContain(words);
    const sent = await reader.post(form, right({ text: words, formToken: fieldOf(review.html, 'formToken') }));
    expect(sent.status).toBe(303);

    const thanks = await reader.get(sent.to);
    expect(textOf(thanks.html)).toContain('Your comment is waiting to be read');
    expectPrivate(thanks.headers, 'no-referrer');
    const own = /\/your-comment\/[\w.-]+/.exec(thanks.html)?.[0] ?? '';
    const closed = await reader.get(own);
    expect([closed.status, textOf(closed.html).includes(words), textOf(closed.html).includes('Marnie')]).toEqual([
      200,
      false,
      false,
    ]);
    expectPrivate(closed.headers, 'no-referrer');
    const shown = await reader.post(own, { do: 'show' });
    expect(textOf(shown.html)).toContain(words);
    expectPrivate(shown.headers, 'no-referrer');

    const gone = await reader.post(own, { do: 'delete-now', formToken: fieldOf(shown.html, 'formToken') });
    expect([gone.status, new URL(gone.to).pathname]).toEqual([303, '/your-comment']);
    expect((await reader.post(own, { do: 'show' })).status).toBe(404);
  });

  it('that is sent twice is stored once, with the same result', async () => {
    const typed = right();
    const formToken = fieldOf((await reader.post(form, typed)).html, 'formToken');
    const pages = await Promise.all(
      [1, 2, 3].map(async () => reader.get((await reader.post(form, { ...typed, formToken })).to)),
    );
    expect(new Set(pages.map(({ html }) => /\/your-comment\/[\w.-]+/.exec(html)?.[0])).size).toBe(1);
  });

  it('shows its errors beside each field and in a summary, and keeps everything typed', async () => {
    const words = '<script>alert(1)</script> & “quotes”\n\nsecond';
    const answer = await reader.post(form, {
      name: '',
      text: words,
      audience: 'everyone',
      email: 'not an address',
      notifyOnReply: 'on',
    });
    expect(answer.status).toBe(422);
    expect(/<title>(Error: [^<|]*)/.exec(answer.html)?.[1]).toMatch(/^Error: Leave a comment/);
    for (const id of ['c-name', 'c-email', 'c-consent']) {
      expect(answer.html).toContain(`href="#${id}"`);
      expect(answer.html).toMatch(new RegExp(`id="${id}-e"`));
      expect(answer.html).toMatch(new RegExp(`<input[^>]* id="${id}"[^>]* aria-invalid="true"`));
    }
    expect(answer.html).not.toContain('<script>alert');
    expect(answer.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; “quotes”\n\nsecond</textarea>');
    expect(answer.html).toContain('value="not an address"');
    expect(answer.html).toMatch(/name="notifyOnReply" checked/);
    expectPrivate(answer.headers, 'same-origin');
  });

  it('with a forged form token must be sent again, with a fresh token', async () => {
    const typed = right();
    const again = await reader.post(form, { ...typed, formToken: `${'A'.repeat(22)}.abc123.${'A'.repeat(43)}` });
    expect([
      again.status,
      textOf(again.html).includes('Please press “Send it” again'),
      textOf(again.html).includes(typed.text),
    ]).toEqual([422, true, true]);
    expect((await reader.post(form, { ...typed, formToken: fieldOf(again.html, 'formToken') })).status).toBe(303);
  });

  it('appears once it is approved, and disappears once its writer deletes it', async () => {
    const place = `/blog/${slug}`;
    const words = kindText();
    const { number, own } = await reader.sendComment(slug, { text: words, name: 'Up & again <3' });
    const isThere = async () => textOf((await reader.get(place)).html).includes(words);
    expect(await isThere()).toBe(false);
    await counsellor.decide(number, 'approve');
    await expect.poll(isThere).toBe(true);
    const { html } = await reader.get(place);
    expect(html).toContain('>Up &amp; again &lt;3</h3>');
    expect(html).toContain(`id="comment-${number}"`);
    expect((await reader.get(`${place}/comments/${number}`)).to).toBe(`${stack.site.url}${place}#comment-${number}`);
    const feed = await reader.get(`${place}/comments.xml`);
    expect([feed.html.includes('Up &amp; again &lt;3'), feed.html.includes(words)]).toEqual([true, false]);

    const shown = await reader.post(own, { do: 'show' });
    await reader.post(own, { do: 'delete-now', formToken: fieldOf(shown.html, 'formToken') });
    await expect.poll(isThere).toBe(false);
    expect((await reader.get(`${place}/comments/${number}`)).status).toBe(404);
  });

  it('has replies of the counsellor and of readers, two levels deep, that name whom they answer', async () => {
    const { number } = await reader.sendComment(slug, { name: 'Joseph' });
    await counsellor.decide(number, 'approve');
    const answer = await counsellor.reply(number, 'I am glad, Joseph.');
    const replyForm = await reader.get(`${form}?reply=${answer}`);
    expect(textOf(replyForm.html)).toContain('I am glad, Joseph.');
    expect(fieldOf(replyForm.html, 'reply')).toBe(String(answer));
    const second = await reader.sendComment(slug, { name: 'Old hand', reply: String(answer) });
    await counsellor.decide(second.number, 'approve');
    await expect.poll(async () => (await reader.get(`/blog/${slug}`)).html).toContain(`id="comment-${second.number}"`);
    const { html } = await reader.get(`/blog/${slug}`);
    expect(html).toMatch(/comment--author[\s\S]*class="badge">Counsellor/);
    expect(html.slice(html.indexOf(`id="comment-${second.number}"`)).replaceAll(/\s+/g, ' ')).toContain(
      `To <a href="/blog/${slug}/comments/${answer}">`,
    );
  });
});

describe('a comment that could be lost', () => {
  it('is a second one when the form is changed and sent again, and the page leads to the first', async () => {
    const typed = right({ text: kindText() });
    const formToken = fieldOf((await reader.post(form, typed)).html, 'formToken');
    const first = await reader.get((await reader.post(form, { ...typed, formToken })).to);
    const own = /\/your-comment\/[\w.-]+/.exec(first.html)?.[0] ?? '';
    expect(textOf(first.html)).not.toContain('You have sent this form twice');
    const changed = { ...typed, text: kindText(), audience: 'counsellor', formToken };
    const second = await reader.get((await reader.post(form, changed)).to);
    expect(textOf(second.html)).toMatch(
      /You have sent this form twice.* the first was sent on .* for everyone to read/,
    );
    expect(second.html).toContain(`href="${own}"`);
    expect(textOf((await reader.post(own, { do: 'show' })).html)).toContain(typed.text);
  });

  it('is asked for once more when the hidden field was filled in, and then waits like any other', async () => {
    const typed = right({ text: kindText(), homepage: 'https://example.org' });
    const formToken = fieldOf((await reader.post(form, right())).html, 'formToken');
    const asked = await reader.post(form, { ...typed, formToken });
    expect([asked.status, textOf(asked.html).includes('Please press “Send it” once more')]).toEqual([422, true]);
    expect(fieldOf(asked.html, 'text')).toBe(typed.text);
    const sent = await reader.post(form, { ...typed, formToken, asked: fieldOf(asked.html, 'asked') });
    expect(sent.status).toBe(303);
    const [row] = await select(`select state from comments where text = '${typed.text}'`);
    expect(row).toEqual({ state: 'waiting' });
  });

  it('is given back when its post was taken off the site while it was written', async () => {
    const post = await counsellor.publishPost({ title: 'Soon gone', body: paragraphs('x') });
    const typed = right({ text: 'Words that took an hour to find.' });
    expect((await reader.post('/blog/soon-gone/comment', typed)).status).toBe(200);
    await counsellor.unpublish('api::post.post', post);
    const page = await reader.post('/blog/soon-gone/comment', typed);
    expect([page.status, textOf(page.html).includes('This post is no longer here')]).toEqual([404, true]);
    expect(page.html).toContain(`${typed.text}</textarea>`);
  });
});

describe('the private page of a comment', () => {
  it('opens with the number and the code that somebody wrote down, however they type them', async () => {
    const { number, code, own } = await reader.sendComment(slug);
    const found = await reader.post('/your-comment', {
      number: ` #${number} `,
      code: code.toLowerCase().replace(' ', '-'),
    });
    expect([found.status, new URL(found.to).pathname]).toEqual([303, own]);
    const wrong = await reader.post('/your-comment', { number: String(number), code: 'AAAA AAAA' });
    expect([
      wrong.status,
      fieldOf(wrong.html, 'number'),
      textOf(wrong.html).includes('we can’t find anything with both'),
    ]).toEqual([422, String(number), true]);
  });

  it('edits the text until it is moderated, removes the name, and replaces its own link', async () => {
    const { number, own } = await reader.sendComment(slug, { name: 'Marnie Full-Name' });
    const formToken = async (path: string) => fieldOf((await reader.post(path, { do: 'show' })).html, 'formToken');
    const change = await reader.post(own, { do: 'change' });
    const empty = await reader.post(own, {
      do: 'save',
      name: 'M.',
      text: ' ',
      version: fieldOf(change.html, 'version'),
      formToken: fieldOf(change.html, 'formToken'),
    });
    expect([empty.status, fieldOf(empty.html, 'name')]).toEqual([422, 'M.']);
    const words = kindText();
    const saved = await reader.post(own, {
      do: 'save',
      name: 'M.',
      text: words,
      version: fieldOf(change.html, 'version'),
      formToken: fieldOf(change.html, 'formToken'),
    });
    expect(saved.status).toBe(303);
    expect(textOf((await reader.get(saved.to)).html)).toContain('Your changes were saved.');
    const stale = await reader.post(own, {
      do: 'save',
      name: 'M.',
      text: kindText(),
      version: '1',
      formToken: await formToken(own),
    });
    expect([stale.status, textOf(stale.html).includes('Your changes were not saved')]).toEqual([409, true]);

    await counsellor.decide(number, 'approve');
    const decided = await reader.post(own, { do: 'show' });
    expect([
      textOf(decided.html).includes('Your comment is on the page'),
      decided.html.includes('value="change"'),
    ]).toEqual([true, false]);
    expect((await reader.post(own, { do: 'remove-name', formToken: await formToken(own) })).status).toBe(303);
    await expect
      .poll(async () => (await reader.get(`/blog/${slug}`)).html)
      .toMatch(new RegExp(`id="c${number}-by" dir="auto">Someone`));

    const renewed = await reader.post(own, { do: 'renew', formToken: await formToken(own) });
    expect(new URL(renewed.to).pathname).not.toBe(own);
    expect((await reader.post(own, { do: 'show' })).status).toBe(404);
    expect(textOf((await reader.post(new URL(renewed.to).pathname, { do: 'show' })).html)).toContain(words);
  });

  it('tells the writer of a declined comment that it was read, and shows help lines', async () => {
    const { number, own } = await reader.sendComment(slug);
    await counsellor.decide(number, 'decline');
    expect(textOf((await reader.post(own, { do: 'show' })).html)).toMatch(
      /has been read, and is not on the page .* no judgement of you.*116 123/,
    );
  });

  it('shows the reply to a note, and no other page does', async () => {
    const words = kindText();
    const { number, own } = await reader.sendComment(slug, { text: words, audience: 'counsellor' });
    await counsellor.reply(number, 'Thank you for telling me.');
    expect(textOf((await reader.post(own, { do: 'show' })).html)).toMatch(
      /Your note has been read and answered.*Thank you for telling me\./,
    );
    expect((await reader.get(`/blog/${slug}/comments/${number}`)).status).toBe(404);
    expect((await reader.get(`/blog/${slug}`)).html).not.toContain('Thank you for telling me.');
  });

  it('says kindly that a wrong link leads nowhere', async () => {
    for (const token of ['x', '1.1.x', `1.1.${'A'.repeat(43)}`, `2147483647.1.${'A'.repeat(43)}`]) {
      const answer = await reader.post(`/your-comment/${token}`, { do: 'show' });
      expect([answer.status, textOf(answer.html).includes('This link doesn’t work')]).toEqual([404, true]);
      expectPrivate(answer.headers, 'no-referrer');
    }
  });
});

describe('a report', () => {
  it('of a threat hides the comment at once', async () => {
    const words = kindText();
    const { number } = await reader.sendComment(slug, { text: words });
    await counsellor.decide(number, 'approve');
    const place = `/comments/${number}/report`;
    const asked = await reader.get(place);
    expect(textOf(asked.html)).toContain(words);
    const nothing = await reader.post(place, { formToken: fieldOf(asked.html, 'formToken'), text: 'typed' });
    expect([
      nothing.status,
      nothing.html.includes('href="#r-reason"'),
      nothing.html.includes('typed</textarea>'),
    ]).toEqual([422, true, true]);
    const sent = await reader.post(place, {
      reason: 'identifies-or-threatens',
      text: '',
      formToken: fieldOf(asked.html, 'formToken'),
    });
    expect(sent.status).toBe(303);
    expect(textOf((await reader.get(sent.to)).html)).toContain('The comment is hidden until');
    await expect.poll(async () => textOf((await reader.get(`/blog/${slug}`)).html).includes(words)).toBe(false);
    expect((await reader.get(place)).status).toBe(404);
  });
});

describe('links in emails', () => {
  beforeAll(() => {
    process.env.LINK_SECRET = cmsEnvironment({ dataDir: '', port: 0 }).LINK_SECRET;
  });

  it('confirm an address by a button alone, and stop emails by a button or by one click of a mail program', async () => {
    const { number, own } = await reader.sendComment(slug, { email: 'marnie@example.org', notifyOnReply: 'on' });
    const address = async (link: string) =>
      /If you haven’t, use the link|We’ll email you about what you ticked/.exec(
        textOf((await reader.post(link, { do: 'show' })).html),
      )?.[0];
    const confirm = `/mail/confirm/${await mailboxToken(select, 'confirm', number)}`;
    for (let time = 0; time < 3; time += 1) expectPrivate((await reader.get(confirm)).headers, 'no-referrer');
    expect(await address(own)).toBe('If you haven’t, use the link');
    const confirmed = await reader.post(confirm, {});
    expect(textOf(confirmed.html)).toContain('your email address is confirmed');
    const renewed = /\/your-comment\/[\w.-]+/.exec(confirmed.html)?.[0] ?? '';
    expect(await address(renewed)).toBe('We’ll email you about what you ticked');
    // Whoever sent it need not be who confirmed it: the link from before has ended.
    expect((await reader.post(own, { do: 'show' })).status).toBe(404);

    const stop = `/mail/unsubscribe/${await mailboxToken(select, 'unsubscribe', number)}`;
    await reader.get(stop);
    await fetch(stack.site.url + stop, { method: 'HEAD' });
    expect(await address(renewed)).toBe('We’ll email you about what you ticked');
    // As a mail provider's server sends it (RFC 8058).
    for (let time = 0; time < 2; time += 1)
      expect((await reader.post(stop, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await address(renewed)).toBeUndefined();
    expect(textOf((await reader.post(stop, { do: 'all' })).html)).toContain('Allow emails again');
    expect(textOf((await reader.post(stop, { do: 'again' })).html)).toContain('You can get emails again');
    // Whatever a mail program sends, from wherever: the secret in the address is enough.
    const formType = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const [path, headers, body] of [
      [stop, {}, ''],
      [stop, { 'content-type': 'text/plain' }, 'List-Unsubscribe=One-Click'],
      [stop, { ...formType, origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' }, 'x'.repeat(70_000)],
      [stop, { 'content-type': 'multipart/form-data' }, 'no boundary'],
      [`${stop}/`, formType, 'List-Unsubscribe=One-Click'],
    ] as const) {
      const answer = await fetch(stack.site.url + path, { method: 'POST', headers, body, redirect: 'manual' });
      expect([answer.status, JSON.stringify(headers)]).toEqual([200, JSON.stringify(headers)]);
    }
    expect(
      (await reader.post(stop.replace(/[\w-]+$/, 'A'.repeat(43)), { 'List-Unsubscribe': 'One-Click' })).status,
    ).toBe(404);
  });
});

describe('the page that confirms a comment', () => {
  it('has a button for whoever did not send it', async () => {
    const { number } = await reader.sendComment(slug, { email: 'not-hers@example.org', notifyOnReply: 'on' });
    const page = `/mail/confirm/${await mailboxToken(select, 'confirm', number)}`;
    expect(textOf((await reader.get(page)).html)).toContain('I didn’t send this');
    expect(textOf((await reader.post(page, { do: 'not-mine' })).html)).toContain('Thank you for telling us');
    expect((await reader.get(page)).status).toBe(404);
  });
});

describe('a moderation link', () => {
  const soon = () => Math.floor(Date.now() / 1000) + 3600;

  it('decides nothing when it is opened, and once when its button is pressed', async () => {
    const words = kindText();
    const { number } = await reader.sendComment(slug, { text: words });
    const place = `/decide/${await decisionToken(select, number, 1, soon())}`;
    for (let time = 0; time < 2; time += 1) {
      const opened = await reader.get(place);
      expect(textOf(opened.html)).toContain(words);
      expectPrivate(opened.headers, 'no-referrer');
    }
    const { html } = await reader.get(place);
    expect((await reader.post(place, { do: 'approve' })).status).toBe(422);
    expect(await counsellor.openComment(number)).toMatchObject({ state: 'waiting' });
    expect((await reader.post(place, { do: 'approve', formToken: fieldOf(html, 'formToken') })).status).toBe(303);
    expect(textOf((await reader.get(place)).html)).toContain('It was approved on');
    await reader.post(place, { do: 'decline', formToken: fieldOf(html, 'formToken') });
    expect(await counsellor.openComment(number)).toMatchObject({ state: 'approved' });
  });

  it('decides nothing about a text that has changed since, and expires', async () => {
    const { number, own } = await reader.sendComment(slug);
    const change = await reader.post(own, { do: 'change' });
    await reader.post(own, {
      do: 'save',
      name: 'M.',
      text: kindText(),
      version: fieldOf(change.html, 'version'),
      formToken: fieldOf(change.html, 'formToken'),
    });
    expect(textOf((await reader.get(`/decide/${await decisionToken(select, number, 1, soon())}`)).html)).toContain(
      'Its writer has changed it',
    );
    const ended = await reader.get(`/decide/${await decisionToken(select, number, 2, 1_700_000_000)}`);
    expect([ended.status, textOf(ended.html).includes('This link no longer works')]).toEqual([404, true]);
    expect(ended.html).toContain(`href="${stack.cms.url}/admin/comments">your dashboard</a>`);
  });
});

describe('a form that is posted to the site', () => {
  it('may have 64 kB, with Content-Length or chunked', async () => {
    const words = 'x'.repeat(65_000);
    expect((await reader.post(form, { text: words })).status).toBe(422);
    expect((await reader.post(form, { text: `${words}${'x'.repeat(1000)}` })).status).toBe(413);
    const chunked = new ReadableStream({
      start: (stream) => {
        for (let n = 0; n < 8; n += 1) stream.enqueue(new Uint8Array(16_384).fill(120));
        stream.close();
      },
    });
    const answer = await fetch(stack.site.url + form, {
      method: 'POST',
      body: chunked,
      duplex: 'half',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    } as RequestInit);
    expect([answer.status, (await answer.text()).includes('so that you can shorten it')]).toEqual([413, true]);
  });

  it('must come from the site itself, as far as the browser says', async () => {
    for (const [name, value] of [
      ['sec-fetch-site', 'cross-site'],
      ['sec-fetch-site', 'same-site'],
      ['origin', 'https://evil.example'],
    ] as const) {
      expect((await reader.post(form, right(), { [name]: value })).status).toBe(403);
    }
    expect((await reader.post(form, right(), { origin: stack.site.url })).status).toBe(200);
  });

  it('is read whatever bytes it contains', async () => {
    const send = (body: string, type = 'application/x-www-form-urlencoded') =>
      fetch(stack.site.url + form, { method: 'POST', body, headers: { 'content-type': type } });
    expect((await send('{"words":"x"}', 'application/json')).status).toBe(415);
    for (const body of ['words=%', 'words=%ED%A0%80&name=%00', '%00=%00', '', '&&==&', 'words=a&words[]=b&__proto__=c'])
      expect((await send(body)).status, body).toBe(422);
    for (const charset of ['utf-7', 'x-unknown', '"'])
      expect((await send('words=x', `application/x-www-form-urlencoded; charset=${charset}`)).status).toBe(422);
  });

  it('is accepted by form pages only', async () => {
    for (const path of [
      `/blog/${slug}`,
      '/blog',
      `/blog/${slug}/comments.xml`,
      `/blog/${slug}/comments/1`,
      '/api/form-token',
      `${form}/thanks/x`,
    ]) {
      const answer = await reader.post(path, right());
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
  });

  it('is answered with 404 where there is no post', async () => {
    const answer = await reader.post('/blog/no-such-post/comment', right());
    expect([answer.status, textOf(answer.html).includes('This post is no longer here')]).toEqual([404, true]);
    expectPrivate(answer.headers, 'same-origin');
  });

  it('leaves nothing in the page cache and nothing in the log', async () => {
    const mark = 'Quicksilver-Marmalade';
    await reader.post(form, right({ name: mark }));
    const { own } = await reader.sendComment(slug, { name: mark });
    await reader.post(own, { do: 'show' });
    await reader.get(`/your-comment/${mark}`);
    expect((await reader.get(`/blog/${slug}`)).html).not.toContain(mark);
    const other = await reader.get(form);
    expect(other.html).not.toContain(mark);
    expect(stack.site.output()).not.toContain(mark);
    expect(stack.site.output()).not.toContain(own.split('.')[2] ?? 'nothing');
    expect(stack.site.output()).not.toMatch(/your-comment|\/blog\//);
  });

  it('is cut off when it never ends', async () => {
    const { port } = new URL(stack.site.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST ${form} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    const pouring = setInterval(() => {
      if (!socket.destroyed) for (let n = 0; n < 8; n += 1) socket.write(`4000\r\n${'x'.repeat(0x4000)}\r\n`);
    }, 5);
    const ended = await new Promise<boolean>((resolve) => {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve(true);
      });
      setTimeout(() => {
        resolve(false);
      }, 10_000).unref();
    });
    clearInterval(pouring);
    expect(ended).toBe(true);
  });
});
