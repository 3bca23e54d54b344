import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Practice } from 'shared';
import { afterEach, describe, expect, it } from 'vitest';
import { createCmsClient } from './client';
import { type CmsGet, createCmsGet, createCmsPost } from './transport';

function client(ask: CmsGet) {
  const heard = {
    asked: [] as string[],
    sent: [] as [string, unknown][],
    tags: new Set<string>(),
    changesAt: [] as (string | null)[],
    failed: 0,
    warned: [] as string[],
  };
  const cms = createCmsClient({
    get: (path) => {
      heard.asked.push(path);
      return ask(path);
    },
    post: (path, body) => {
      heard.sent.push([path, body]);
      return ask(path);
    },
    keep: (_path, _tags, read) => read(),
    onTags: (tags) => {
      for (const tag of tags) heard.tags.add(tag);
    },
    onChangesAt: (instant) => {
      heard.changesAt.push(instant);
    },
    onFailure: () => {
      heard.failed += 1;
    },
    warn: (words) => heard.warned.push(words),
  });
  return { cms, heard };
}

const answers =
  (status: number, body: unknown): CmsGet =>
  () =>
    Promise.resolve({ status, body });
const practice: Practice = {
  name: 'Quiet Room',
  strapline: null,
  counsellor: 'Nora Ashby',
  portrait: null,
  sentence: 'A quiet hour.',
  description: 'Counselling in Leeds.',
  work: [],
  picture: null,
  pictureAtNight: null,
  email: 'nora@practice.example',
  phone: null,
  address: null,
  area: null,
  town: null,
  timeZone: 'Europe/London',
  credentials: [],
  bookingUrl: null,
  blogIntro: null,
  invitation: 'Write to me.',
  away: null,
  availability: null,
  calls: { isOpen: false, keepDays: 14 },
  fees: { lines: [], cancellation: null, payment: null },
  legal: { name: null, address: null, complaints: null, complaintsUrl: null },
  worksWith: null,
  room: { stepFree: null, access: null, toilet: null, transport: null, parking: null, waiting: null, expect: null },
  online: { platform: null, ifItDrops: null },
  questions: [],
  helpLines: [],
  pages: [],
  comments: {
    moderated: 'all',
    readersMayReply: true,
    closeAfterDays: null,
    keepAddressDays: 1,
    keepSpamDays: 1,
    keepDeclinedDays: 1,
    keepNotesDays: 1,
  },
  workshops: { shown: true, keepDays: 1 },
  contact: { spaceList: true, keepDays: 1, keepDataDays: 1 },
};
const topics = {
  data: [{ slug: 'grief', name: 'Grief', description: null, posts: 2 }],
  meta: { pagination: { page: 1, pageSize: 1, pageCount: 1, total: 1 } },
};

describe('a query of the CMS client', () => {
  it('returns what the contract says, and reports the cache tags of the response', async () => {
    const { cms, heard } = client(answers(200, topics));
    expect(await cms.topics()).toEqual(topics.data);
    expect([...heard.tags].sort()).toEqual(['posts', 'topics']);
  });

  it('sends only the parameters that were given', async () => {
    const { cms, heard } = client(answers(404, null));
    await Promise.allSettled([
      cms.posts({ page: 2, topic: 'grief' }),
      cms.fullPosts(),
      cms.posts(),
      cms.redirect('/old path'),
      cms.redirect('/old'),
    ]);
    expect(heard.asked).toEqual([
      '/api/posts?page=2&topic=grief',
      '/api/posts?full=true',
      '/api/posts',
      '/api/redirects?path=%2Fold',
    ]);
  });

  it('sends no request for an invalid slug, path or number', async () => {
    const { cms, heard } = client(answers(200, topics));
    for (const name of ['../users', 'a?b=c', 'A', '', 'a%2fb'])
      await expect(cms.post(name, 1)).rejects.toMatchObject({ statusCode: 404 });
    expect(heard.asked).toEqual([]);
  });

  it.each([
    [400, 400],
    [404, 404],
    [409, 409],
    [422, 422],
    [429, 429],
    [401, 503],
    [403, 503],
    [500, 503],
    [502, 503],
    [302, 503],
  ])('takes %i for %i', async (status, told) => {
    const { cms, heard } = client(answers(status, { data: null, error: { message: 'inner words' } }));
    const problem: unknown = await cms.topics().catch((reason: unknown) => reason);
    expect(problem).toMatchObject({ statusCode: told });
    expect(String(problem)).not.toContain('inner words');
    expect(heard.failed).toBe(told === 503 ? 1 : 0);
  });

  it('throws 503 for a response that breaks the contract, and for none', async () => {
    const odd = client(answers(200, { data: [{ slug: 'grief' }] }));
    await expect(odd.cms.topics()).rejects.toMatchObject({ statusCode: 503 });
    expect(odd.heard).toMatchObject({ failed: 1 });
    const gone = client(() => Promise.reject(new Error('connect ECONNREFUSED')));
    await expect(gone.cms.topics()).rejects.toMatchObject({ statusCode: 503 });
    expect(gone.heard).toMatchObject({ failed: 1 });
  });

  it('leaves out credentials that have lapsed, and says when the next one lapses', async () => {
    const held = (title: string, renewsOn: string | null) => ({
      kind: 'membership',
      title,
      body: null,
      number: null,
      url: null,
      renewsOn,
      checked: null,
    });
    const credentials = [held('Lapsed', '2000-01-01'), held('Held', '2999-12-31'), held('For good', null)];
    const { cms, heard } = client(answers(200, { data: { ...practice, credentials }, meta: {} }));
    expect((await cms.practice()).credentials.map(({ title }) => title)).toEqual(['Held', 'For good']);
    expect((await cms.known()).practice?.credentials.map(({ title }) => title)).toEqual(['Held', 'For good']);
    expect(heard.changesAt).toEqual(['3000-01-01T00:00:00.000Z', '3000-01-01T00:00:00.000Z']);
  });

  it('throws 503, not 404, while there is no practice', async () => {
    const { cms, heard } = client(answers(404, null));
    await expect(cms.practice()).rejects.toMatchObject({ statusCode: 503 });
    expect(heard.failed).toBe(1);
  });
});

describe('a command of the CMS client', () => {
  const sent = {
    number: 7,
    audience: 'everyone',
    token: `7.1.${'x'.repeat(43)}`,
    code: 'ABCD2345',
    confirms: false,
    earlier: null,
  } as const;
  const submission = {
    name: 'Ann',
    text: 'Hello',
    audience: 'everyone',
    email: null,
    notifyOnApproval: false,
    notifyOnReply: false,
    consent: true,
    nonce: 'n'.repeat(22),
    parent: null,
    honeypot: false,
    network: null,
  } as const;

  it.each([200, 201])('returns what the CMS stored, the first time or again (%i)', async (status) => {
    const { cms, heard } = client(answers(status, { data: sent, meta: {} }));
    expect(await cms.sendComment('a-post', submission)).toEqual({ ok: true, data: sent });
    expect(heard.sent).toEqual([['/api/posts/a-post/comments', submission]]);
  });

  it('returns the fields that are wrong, and no text of the CMS, when it is refused', async () => {
    const issues = [{ path: ['text'], code: 'too-long' }];
    const { cms } = client(
      answers(400, {
        data: null,
        error: { status: 400, name: 'ValidationError', message: 'inner words', details: { issues } },
      }),
    );
    expect(await cms.sendComment('a-post', submission)).toEqual({ ok: false, status: 400, issues, retryAfter: 60 });
  });

  it('returns which limit was reached, and when to try again', async () => {
    const error = { status: 429, name: 'RateLimitError', message: 'inner words', details: { limit: 'mailbox' } };
    const { cms } = client(answers(429, { data: null, error }));
    expect(await cms.sendComment('a-post', submission)).toMatchObject({ ok: false, status: 429, limit: 'mailbox' });
  });

  it.each([
    [404, 404],
    [409, 409],
    [429, 429],
    [401, 503],
    [500, 503],
    [302, 503],
  ])('takes %i for %i', async (status, told) => {
    const { cms, heard } = client(() => Promise.resolve({ status, body: null, retryAfter: 90 }));
    expect(await cms.decide('token', 'spam')).toMatchObject({ ok: false, status: told, retryAfter: 90 });
    expect(heard.failed).toBe(0);
  });

  it('returns 503 when there is no response, or one that breaks the contract', async () => {
    const odd = client(answers(200, { data: {}, meta: {} }));
    expect(await odd.cms.deleteComment('token')).toMatchObject({ ok: false, status: 503 });
    const gone = client(() => Promise.reject(new Error('socket hang up')));
    expect(await gone.cms.sendComment('private-matter', submission)).toMatchObject({ ok: false, status: 503 });
    expect(gone.heard.warned.join()).toContain('/api/posts/…/comments');
    expect(gone.heard.warned.join()).not.toContain('private-matter');
  });

  it('sends secrets in the body only', async () => {
    const { cms, heard } = client(answers(404, null));
    const token = 'secret-of-a-link';
    await Promise.all([
      cms.getPrivateComment({ token }),
      cms.changeComment({ token, version: 1, name: 'A', text: 'Hi' }),
      cms.removeName(token),
      cms.renewLink(token),
      cms.deleteComment(token),
      cms.lookAtSending(token),
      cms.confirmMailbox(token, null),
      cms.disownSending(token),
      cms.resubscribe(token),
      cms.unsubscribe(token, true),
      cms.getDecision(token),
      cms.decide(token, 'approve'),
      cms.getRegistration(token),
      cms.changeRegistration({ token, version: 1, certificateName: 'A', accessNeeds: null, consent: false }),
      cms.cancelRegistration(token),
      cms.acceptOffer(token),
      cms.declineOffer(token),
      cms.confirmRegistration(token),
      cms.disownRegistration(token),
      cms.registrationCalendar(token),
      cms.registrationCertificate(token),
    ]);
    expect(heard.sent).toHaveLength(21);
    for (const [path, body] of heard.sent)
      expect([path, JSON.stringify(body)]).toEqual([
        expect.not.stringContaining(token),
        expect.stringContaining(token),
      ]);
  });

  it('requests workshops and certificates, and names no certificate in the log', async () => {
    const { cms, heard } = client(answers(500, null));
    await Promise.allSettled([
      cms.workshops(),
      cms.workshops({ when: 'past', page: 2 }),
      cms.workshop('nights'),
      cms.workshopCalendar('nights'),
      cms.workshopsCalendar(),
      cms.certificate('abcd 2345 wxyz'),
    ]);
    expect(heard.asked).toEqual([
      '/api/workshops',
      '/api/workshops?when=past&page=2',
      '/api/workshops/nights',
      '/api/workshops/nights/calendar',
      '/api/workshop-calendar',
      '/api/certificates/ABCD-2345-WXYZ',
    ]);
    const gone = client(() => Promise.reject(new Error('socket hang up')));
    await gone.cms.certificate('ABCD-2345-WXYZ').catch(() => null);
    await gone.cms.compareName('ABCD-2345-WXYZ', 'Ann Lee');
    expect(gone.heard.warned).toHaveLength(2);
    expect(gone.heard.warned.join()).not.toMatch(/ABCD|Ann/);
    await expect(cms.certificate('no number')).rejects.toMatchObject({ statusCode: 404 });
  });

  it('reports the tag of the thread that a page shows', async () => {
    const { cms, heard } = client(answers(404, null));
    await cms.threads('a-post', 2).catch(() => null);
    expect([...heard.tags].sort()).toEqual(['posts', 'practice', 'thread:a-post']);
    await cms.post('a-post', 3).catch(() => null);
    expect([...heard.tags]).toEqual(expect.arrayContaining(['workshops', 'thread:a-post']));
    expect(heard.asked).toEqual(['/api/posts/a-post/comments?page=2', '/api/posts/a-post?comments=3']);
  });
});

describe('a request to the CMS', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });
  const serve = async (listener: Parameters<typeof createServer>[1]) => {
    server = createServer(listener);
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  it('sends the token and reuses its connection', async () => {
    const seen: unknown[] = [];
    const url = await serve((req, res) => {
      seen.push([req.headers.authorization, req.socket.remotePort]);
      res.end('{"data":1}');
    });
    const ask = createCmsGet(url, 'token', 1000);
    expect(await ask('/api/x')).toEqual({ status: 200, body: { data: 1 } });
    await ask('/api/x');
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]).toContain('Bearer token');
  });

  it('fails when the CMS does not respond, or stops half-way', async () => {
    const url = await serve((req, res) => {
      if (req.url === '/half') res.write('{"data":');
    });
    const ask = createCmsGet(url, 'token', 100);
    await expect(ask('/silent')).rejects.toThrow();
    await expect(ask('/half')).rejects.toThrow();
  });

  it('is sent once, on a connection of its own, when it is a command', async () => {
    const seen: unknown[] = [];
    const url = await serve((req, res) => {
      const parts: Buffer[] = [];
      req.on('data', (part: Buffer) => parts.push(part));
      req.on('end', () => {
        seen.push([req.method, req.headers.authorization, JSON.parse(Buffer.concat(parts).toString())]);
        if (req.url === '/hang-up') {
          req.socket.destroy();
          return;
        }
        res.writeHead(429, { 'retry-after': '70' });
        res.end('{"data":null}');
      });
    });
    const send = createCmsPost(url, 'token', 1000);
    expect(await send('/api/x', { words: 'é' })).toEqual({ status: 429, body: { data: null }, retryAfter: 70 });
    await expect(send('/hang-up', { words: 'once' })).rejects.toThrow();
    expect(seen).toEqual([
      ['POST', 'Bearer token', { words: 'é' }],
      ['POST', 'Bearer token', { words: 'once' }],
    ]);
  });

  it('fails when the response is not JSON', async () => {
    const url = await serve((_, res) => res.end('<html>'));
    await expect(createCmsGet(url, 'token', 1000)('/api/x?secret=1')).rejects.toThrow(
      'the response is not JSON (status 200)',
    );
  });
});
