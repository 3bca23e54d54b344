import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { participantAttachments, participantCalendar, type ParticipantEntry } from './registration-calendar';
import { publicCalendar, type PublicWorkshop } from './workshop-calendars';

const now = new Date('2026-02-01T09:30:00Z');

const entry = {
  id: 'k2j4h5g6f7d8s9a0',
  sequence: 3,
  title: 'Quieter nights',
  timeZone: 'Europe/London',
  location: 'The Quiet Room\n14 Weavers Yard, Sheffield',
  organiser: { name: 'Rowan Hale', email: 'hello@rowanhale.example' },
};

const workshop: PublicWorkshop = {
  ...entry,
  summary: 'A small, unhurried Saturday morning.',
  url: 'https://rowanhale.example/workshops/quieter-nights',
  sessions: [
    { n: 1, starts: '2026-06-13T09:00:00.000Z', ends: '2026-06-13T12:00:00.000Z' },
    { n: 4, starts: '2026-06-20T09:00:00.000Z', ends: '2026-06-20T12:00:00.000Z' },
  ],
  cancelled: false,
};

const participantEntry: ParticipantEntry = {
  ...entry,
  method: 'REQUEST',
  takesPlace: true,
  participant: { name: 'Zoë Nguyễn', email: 'zoe@mail.example' },
  joining: 'Ring the bell; we’ll hear it.\nSecond floor.',
  privateLink: 'https://rowanhale.example/your-place/12.1.abc',
  sessions: workshop.sessions,
  now,
};

const published = (changes: Partial<PublicWorkshop> = {}): string =>
  publicCalendar({ name: 'Workshops', workshops: [{ ...workshop, ...changes }], now });

const read = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const entries = calendar.getAllSubcomponents('vevent');
  return { calendar, entries, events: entries.map((component) => new ICAL.Event(component)) };
};

const firstOf = (file: string): ICAL.Component => {
  const [component] = read(file).entries;
  if (!component) throw new Error('There is no entry.');
  return component;
};

const namesIn = (component: ICAL.Component): string[] =>
  [...new Set(component.getAllProperties().map(({ name }) => name))].sort();

const spans = (file: string) =>
  read(file).events.map(({ startDate, endDate }) => ({
    starts: startDate.toJSDate().toISOString(),
    ends: endDate.toJSDate().toISOString(),
  }));

describe('the public calendar', () => {
  it('has an entry for each session, with its number in the UID', () => {
    const { calendar, entries, events } = read(published());
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(events.map(({ uid }) => uid)).toEqual([
      'k2j4h5g6f7d8s9a0.1@public.quiet-room',
      'k2j4h5g6f7d8s9a0.4@public.quiet-room',
    ]);
    expect(events.map(({ summary, sequence }) => [summary, sequence])).toEqual([
      ['Quieter nights', 3],
      ['Quieter nights', 3],
    ]);
    expect(events[0]?.location).toBe('The Quiet Room, 14 Weavers Yard, Sheffield');
    expect(events[0]?.description).toBe(
      'A small, unhurried Saturday morning.\n\nhttps://rowanhale.example/workshops/quieter-nights',
    );
    expect(entries[0]?.getFirstPropertyValue('url')).toBe('https://rowanhale.example/workshops/quieter-nights');
    expect(entries[0]?.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(entries[0]?.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-02-01T09:30:00Z');
    expect(entries[0]?.getFirstProperty('organizer')?.toJSON()).toEqual([
      'organizer',
      { cn: 'Rowan Hale' },
      'cal-address',
      'mailto:hello@rowanhale.example',
    ]);
  });

  it('contains its name and how often to refresh it', () => {
    const file = publicCalendar({
      name: 'Workshops, talks; and \\more',
      workshops: [],
      now,
    });
    const { calendar } = read(file);
    expect(file).toContain('\r\nX-WR-CALNAME:Workshops\\, talks\\; and \\\\more\r\n');
    expect(file).toContain('\r\nNAME:Workshops\\, talks\\; and \\\\more\r\n');
    expect(calendar.getFirstPropertyValue('refresh-interval')?.toString()).toBe('PT6H');
    expect(calendar.getFirstPropertyValue('x-published-ttl')?.toString()).toBe('PT6H');
  });

  it('has the properties of the calendar before its components', () => {
    const lines = published().split('\r\n');
    const firstComponent = lines.indexOf('BEGIN:VTIMEZONE');
    expect(lines.indexOf('REFRESH-INTERVAL;VALUE=DURATION:PT6H')).toBeLessThan(firstComponent);
    expect(lines.indexOf('X-PUBLISHED-TTL:PT6H')).toBeLessThan(firstComponent);
    expect(lines.indexOf('X-PUBLISHED-TTL:PT6H')).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes('PT6H'))).toHaveLength(2);
  });

  it('contains cancelled workshops as cancelled', () => {
    expect(firstOf(published({ cancelled: true })).getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('contains the rules of each time zone once', () => {
    const file = publicCalendar({
      name: 'Workshops',
      workshops: [workshop, { ...workshop, id: 'b' }, { ...workshop, id: 'c', timeZone: 'Asia/Kolkata' }],
      now,
    });
    expect(
      read(file)
        .calendar.getAllSubcomponents('vtimezone')
        .map((zone) => zone.getFirstPropertyValue('tzid')),
    ).toEqual(['Europe/London', 'Asia/Kolkata']);
  });

  it('is valid without a venue', () => {
    expect(namesIn(firstOf(published({ location: null })))).not.toContain('location');
  });
});

describe('a participant’s calendar', () => {
  it('shows no title to somebody who sees the calendar', () => {
    const component = firstOf(participantCalendar(participantEntry));
    expect(component.getFirstPropertyValue('summary')).toBe('Workshop');
    expect(component.getFirstPropertyValue('class')).toBe('PRIVATE');
    expect(component.getFirstPropertyValue('description')).toBe(
      'Quieter nights\n\nRing the bell; we’ll hear it.\nSecond floor.\n\nYour place: https://rowanhale.example/your-place/12.1.abc',
    );
    expect(component.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('is an accepted invitation', () => {
    const { calendar, entries } = read(participantCalendar(participantEntry));
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(entries[0]?.getFirstPropertyValue('status')).toBe('CONFIRMED');
    const [, parameters, , address] = entries[0]?.getFirstProperty('attendee')?.toJSON() ?? [];
    expect(parameters).toMatchObject({ cn: 'Zoë Nguyễn', partstat: 'ACCEPTED', rsvp: 'FALSE' });
    expect(String(address).toLowerCase()).toBe('mailto:zoe@mail.example');
  });

  it('cancels the same entries, without the joining details', () => {
    const file = participantCalendar({ ...participantEntry, method: 'CANCEL', sequence: 4 });
    const { calendar, entries, events } = read(file);
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(events.map(({ uid, sequence }) => [uid, sequence])).toEqual(
      read(participantCalendar(participantEntry)).events.map(({ uid }) => [uid, 4]),
    );
    // The sessions take place for others: only this participant is removed.
    expect(entries.map((component) => component.getFirstPropertyValue('status'))).toEqual([null, null]);
    expect(entries.map((component) => component.getAllProperties('attendee').length)).toEqual([1, 1]);
    expect(file).not.toContain('Ring the bell');
    const forAll = participantCalendar({ ...participantEntry, method: 'CANCEL', takesPlace: false });
    expect(read(forAll).entries.map((component) => component.getFirstPropertyValue('status'))).toEqual([
      'CANCELLED',
      'CANCELLED',
    ]);
  });

  it('has entries of its own, which adding the public calendar does not overwrite', () => {
    const uids = [participantCalendar(participantEntry), published()].map((file) =>
      read(file).events.map(({ uid }) => uid),
    );
    expect(new Set(uids.flat()).size).toBe(4);
  });

  it('has no attendees when it is downloaded', () => {
    const component = firstOf(participantCalendar({ ...participantEntry, method: 'PUBLISH' }));
    expect(component.getFirstProperty('attendee')).toBeNull();
    expect(component.getFirstPropertyValue('summary')).toBe('Workshop');
  });

  it('is attached to emails as one file for each session', () => {
    const files = participantAttachments(participantEntry);
    expect(files.map(({ name, type }) => [name, type])).toEqual([
      ['workshop-1.ics', 'text/calendar; charset=utf-8; method=REQUEST'],
      ['workshop-4.ics', 'text/calendar; charset=utf-8; method=REQUEST'],
    ]);
    expect(files.map(({ content }) => read(content).events.map(({ uid }) => uid))).toEqual([
      ['k2j4h5g6f7d8s9a0.1@place.quiet-room'],
      ['k2j4h5g6f7d8s9a0.4@place.quiet-room'],
    ]);
    expect(
      participantAttachments({ ...participantEntry, sessions: participantEntry.sessions.slice(1) }).map(
        ({ name }) => name,
      ),
    ).toEqual(['workshop.ics']);
  });
});

describe('instants in calendars', () => {
  const spring = [
    { starts: '2026-03-28T22:30:00.000Z', ends: '2026-03-29T03:30:00.000Z' },
    { starts: '2026-03-29T00:30:00.000Z', ends: '2026-03-29T01:30:00.000Z' },
    { starts: '2026-03-29T09:00:00.000Z', ends: '2026-03-29T12:00:00.000Z' },
  ];
  const autumn = [
    { starts: '2026-10-24T23:15:00.000Z', ends: '2026-10-25T02:45:00.000Z' },
    { starts: '2026-10-25T00:15:00.000Z', ends: '2026-10-25T01:45:00.000Z' },
    { starts: '2026-10-25T10:00:00.000Z', ends: '2026-10-25T13:00:00.000Z' },
    { starts: '2026-11-01T05:15:00.000Z', ends: '2026-11-01T06:15:00.000Z' },
  ];
  const zones = ['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Etc/UTC'];

  describe.each([
    ['UTC', 0],
    ['Europe/London', -60],
    ['America/New_York', 240],
    ['Asia/Kolkata', -330],
    ['Pacific/Auckland', -720],
  ])('with the server in %s', (server, offset) => {
    beforeEach(() => {
      vi.stubEnv('TZ', server);
      expect(new Date('2026-06-13T12:00:00Z').getTimezoneOffset()).toBe(offset);
    });
    afterEach(() => {
      vi.unstubAllEnvs();
    });

    it.each(zones)('are right in %s across both changes of the clocks', (timeZone) => {
      const all = [...spring, ...autumn];
      const sessions = all.map((session, index) => ({ ...session, n: index + 1 }));
      expect(spans(published({ timeZone, sessions }))).toEqual(all);
      expect(spans(participantCalendar({ ...participantEntry, timeZone, sessions }))).toEqual(all);
    });

    it('are written as local times', () => {
      expect(published()).toContain(
        'DTSTART;TZID=Europe/London:20260613T100000\r\nDTEND;TZID=Europe/London:20260613T130000\r\n',
      );
      expect(
        published({
          timeZone: 'America/New_York',
          sessions: [{ n: 1, starts: '2026-03-29T05:30:00Z', ends: '2026-03-29T07:00:00Z' }],
        }),
      ).toContain('DTSTART;TZID=America/New_York:20260329T013000\r\n');
    });
  });
});

describe('hostile text in calendars', () => {
  const hostile =
    'Rest\r\nATTENDEE:mailto:evil@x.example\nEND:VEVENT\rBEGIN:VEVENT\u2028UID:1\u2029X:1\u0085Y:1\u000bZ\u000c;"q",\\n^n^\' \u0000\ud800 \u202etxet\u202c 👩‍👩‍👧 \udc00';
  const harmless = namesIn(firstOf(participantCalendar(participantEntry)));
  const longWords = `${'Ünïcödé 👩‍👩‍👧 '.repeat(60)}end`;

  const attacked = (words: string): string[] => [
    participantCalendar({
      ...participantEntry,
      title: words,
      location: words,
      joining: words,
      organiser: { name: words, email: `a@x.example${words}` },
      participant: { name: words, email: `b@x.example${words}` },
    }),
    publicCalendar({
      name: words,
      workshops: [
        {
          ...workshop,
          title: words,
          summary: words,
          location: words,
          organiser: { name: words, email: `a@x.example${words}` },
        },
      ],
      now,
    }),
  ];

  it('adds no property and no entry', () => {
    const [mine, everybodys] = attacked(hostile).map(read);
    expect(mine?.entries.map(namesIn)).toEqual([harmless, harmless]);
    expect(everybodys?.entries.map(namesIn)).toEqual(read(published()).entries.map(namesIn));
    expect(everybodys?.events.map(({ uid }) => uid)).toEqual(read(published()).events.map(({ uid }) => uid));
    expect(mine?.entries[0]?.getAllProperties('attendee')).toHaveLength(1);
    expect(everybodys?.events[0]?.summary).toMatch(
      /^Rest ATTENDEE:mailto:evil@x.example END:VEVENT BEGIN:VEVENT UID:1 X:1 Y:1 Z ;"q",\\n\^n\^'/,
    );
  });

  it('is read back as it was written', () => {
    const words = 'Rest, and “more”; a \\ and a "quote" ^ too: 50%';
    const component = firstOf(
      participantCalendar({
        ...participantEntry,
        title: words,
        location: words,
        participant: { name: words, email: 'a@x.example' },
      }),
    );
    expect(component.getFirstPropertyValue('location')).toBe(words);
    expect(String(component.getFirstPropertyValue('description')).split('\n')[0]).toBe(words);
    expect(component.getFirstProperty('attendee')?.getFirstParameter('cn')).toBe(words);
  });

  it.each([hostile, longWords])('stays in CRLF lines of 75 octets, in valid UTF-8', (words) => {
    for (const file of attacked(words)) {
      expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(file.isWellFormed()).toBe(true);
      // eslint-disable-next-line no-control-regex -- these are the characters that it is about
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/);
      const lines = file.split('\r\n');
      expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
      expect(lines.every((line) => Buffer.from(line).toString() === line)).toBe(true);
    }
  });

  it('is refused in an address or a UID', () => {
    expect(() => published({ id: 'a\r\nX:1' })).toThrow();
    expect(() => published({ url: 'no address' })).toThrow();
    expect(published({ url: 'https://x.example/\r\nX-EVIL:1' })).not.toContain('\r\nX-EVIL');
  });

  it('is replaced by the address where a name is empty', () => {
    const [component] = read(
      participantCalendar({ ...participantEntry, participant: { name: '\u0000 ', email: 'zoe@mail.example' } }),
    ).entries;
    expect(component?.getFirstProperty('attendee')?.getFirstParameter('cn')).toBe('zoe@mail.example');
  });
});
