import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { outboxStatus, retryResponse } from 'shared';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dataOf, type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { top } from '../support/cms-settings.ts';
import { anEmail, cancel, makeDue, queue, type StoredEmail, storedEmails, sweep } from '../support/emails.ts';
import { type Fault, Mailbox } from '../support/mailbox.ts';

interface Transport {
  post: (message: Record<string, unknown>, name: string, signal: AbortSignal) => Promise<void>;
}
const built = createRequire(import.meta.url)(path.join(top, 'cms/dist/src/api/email/delivery/transport.js')) as {
  smtpTransport: (server: object, patience: number) => Transport;
};
const postThrough = (server: object) => (to: string) =>
  built
    .smtpTransport(server, 1_000)
    .post({ from: 'emails@practice.example', to, subject: 'Hello', text: 'Hello' }, 'x', AbortSignal.timeout(3_000));

const uid = 'api::email.email';
const minute = 60_000;

const until = async (
  cms: CmsHere,
  where: Record<string, unknown>,
  come: (email: StoredEmail) => boolean,
): Promise<StoredEmail> => {
  for (const end = Date.now() + 15_000; Date.now() < end; await pause(25)) {
    const email = (await storedEmails(cms.strapi, where))[0];
    if (email && come(email)) return email;
  }
  throw new Error(`It did not come to that within 15 s: ${JSON.stringify(await storedEmails(cms.strapi, where))}`);
};

const outboxOf = (account: SignedIn) => dataOf(outboxStatus, account.get('/quiet-room/outbox'));

describe('a queued email', () => {
  let mailbox: Mailbox;
  let cms: CmsHere;
  let webTeam: SignedIn;
  let counsellor: SignedIn;
  let n = 0;
  const someone = (): string => `reader-${(n += 1)}@example.org`;
  const retry = (...ids: number[]) => dataOf(retryResponse, webTeam.post('/quiet-room/outbox/retry').send({ ids }));

  beforeAll(async () => {
    mailbox = await Mailbox.open();
    cms = await startCmsHere({
      smtpUrl: mailbox.url,
      env: { SMTP_TIMEOUT: '1', MAIL_FROM: 'emails@practice.example' },
    });
    webTeam = await signIn(cms, cms.logins.webTeam);
    counsellor = await signIn(cms, cms.logins.counsellor);
  });
  afterAll(async () => {
    await cms.stop();
    await mailbox.close();
  });
  afterEach(async () => {
    await cms.strapi.db.query(uid).deleteMany({ where: {} });
    mailbox.empty();
  });

  it('arrives once and at once, and its personal parts are deleted', async () => {
    const to = someone();
    const start = Date.now();
    await queue(cms.strapi, anEmail(to, { about: 'comment:12', mailbox: 3 }));
    const email = await mailbox.emailTo(to);
    // The outbox looks for emails every five seconds as well.
    expect(Date.now() - start).toBeLessThan(4_000);
    expect(email.subject).toBe('Something is waiting');
    expect(email.text).toBe('Something is waiting for you.\n');
    expect(email.parsed.from?.value).toEqual([{ name: 'Quiet Room', address: 'emails@practice.example' }]);
    expect(email.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    const row = await until(cms, { about: 'comment:12' }, ({ state }) => state === 'sent');
    expect(row).toMatchObject({
      to: null,
      subject: null,
      text: null,
      html: null,
      headers: null,
      attachments: null,
      lastError: null,
      leaseUntil: null,
    });
    expect(email.messageId).toBe(row.messageId);
    expect(row.messageId).toMatch(/^<[0-9a-f-]{36}@practice\.example>$/);
    await makeDue(cms.strapi);
    await pause(300);
    expect(mailbox.emails()).toHaveLength(1);
  });

  it('is rolled back with its cause', async () => {
    const to = someone();
    await expect(
      queue(cms.strapi, anEmail(to), () => {
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await pause(300);
    expect(await storedEmails(cms.strapi)).toEqual([]);
    expect(mailbox.emailsTo(to)).toEqual([]);
  });

  it('is queued once per idempotency key, without failing the transaction', async () => {
    const to = someone();
    const queued = anEmail(to, { idempotencyKey: 'comment-appeared:12' });
    expect(await queue(cms.strapi, queued)).toBe(true);
    expect(await queue(cms.strapi, queued)).toBe(false);
    expect((await Promise.all([queue(cms.strapi, queued), queue(cms.strapi, queued)])).includes(true)).toBe(false);
    await until(cms, {}, ({ state }) => state === 'sent');
    expect(mailbox.emailsTo(to)).toHaveLength(1);
    expect(await queue(cms.strapi, queued)).toBe(false);
  });

  it('contains text, HTML, a calendar file and the unsubscribe headers', async () => {
    const to = someone();
    const unsubscribe = {
      page: 'https://example.org/emails/stop?key=abc',
      oneClick: 'https://example.org/emails/one-click?key=abc',
    };
    const email = {
      to,
      unsubscribe,
      subject: 'Grüße 🙂 aus Łódź — “quoted”',
      because: 'You are receiving this because you asked for it.',
      paragraphs: [
        'Hello Zoë,',
        { quote: 'Line <one>\nLine two 🙂' },
        { link: 'https://example.org/blog/a#comment-1', says: 'Read it' },
      ],
      attachments: [
        {
          name: 'session.ics',
          type: 'text/calendar; charset=utf-8; method=PUBLISH',
          content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
        },
      ],
    };
    await queue(cms.strapi, { kind: 'someone-replied', email });
    const got = await mailbox.emailTo(to);
    expect(got.subject).toBe('Grüße 🙂 aus Łódź — “quoted”');
    expect(got.text).toContain('> Line <one>\n> Line two 🙂');
    expect(got.html).toContain('Line &lt;one&gt;<br>\nLine two 🙂');
    expect(got.links).toEqual(['https://example.org/blog/a#comment-1', 'https://example.org/emails/stop?key=abc']);
    expect(got.raw).toMatch(/^List-Unsubscribe: <https:\/\/example\.org\/emails\/one-click\?key=abc>\r$/m);
    expect(got.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(got.raw).not.toMatch(/^X-Mailer/im);
    const [file] = got.parsed.attachments;
    expect(file).toMatchObject({ filename: 'session.ics', contentType: 'text/calendar' });
    expect(file?.content.toString()).toContain('BEGIN:VCALENDAR');
  });

  it('replies to the practice where that reads the replies, and says whether a person wrote it', async () => {
    const to = someone();
    const practice = { name: 'Quiet Room', email: 'hello@example.org', address: '14 Lantern Street' };
    const email = { to, subject: 'For Saturday', paragraphs: ['Bring a cushion.'], practice, isPersonal: true };
    await queue(cms.strapi, { kind: 'counsellor-message', email });
    const got = await mailbox.emailTo(to);
    expect(got.parsed.replyTo?.value).toMatchObject([{ address: practice.email }]);
    expect(got.raw).toMatch(/^Auto-Submitted: no\r$/m);
    expect(got.text).toContain('—\n\nQuiet Room\nhello@example.org\n14 Lantern Street');
  });

  it.each([
    ['=?utf-8?q?Hello=0ABcc:_x@example.org?=', '=?utf-8?q?Hello=0ABcc:_x@example.org?='],
    [`=?utf-8?b?SGk=?= ${'and more '.repeat(12)}`, `=?utf-8?b?SGk=?= ${'and more '.repeat(12)}`.trim()],
    ['\u202e\u2066\u200b', 'An email for you'],
    ['one\u000btwo\u0085three', 'one two three'],
  ])('shows the subject %j as %j', async (typed, subject) => {
    const to = someone();
    await queue(cms.strapi, { kind: 'someone-replied', email: { to, subject: typed, paragraphs: ['x'] } });
    const got = await mailbox.emailTo(to);
    expect([got.subject, got.raw.match(/^Subject: /gm)]).toEqual([subject, ['Subject: ']]);
  });

  describe('with line breaks in one-line fields', () => {
    const evil = [
      '\r\nBcc: victim@example.org',
      '\nBcc: victim@example.org\n\nAnother body',
      '\r\n.\r\nMAIL FROM:<x@example.org>',
      '\u0000',
      '\u2028Bcc: victim@example.org',
      '\ud800',
    ];

    it.each(evil)('in its subject, name and text (%j) is one email to one person', async (breaks) => {
      const to = someone();
      await queue(cms.strapi, {
        kind: 'x',
        email: {
          to,
          subject: `Hello${breaks}`,
          paragraphs: [`Hello Robin${breaks},`, { quote: breaks }],
          because: `You are receiving this because${breaks}`,
        },
      });
      const got = await mailbox.emailTo(to);
      expect(got.to).toEqual([to]);
      expect(got.parsed.bcc).toBeUndefined();
      expect(got.parsed.headerLines.map(({ key }) => key).sort()).toEqual([
        'auto-submitted',
        'content-type',
        'date',
        'from',
        'message-id',
        'mime-version',
        'subject',
        'to',
      ]);
      expect(mailbox.emails()).toHaveLength(1);
    });

    it.each([
      'reader@example.org\r\nBcc: victim@example.org',
      'reader@example.org, victim@example.org',
      'reader@example.org>\r\nRCPT TO:<victim@example.org',
      'Robin <reader@example.org>',
      'nobody',
      '',
      'reader@example.org\u0000',
      `${'a'.repeat(300)}@example.org`,
    ])('in its address (%j) goes to nobody', async (to) => {
      const before = mailbox.connections;
      await queue(cms.strapi, anEmail(to));
      expect(await until(cms, {}, ({ state }) => state === 'failed')).toMatchObject({ lastError: 'invalid-address' });
      expect(mailbox.connections).toBe(before);
    });
  });

  const later: [string, Fault, string][] = [
    ['says 421 to everybody', { greetingWith: 421 }, 'unreachable'],
    ['wants nobody (554) today', { greetingWith: 554 }, 'unreachable'],
    ['puts the reader off with 450', { recipientWith: 450 }, 'deferred'],
    ['has enough of us (421) in the middle', { recipientWith: 421 }, 'unreachable'],
    ['has too many for today (552)', { recipientWith: 552 }, 'deferred'],
    ['puts the email off with 451', { dataWith: 451 }, 'deferred'],
    ['hangs before its greeting', 'hang before greeting', 'timeout'],
    ['hangs in the middle of the email', 'hang in data', 'timeout'],
  ];
  it.each(later)('is retried after a minute when the server %s', async (_what, fault, word) => {
    const to = someone();
    mailbox.misbehave(fault);
    const start = Date.now();
    await queue(cms.strapi, anEmail(to));
    const row = await until(cms, {}, ({ lastError }) => lastError !== null);
    expect(row).toMatchObject({ state: 'queued', attempts: 1, lastError: word, leaseUntil: null, to });
    expect(new Date(row.notBefore).getTime() - start).toBeGreaterThanOrEqual(minute);
    expect(new Date(row.notBefore).getTime() - start).toBeLessThan(minute + 10_000);
    expect(mailbox.emailsTo(to)).toEqual([]);
    await makeDue(cms.strapi);
    expect((await mailbox.emailTo(to)).messageId).toBe(row.messageId);
    expect(await until(cms, {}, ({ state }) => state === 'sent')).toMatchObject({ attempts: 2 });
  });

  it('is retried after growing delays, and fails after three days', async () => {
    const to = someone();
    const hours = (h: number): Date => new Date(Date.now() - h * 60 * minute);
    mailbox.misbehave(...Array.from({ length: 4 }, () => ({ recipientWith: 450 }) as const));
    await queue(cms.strapi, anEmail(to));
    await until(cms, {}, ({ attempts, leaseUntil }) => attempts === 1 && leaseUntil === null);
    await makeDue(cms.strapi);
    const second = await until(cms, {}, ({ attempts, leaseUntil }) => attempts === 2 && leaseUntil === null);
    expect(Math.round((new Date(second.notBefore).getTime() - Date.now()) / minute)).toBe(5);
    await cms.strapi.db.query(uid).updateMany({ where: {}, data: { queuedAt: hours(71) } });
    await makeDue(cms.strapi);
    const third = await until(cms, {}, ({ attempts, leaseUntil }) => attempts === 3 && leaseUntil === null);
    expect(third).toMatchObject({ state: 'queued' });
    await cms.strapi.db.query(uid).updateMany({ where: {}, data: { queuedAt: hours(73) } });
    await makeDue(cms.strapi);
    expect(await until(cms, {}, ({ state }) => state === 'failed')).toMatchObject({
      attempts: 4,
      lastError: 'deferred',
      to,
    });
  });

  it('stays queued while the server is down, and arrives when it is back', async () => {
    const to = someone();
    await mailbox.close();
    await queue(cms.strapi, anEmail(to));
    expect(await until(cms, {}, ({ lastError }) => lastError !== null)).toMatchObject({
      state: 'queued',
      lastError: 'unreachable',
    });
    expect(await outboxOf(counsellor)).toMatchObject({
      queued: 1,
      failed: 0,
      retrying: [{ error: 'unreachable', emails: 1 }],
    });
    await mailbox.listen();
    await makeDue(cms.strapi);
    await mailbox.emailTo(to);
  });

  it('keeps its Message-ID when the connection ends after the server has accepted it', async () => {
    const to = someone();
    mailbox.misbehave('drop after data');
    await queue(cms.strapi, anEmail(to));
    const first = await mailbox.emailTo(to);
    await until(cms, {}, ({ lastError }) => lastError !== null);
    await makeDue(cms.strapi);
    const second = await mailbox.emailTo(to, { count: 2 });
    expect(second.messageId).toBe(first.messageId);
    expect(second.parsed.date).toEqual(first.parsed.date);
    expect(await until(cms, {}, ({ state }) => state === 'sent')).toMatchObject({ attempts: 2 });
  });

  it('arrives once through a slow server', async () => {
    const to = someone();
    mailbox.misbehave('slow');
    await queue(cms.strapi, anEmail(to));
    await mailbox.emailTo(to);
    await until(cms, {}, ({ state }) => state === 'sent');
    expect(mailbox.emailsTo(to)).toHaveLength(1);
  });

  it('does not wait for another email that hangs', async () => {
    const [hanging, quick] = [someone(), someone()];
    mailbox.misbehave('hang in data');
    await queue(cms.strapi, anEmail(hanging));
    await mailbox.until(() => mailbox.connections > 0, 'a connection');
    await queue(cms.strapi, anEmail(quick));
    await mailbox.emailTo(quick, { within: 4_000 });
  });

  it('is cancelled with what it is about, emptied, and can be queued again', async () => {
    const to = someone();
    const queued = anEmail(to, {
      about: 'comment:7',
      idempotencyKey: 'comment-appeared:7',
      notBefore: new Date(Date.now() + minute),
    });
    await queue(cms.strapi, queued);
    await queue(cms.strapi, anEmail(someone(), { about: 'comment:8', notBefore: new Date(Date.now() + minute) }));
    expect(await cancel(cms.strapi, { about: 'comment:7' })).toBe(1);
    const [gone, other] = await storedEmails(cms.strapi);
    expect(gone).toMatchObject({
      state: 'cancelled',
      to: null,
      subject: null,
      text: null,
      html: null,
      idempotencyKey: null,
    });
    expect(other).toMatchObject({ state: 'queued' });
    expect(await queue(cms.strapi, queued)).toBe(true);
    expect(await cancel(cms.strapi, { mailbox: 99 })).toBe(0);
  });

  it('is not sent after it has expired', async () => {
    const to = someone();
    await queue(cms.strapi, anEmail(to, { expiresAt: new Date(Date.now() - 1_000) }));
    expect(await until(cms, {}, ({ state }) => state === 'cancelled')).toMatchObject({ to: null, text: null });
    expect(mailbox.emailsTo(to)).toEqual([]);
  });

  it('is not claimed while another process has a lease on it', async () => {
    const to = someone();
    await queue(cms.strapi, anEmail(to, { notBefore: new Date(Date.now() + minute) }));
    await cms.strapi.db
      .query(uid)
      .updateMany({ where: {}, data: { leasedBy: 'another', leaseUntil: Date.now() + minute } });
    await makeDue(cms.strapi);
    await pause(500);
    expect(mailbox.emailsTo(to)).toEqual([]);
    await cms.strapi.db.query(uid).updateMany({ where: {}, data: { leaseUntil: Date.now() - 1 } });
    await makeDue(cms.strapi);
    await mailbox.emailTo(to);
  });

  describe('that the server refuses', () => {
    const refused = async (): Promise<{ to: string; row: StoredEmail }> => {
      const to = someone();
      mailbox.misbehave({ recipientWith: 550 });
      await queue(cms.strapi, anEmail(to));
      return { to, row: await until(cms, {}, ({ state }) => state === 'failed') };
    };

    it('fails at once, and the admin shows that without its address or text', async () => {
      const { to, row } = await refused();
      expect(row).toMatchObject({ attempts: 1, lastError: 'refused' });
      for (const somebody of [webTeam, counsellor]) {
        const answer = await somebody.get('/quiet-room/outbox');
        expect(answer.status).toBe(200);
        expect(answer.headers['cache-control']).toBe('no-store');
        expect(answer.body.data).toEqual({
          delivery: 'server',
          queued: 0,
          limited: 0,
          oldestQueuedAt: null,
          retrying: [],
          failed: 1,
          failedEmails: [
            {
              id: row.id,
              kind: 'something-waiting',
              attempts: 1,
              error: 'refused',
              queuedAt: new Date(row.queuedAt).toISOString(),
            },
          ],
        });
        expect(answer.text).not.toContain(to);
        expect(answer.text).not.toContain('Something is waiting');
      }
    });

    it('is sent when somebody presses “Try again”', async () => {
      const { to, row } = await refused();
      expect(await retry(row.id, 999_999)).toEqual({ retried: 1 });
      expect((await mailbox.emailTo(to)).messageId).toBe(row.messageId);
      expect(await retry(row.id)).toEqual({ retried: 0 });
    });

    it.each([
      {},
      { ids: [] },
      { ids: ['1'] },
      { ids: [-1] },
      { ids: [1], all: true },
      { ids: Array.from({ length: 51 }, (_, i) => i + 1) },
    ])('is not tried again for %j', async (body) => {
      const answer = await webTeam.post('/quiet-room/outbox/retry').send(body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.name).toBe('ValidationError');
    });

    it('is shown to nobody who is not signed in', async () => {
      expect((await cms.anonymously('/quiet-room/outbox')).status).toBe(401);
      expect((await cms.asWeb('/quiet-room/outbox')).status).toBe(401);
    });
  });

  it('is deleted 30 days after it was sent, cancelled or failed, and never while it is queued', async () => {
    const days = (n: number): Date => new Date(Date.now() - n * 24 * 60 * minute);
    for (const [state, finishedAt] of [
      ['sent', days(31)],
      ['cancelled', days(31)],
      ['failed', days(31)],
      ['sent', days(29)],
      ['queued', null],
    ] as const) {
      await cms.strapi.db.query(uid).create({
        data: { kind: 'x', state, finishedAt, queuedAt: days(40), notBefore: new Date(Date.now() + minute) },
      });
    }
    expect(await sweep(cms.strapi, new Date())).toBe(3);
    expect((await storedEmails(cms.strapi)).map(({ state }) => state)).toEqual(['sent', 'queued']);
  });

  it('is counted in the admin, with the date of the oldest', async () => {
    const notBefore = new Date(Date.now() + minute);
    await queue(cms.strapi, anEmail(someone(), { notBefore }));
    await queue(cms.strapi, anEmail(someone(), { notBefore }));
    const [oldest] = await storedEmails(cms.strapi);
    expect(await outboxOf(counsellor)).toMatchObject({
      queued: 2,
      oldestQueuedAt: new Date(oldest?.queuedAt ?? 0).toISOString(),
      failed: 0,
      failedEmails: [],
    });
  });
});

describe('the page with all emails', () => {
  it('is served by the development server, with every email as HTML and text', async () => {
    const cms = await startCmsHere({ env: { NODE_ENV: 'development' } });
    const page = await cms.anonymously('/quiet-room/dev/emails');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<h2>Please confirm your place</h2>');
    expect(page.text).toContain('sandbox srcdoc=');
    await cms.stop();
  });

  it('does not exist anywhere else', async () => {
    const cms = await startCmsHere();
    expect((await cms.anonymously('/quiet-room/dev/emails')).status).toBe(404);
    await cms.stop();
  });
});

describe('without a mail server', () => {
  let cms: CmsHere;
  beforeAll(async () => {
    cms = await startCmsHere({ smtpUrl: '' });
  });
  afterAll(() => cms.stop());

  it('emails are written to files that only their owner can read', async () => {
    await queue(cms.strapi, {
      kind: 'someone-replied',
      email: { to: 'reader@example.org', subject: 'Grüße', paragraphs: ['Hello Zoë'] },
    });
    const row = await until(cms, {}, ({ state }) => state === 'sent');
    const folder = path.join(cms.dataDir, 'mail');
    const [name = '', ...more] = readdirSync(folder);
    expect(more).toEqual([]);
    expect(name).toMatch(/^\d{4}-\d\d-\d\dT[\d-]+Z-someone-replied-\d+\.eml$/);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
    const email = await simpleParser(readFileSync(path.join(folder, name)));
    expect(email).toMatchObject({ subject: 'Grüße', text: 'Hello Zoë\n', messageId: row.messageId });
    const counsellor = await signIn(cms, cms.logins.counsellor);
    expect(await outboxOf(counsellor)).toMatchObject({ delivery: 'files' });
  });
});

describe('a mail server that is not on this machine', () => {
  // As settings would have it for any other host: here it is the same machine, because a test has no other.
  const elsewhere = { host: '127.0.0.1', secure: false, user: '', password: '', insecure: false };

  it.each([
    ['offers no TLS', false],
    ['has a certificate that nobody vouches for', true],
  ])('gets no email when it %s', async (_what, offersTls) => {
    const mailbox = await Mailbox.open({ offersTls });
    const post = postThrough({ ...elsewhere, port: mailbox.port });
    await expect(post('reader@example.org')).rejects.toMatchObject({
      code: expect.stringMatching(/^(ETLS|ESOCKET)$/) as string,
    });
    expect(mailbox.connections).toBe(1);
    expect(mailbox.emails()).toEqual([]);
    await mailbox.close();
  });
});
