import { XMLParser, XMLValidator } from 'fast-xml-parser';
import ICAL from 'ical.js';
import { workshopCancelled } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient, paragraphs } from '../support/admin-client.ts';
import { fieldOf, Reader, textOf } from '../support/reader.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { workshopFields } from '../support/workshop-fields.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let stack: Stack;
let reader: Reader;
let counsellor: AdminClient;
beforeAll(async () => {
  stack = await startStack({ env: { FORM_LIMITS: 'off' } });
  reader = new Reader(stack.site.url);
  counsellor = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
});
afterAll(() => stack?.stop());

/** Returns the local date and time in UTC, so many milliseconds from now. */
const wall = (ahead: number): { day: string; time: string } => {
  const [date = '', time = ''] = new Date(Date.now() + ahead).toISOString().split('T');
  return { day: date, time: time.replace('Z', '') };
};
/** Returns the fields of a workshop that begins and ends so many milliseconds from now, in UTC. */
const between = (starts: number, ends: number) => ({
  timeZone: 'Etc/UTC',
  sessions: [{ day: wall(starts).day, starts: wall(starts).time, ends: wall(ends).time }],
});
const slugOf = (title: string): string => title.toLowerCase().replaceAll(' ', '-');
const pageOf = (title: string): string => `/workshops/${slugOf(title)}`;
const publish = (title: string, over: Record<string, unknown> = {}): Promise<string> =>
  counsellor.publishWorkshop(workshopFields({ title, ...over }));

const words = async (path: string): Promise<string> => textOf((await reader.get(path)).html);
const becomes = (path: string, said: RegExp | string) => expect.poll(() => words(path)).toMatch(said);
const eventIn = (html: string) => {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)].map(
    ([, json]) => JSON.parse(json ?? '') as Record<string, unknown>,
  );
  return blocks.find((block) => block['@type'] === 'Event');
};

describe('the list of workshops, while it is empty', () => {
  it('says that there is none, and appears neither in the sitemap nor on the home page', async () => {
    const bare = await startStack({ demo: false });
    try {
      const empty = new Reader(bare.site.url);
      expect(textOf((await empty.get('/workshops')).html)).toContain('No workshops are planned at the moment');
      expect((await empty.get('/sitemap.xml')).html).not.toContain('/workshops');
      expect(textOf((await empty.get('/')).html)).not.toContain('Next workshop');
    } finally {
      await bare.stop();
    }
  });
});

describe('the page of a workshop', () => {
  it('shows everything that somebody needs to know', async () => {
    await publish('The whole of it', {
      prices: [
        { label: 'Standard', amount: 48 },
        { label: 'If money is tight', amount: 24.5, note: 'We don’t ask for proof.' },
      ],
      mapUrl: 'https://example.org/map',
      capacity: 12,
      programme: [{ time: '12:00:00.000', title: 'One plain sentence', description: 'Pencils and paper.' }],
    });
    await becomes(pageOf('The whole of it'), 'The whole of it');
    const page = await reader.get(pageOf('The whole of it'));
    const said = textOf(page.html);
    for (const fact of [
      'Saturday 12 June 2027, 10am to 1pm Where The Quiet Room',
      'The Quiet Room 14 Weavers Yard, Sheffield',
      'Who it’s for Everybody.',
      '£48 Standard',
      '£24.50 If money is tight',
      'We don’t ask for proof.',
      'Up to 12 people',
      '3 hours, with a certificate',
      'Midday One plain sentence Pencils and paper.',
      'Up to a week before.',
      'We delete what participants tell us on 10 September 2027',
      'Book a place',
    ])
      expect(said).toContain(fact);
    expect(said).not.toContain('Ring the lower bell');
    expect(page.html).toContain('href="https://example.org/map"');
    expect(page.html).toMatch(/href="webcal:\/\/127\.0\.0\.1:\d+\/workshops\/the-whole-of-it\/calendar\.ics"/);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(eventIn(page.html)).toMatchObject({
      startDate: '2027-06-12T10:00:00+01:00',
      endDate: '2027-06-12T13:00:00+01:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: { name: 'The Quiet Room' },
      offers: [
        { price: '48.00', priceCurrency: 'GBP', availability: 'https://schema.org/InStock' },
        { price: '24.50' },
      ],
    });
  });

  it('ignores unknown query parameters, and accepts no form', async () => {
    const plain = await reader.get(pageOf('The whole of it'));
    expect((await reader.get(`${pageOf('The whole of it')}?utm_source=x&past=2`)).headers.get('etag')).toBe(
      plain.headers.get('etag'),
    );
    const list = await reader.get('/workshops');
    expect((await reader.get('/workshops?past=1&page=3')).headers.get('etag')).toBe(list.headers.get('etag'));
    expect((await reader.get('/workshops?past=9')).status).toBe(404);
    for (const path of ['/workshops', pageOf('The whole of it'), '/workshops/calendar.ics'])
      expect((await reader.post(path, {})).status).toBe(405);
    expect((await reader.get('/workshops/no-such-workshop')).status).toBe(404);
    expect((await reader.get('/workshops/no-such-workshop/register')).status).toBe(404);
  });

  it('shows its state, and links to the form only while registration is open', async () => {
    await publish('Not yet', { opensDay: '2027-03-28', opensTime: '09:00:00.000' });
    await publish('Few places', { capacity: 3 });
    await publish('Closed already', { closesDay: wall(-day).day });
    await publish('Going on', between(-minute, 60 * minute));
    await publish('Full up', { capacity: 1 });
    const cancelled = await publish('Off', {
      sessions: [{ day: '2027-05-01', starts: '10:00:00.000', ends: '11:00:00.000' }],
    });
    await counsellor.post(workshopCancelled, `/workshops/${cancelled}/cancel`, { message: 'I am ill.\n\nI am sorry.' });
    await becomes(pageOf('Full up'), 'Full up');
    await reader.register('full-up');

    await becomes(pageOf('Full up'), 'This workshop is full. You can join the waitlist.');
    await becomes(pageOf('Off'), 'This workshop was cancelled. I am ill. I am sorry.');
    const said: [string, string][] = [
      ['Not yet', 'You can register from Sunday 28 March 2027 at 9am'],
      ['Few places', '3 places left of 3'],
      ['Closed already', 'Registration has closed. Places that become free are offered to the waitlist'],
      ['Going on', 'This workshop is under way.'],
    ];
    for (const [title, sentence] of said) expect(await words(pageOf(title)), title).toContain(sentence);

    for (const title of ['Not yet', 'Closed already', 'Going on', 'Off']) {
      const page = await reader.get(pageOf(title));
      expect([title, page.html.includes('/register')]).toEqual([title, false]);
      const form = await reader.get(`${pageOf(title)}/register`);
      expect([form.status, form.html.includes('name="email"'), form.headers.get('cache-control')]).toEqual([
        200,
        false,
        'no-store',
      ]);
      const pressed = await reader.post(`${pageOf(title)}/register`, {
        name: 'Ann',
        email: 'ann@example.org',
        accessNeeds: 'A ramp, please',
      });
      expect([pressed.status, pressed.html.includes('A ramp, please</textarea>')]).toEqual([409, true]);
    }
    expect(eventIn((await reader.get(pageOf('Off'))).html)).toMatchObject({
      eventStatus: 'https://schema.org/EventCancelled',
    });
  });

  it('changes with the clock alone: opens, closes, begins, and ends', async () => {
    const base = Date.now();
    const at = (ahead: number) => wall(base + ahead - Date.now());
    const [opens, closes] = [at(10_000), at(16_000)];
    await publish('By the clock', {
      ...between(22_000, 28_000),
      opensDay: opens.day,
      opensTime: opens.time,
      closesDay: closes.day,
      closesTime: closes.time,
    });
    const path = pageOf('By the clock');
    await becomes(path, /You can register from/);
    for (const said of [
      /Book a place/,
      /Registration has closed/,
      /This workshop is under way/,
      /This workshop has taken place/,
    ])
      await becomes(path, said);
    await becomes('/workshops', /Past workshops By the clock/);
  }, 90_000);

  it('redirects from its old URL when its slug changes', async () => {
    const fields = workshopFields({ title: 'Old name' });
    const id = await counsellor.publishWorkshop(fields);
    await becomes(pageOf('Old name'), 'Old name');
    await counsellor.publish('api::workshop.workshop', id, { ...fields, slug: 'new-name' });
    await expect
      .poll(async () => (await reader.get(pageOf('Old name'))).to)
      .toBe(`${stack.site.url}/workshops/new-name`);
    const form = await reader.post('/workshops/old-name/register', { name: 'Ann' });
    expect([form.status, new URL(form.to).pathname]).toEqual([307, '/workshops/new-name/register']);
  });
});

describe('upcoming workshops', () => {
  it('are listed, the next one first, and linked in the navigation', async () => {
    const { html } = await reader.get('/workshops');
    const titles = [...html.matchAll(/<h3[^>]*><a href="(\/workshops\/[\w-]+)"/g)].map(([, path]) => path);
    expect(titles.indexOf(pageOf('Off'))).toBeLessThan(titles.indexOf(pageOf('Few places')));
    expect((await reader.get('/blog')).html).toContain('<a href="/workshops">Workshops</a>');
    expect(textOf(html)).toMatch(/Off .* Cancelled/);
  });

  it('are represented on the home page, below who the counsellor is, by the next one that is not over', async () => {
    await publish('Next of all', between(2 * day, 2 * day + 60 * minute));
    await becomes('/', /I’m Nora Ashby, a counsellor in Leeds\. .* Write to me .* Next workshop .* Next of all/);
  });

  it('are mentioned in the postscript of a post, which says of past ones that they are over', async () => {
    const [coming, past] = [
      await publish('To come', between(day, day + minute)),
      await publish('Soon over', between(3_000, 12_000)),
    ];
    await counsellor.publishPost({
      title: 'With a postscript',
      body: paragraphs('Some words.'),
      workshops: { connect: [{ documentId: coming }, { documentId: past }] },
    });
    await becomes(
      '/blog/with-a-postscript',
      /P\.S\. Soon over : [\w ,:]* , in person\. A slow Saturday morning\. To come : /,
    );
    await becomes(
      '/blog/with-a-postscript',
      /Soon over : [\w ,:]* \. This workshop has taken place\. To come : [\w ,:]* , in person\./,
    );
    await counsellor.post(workshopCancelled, `/workshops/${coming}/cancel`, { message: '' });
    await becomes('/blog/with-a-postscript', /To come : [\w ,:]* \. This workshop was cancelled\./);
  });

  it('are in the sitemap', async () => {
    const { html } = await reader.get('/sitemap.xml');
    for (const path of ['/workshops', pageOf('Few places')])
      expect(html).toContain(`<loc>${stack.site.url}${path}</loc>`);
  });

  it('are in the feed, with time and place', async () => {
    const feed = await reader.get('/workshops/feed.xml');
    expect(feed.headers.get('content-type')).toMatch(/^application\/rss\+xml/);
    expect(XMLValidator.validate(feed.html)).toBe(true);
    const { rss } = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'item' }).parse(feed.html) as {
      rss: { channel: { item: { title: string; link: string; description: string }[] } };
    };
    const item = rss.channel.item.find(({ title }) => title === 'Few places');
    expect(item).toMatchObject({ link: `${stack.site.url}${pageOf('Few places')}` });
    expect(item?.description).toContain(
      'Saturday 12 June 2027, 10am to 1pm. In person at The Quiet Room. Free. 3 places left.',
    );
    expect(rss.channel.item.some(({ title }) => title === 'By the clock')).toBe(false);
  });

  it('are in calendar files, with their sessions in their own zone', async () => {
    for (const path of ['/workshops/calendar.ics', `${pageOf('Few places')}/calendar.ics`]) {
      const file = await reader.get(path);
      expect([file.status, file.headers.get('content-type'), file.headers.get('cache-control')]).toEqual([
        200,
        'text/calendar; charset=utf-8',
        'no-cache',
      ]);
      expect(
        (await fetch(stack.site.url + path, { headers: { 'if-none-match': file.headers.get('etag') ?? '' } })).status,
      ).toBe(304);
      const calendar = new ICAL.Component(ICAL.parse(file.html) as unknown[]);
      const event = calendar
        .getAllSubcomponents('vevent')
        .map((one) => new ICAL.Event(one))
        .find(({ summary }) => summary === 'Few places');
      expect([event?.startDate.toString(), event?.startDate.zone.tzid]).toEqual([
        '2027-06-12T10:00:00',
        'Europe/London',
      ]);
      expect(calendar.getAllSubcomponents('vtimezone').length).toBeGreaterThan(0);
    }
    expect((await reader.get('/workshops/no-such-workshop/calendar.ics')).status).toBe(404);
  });

  it('have a retention period that the privacy page prints', async () => {
    expect(await words('/privacy')).toContain(
      'Everything that participants tell us is deleted 90 days after the last session',
    );
  });
});

describe('the registration form', () => {
  const form = '/workshops/few-places/register';

  it('has a form token for each reader, and no browser stores it', async () => {
    const [one, other] = [await reader.get(form), await reader.get(form)];
    expect([
      one.status,
      one.headers.get('cache-control'),
      one.headers.get('etag'),
      one.headers.get('x-robots-tag'),
    ]).toEqual([200, 'no-store', null, 'noindex']);
    expect(fieldOf(one.html, 'formToken')).not.toBe(fieldOf(other.html, 'formToken'));
  });

  it('shows its errors in a summary and beside each field, and keeps everything typed', async () => {
    const page = await reader.registration('few-places', {
      name: '',
      email: 'ann@',
      accessNeeds: 'A seat near the <door>',
    });
    expect(page.status).toBe(422);
    expect(page.html).toMatch(/<title>Error: /);
    for (const [id, problem] of [
      ['r-name', 'Enter your name'],
      ['r-email', 'Enter an email address in the correct format'],
      ['r-consent', 'Tick the box'],
    ] as const) {
      expect(page.html).toContain(`<a href="#${id}">${problem}`);
      expect(page.html).toMatch(new RegExp(`id="${id}-e"[^>]*>.*?${problem}`));
      expect(page.html).toMatch(new RegExp(`id="${id}"[^>]*aria-invalid="true"`));
    }
    expect(fieldOf(page.html, 'email')).toBe('ann@');
    expect(page.html).toContain('A seat near the &lt;door&gt;</textarea>');
  });

  it('creates one registration, however often it is sent', async () => {
    const { html } = await reader.get(form);
    const typed = { name: 'Ann', email: 'twice@example.org', formToken: fieldOf(html, 'formToken') };
    const pages = await Promise.all([1, 2, 3].map(async () => reader.get((await reader.post(form, typed)).to)));
    expect(new Set(pages.map((page) => /\/your-place\/[\w.-]+/.exec(page.html)?.[0])).size).toBe(1);
  });

  it('sends an email to the address that the page names, also when it was corrected and sent again', async () => {
    await publish('Typed wrong', { capacity: 12 });
    const path = `${pageOf('Typed wrong')}/register`;
    const { html } = await reader.get(path);
    const typed = { name: 'Bea', email: 'bae@example.org', formToken: fieldOf(html, 'formToken') };
    await reader.post(path, typed);
    const thanks = await reader.get((await reader.post(path, { ...typed, email: 'bea@example.org' })).to);
    expect(textOf(thanks.html)).toMatch(
      /the email we sent to bea@example\.org.*You have sent this form twice.*with the address bae@example\.org/,
    );
    expect(new Set(thanks.html.match(/\/your-place\/[\w.-]+/g)).size).toBe(2);
  });

  it('comes back with the new price when that has changed since it was opened', async () => {
    const fields = { title: 'A price that rises', prices: [{ label: 'Standard', amount: 48 }] };
    const id = await publish(fields.title, fields);
    const path = `${pageOf(fields.title)}/register`;
    const opened = await reader.get(path);
    const typed = {
      name: 'Cem',
      email: 'cem@example.org',
      price: fieldOf(opened.html, 'price'),
      formToken: fieldOf(opened.html, 'formToken'),
    };
    await counsellor.publish(
      'api::workshop.workshop',
      id,
      workshopFields({ ...fields, prices: [{ label: 'Standard', amount: 52 }] }),
    );
    const page = await reader.post(path, typed);
    expect([page.status, fieldOf(page.html, 'email')]).toEqual([422, 'cem@example.org']);
    expect(textOf(page.html)).toContain('The price is now £52 (Standard).');
    expect((await reader.post(path, { ...typed, price: fieldOf(page.html, 'price') })).status).toBe(303);
  });

  it('gives back what was typed when the workshop was taken off the site meanwhile', async () => {
    const id = await publish('Soon gone');
    const path = `${pageOf('Soon gone')}/register`;
    const formToken = fieldOf((await reader.get(path)).html, 'formToken');
    await counsellor.unpublish('api::workshop.workshop', id);
    const page = await reader.post(path, { name: 'Dee', email: 'dee@example.org', accessNeeds: 'A ramp', formToken });
    expect([page.status, textOf(page.html).includes('This workshop is no longer here')]).toEqual([404, true]);
    for (const text of ['Dee', 'dee@example.org', 'A ramp']) expect(page.html).toContain(text);
  });

  it('answers a second registration with the same address like the first: nobody learns who is registered', async () => {
    const again = await reader.registration('few-places', { email: 'twice@example.org' });
    const thanks = await reader.get(again.to);
    expect(textOf(thanks.html)).toMatch(
      /We are holding a place for you Please confirm within 24 hours, with the link in the email we sent to twice@example\.org/,
    );
    expect([thanks.headers.get('cache-control'), thanks.headers.get('referrer-policy')]).toEqual([
      'no-store',
      'no-referrer',
    ]);
  });

  it('is rejected from another site, and without its form token', async () => {
    expect(
      (await reader.post(form, { name: 'Ann', email: 'x@example.org' }, { 'sec-fetch-site': 'cross-site' })).status,
    ).toBe(403);
    const forged = await reader.post(form, { name: 'Ann', email: 'forged@example.org', formToken: 'x' });
    expect([
      forged.status,
      textOf(forged.html).includes('Please press “Book a place” again'),
      fieldOf(forged.html, 'email'),
    ]).toEqual([422, true, 'forged@example.org']);
  });

  it('keeps what was typed while the CMS is down', async () => {
    stack.cms.kill('SIGSTOP');
    try {
      const { html } = await reader.get(form);
      const page = await reader.post(form, {
        name: 'Ann',
        email: 'away@example.org',
        accessNeeds: 'A ramp',
        consent: 'on',
        formToken: fieldOf(html, 'formToken'),
      });
      expect([page.status, fieldOf(page.html, 'email'), page.html.includes('A ramp</textarea>')]).toEqual([
        503,
        'away@example.org',
        true,
      ]);
      expect(textOf(page.html)).toContain('We can’t do this right now');
    } finally {
      stack.cms.kill('SIGCONT');
    }
  });
});
