import ICAL from 'ical.js';
import { timeZones } from 'shared';
import { describe, expect, it } from 'vitest';
import { isOwnUid } from './call-entry';
import { callFeed, callInvitation, type Invitation } from './invitation';
import { readerCalendar, readerCalendarAttachment, type ReaderCall } from './reader-calendar';

const now = new Date('2027-02-01T09:30:00Z');

const entry = {
  id: 'k2j4h5g6f7d8s9a0',
  sequence: 2,
  channel: 'online' as const,
  starts: '2027-03-30T09:00:00.000Z',
  ends: '2027-03-30T09:20:00.000Z',
};

const invitation: Invitation = {
  ...entry,
  method: 'REQUEST',
  timeZone: 'Europe/London',
  organiser: { name: 'Rowan Hale', email: 'site@rowanhale.example' },
  counsellor: { name: 'Rowan Hale', email: 'rowan@rowanhale.example' },
  dashboardUrl: 'https://rowanhale.example/admin/calls/7',
  now,
};

const readerCall: ReaderCall = {
  ...entry,
  isCancelled: false,
  timeZone: 'America/New_York',
  email: 'hello@rowanhale.example',
  joining: 'https://meet.example/quiet\nNo account needed.',
  now,
};

const read = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const components = calendar.getAllSubcomponents('vevent');
  const [component] = components;
  if (!component) throw new Error('There is no entry.');
  const zones = calendar.getAllSubcomponents('vtimezone');
  for (const zone of zones) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const event = new ICAL.Event(component);
  return {
    method: calendar.getFirstPropertyValue('method'),
    zones: zones.map((zone) => zone.getFirstPropertyValue('tzid')),
    component,
    event,
    uids: components.map((one) => one.getFirstPropertyValue('uid')),
    starts: event.startDate.toJSDate().toISOString(),
    ends: event.endDate.toJSDate().toISOString(),
    value: (name: string) => component.getFirstPropertyValue(name)?.toString() ?? null,
  };
};

describe('the invitation to the counsellor', () => {
  it('puts the call into her calendar, in her zone, and asks for no answer', () => {
    const { type, content } = callInvitation(invitation);
    expect(type).toBe('text/calendar; charset=utf-8; method=REQUEST');
    const { method, zones, component, event, starts, ends, value } = read(content);
    expect([method, value('status'), event.sequence]).toEqual(['REQUEST', 'CONFIRMED', 2]);
    expect(zones).toEqual(['Europe/London']);
    expect([starts, ends]).toEqual([entry.starts, entry.ends]);
    expect(value('organizer')?.toLowerCase()).toBe('mailto:site@rowanhale.example');
    const [, parameters, , address] = component.getFirstProperty('attendee')?.toJSON() ?? [];
    expect(parameters).toMatchObject({ partstat: 'ACCEPTED', rsvp: 'FALSE' });
    expect(String(address).toLowerCase()).toBe('mailto:rowan@rowanhale.example');
  });

  it('says to whoever sees the calendar that it is a call, and nothing else', () => {
    const { value } = read(callInvitation({ ...invitation, channel: 'phone' }).content);
    expect([value('summary'), value('class'), value('location')]).toEqual(['Call', 'PRIVATE', null]);
    expect(value('description')).toBe('By phone\n\nhttps://rowanhale.example/admin/calls/7');
  });

  it('removes the same entry with the next number', () => {
    const first = read(callInvitation(invitation).content);
    const { type, content } = callInvitation({ ...invitation, method: 'CANCEL', sequence: 3 });
    const last = read(content);
    expect(type).toContain('method=CANCEL');
    expect([last.method, last.value('status'), last.event.sequence]).toEqual(['CANCEL', 'CANCELLED', 3]);
    expect(last.uids).toEqual(first.uids);
  });

  it.each(['2027-03-28T08:00:00.000Z', '2027-10-31T09:00:00.000Z', '2027-10-31T00:30:00.000Z'])(
    'has the right time on days on which the clocks change: %s',
    (starts) => {
      const ends = new Date(Date.parse(starts) + 20 * 60_000).toISOString();
      expect(read(callInvitation({ ...invitation, starts, ends }).content)).toMatchObject({ starts, ends });
    },
  );

  it('is known again in a calendar that is read, and a reader’s is not taken for one', () => {
    const [uid = ''] = read(callInvitation(invitation).content).uids;
    expect(isOwnUid(String(uid))).toBe(true);
    expect(isOwnUid(String(read(readerCalendar(readerCall)).uids[0]))).toBe(false);
    expect(() => callInvitation({ ...invitation, id: 'a\r\nX:1' })).toThrow('number of a call');
  });
});

describe('the feed', () => {
  it('has every call under the UID of its invitation, and says how often to look', () => {
    const calls = [
      invitation,
      { ...invitation, id: 'b', starts: '2027-07-01T13:00:00Z', ends: '2027-07-01T13:20:00Z' },
    ];
    const file = callFeed(calls, 'Europe/London', now);
    expect(read(file).uids).toEqual([...read(callInvitation(invitation).content).uids, 'b@counsellor.call.quiet-room']);
    expect([read(file).method, read(file).zones]).toEqual(['PUBLISH', ['Europe/London']]);
    expect(file).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n');
    expect(file).not.toMatch(/ATTENDEE|ORGANIZER/);
  });

  it('is a whole calendar without any call', () => {
    expect(new ICAL.Component(ICAL.parse(callFeed([], 'Europe/London', now))).getAllSubcomponents()).toEqual([]);
  });
});

describe('the reader’s calendar', () => {
  it('is published, discreet, in the reader’s zone, with what is needed to join', () => {
    const { type, content } = readerCalendarAttachment(readerCall);
    expect(type).toBe('text/calendar; charset=utf-8; method=PUBLISH');
    const { method, zones, starts, ends, value } = read(content);
    expect([method, zones]).toEqual(['PUBLISH', ['America/New_York']]);
    expect([starts, ends]).toEqual([entry.starts, entry.ends]);
    expect([value('summary'), value('class'), value('attendee')]).toEqual(['Call', 'PRIVATE', null]);
    expect(value('description')).toBe('Online\n\nhttps://meet.example/quiet\nNo account needed.');
  });

  it('is cancelled under the same UID, without the joining details', () => {
    const cancelled = read(readerCalendar({ ...readerCall, isCancelled: true, sequence: 3 }));
    expect(cancelled.uids).toEqual(read(readerCalendar(readerCall)).uids);
    expect([cancelled.method, cancelled.value('status'), cancelled.event.sequence]).toEqual([
      'PUBLISH',
      'CANCELLED',
      3,
    ]);
    expect(cancelled.value('description')).not.toContain('meet.example');
  });

  it.each([...timeZones, 'Asia/Kathmandu', 'Australia/Lord_Howe', 'US/Eastern', 'Etc/GMT+5', 'UTC'])(
    'has the right time in %s',
    (timeZone) => {
      for (const starts of ['2027-03-30T09:00:00.000Z', '2027-12-01T16:30:00.000Z']) {
        const ends = new Date(Date.parse(starts) + 20 * 60_000).toISOString();
        expect(read(readerCalendar({ ...readerCall, timeZone, starts, ends }))).toMatchObject({ starts, ends });
      }
    },
  );
});
