import { describe, expect, it } from 'vitest';
import {
  ariaCurrent,
  calendarLinks,
  callLink,
  internationalTelLink,
  smsLink,
  takesCalls,
  telLink,
  webcalUrl,
} from './links';

describe('contact links', () => {
  it('call short numbers and relay numbers as they are written', () => {
    expect(telLink('116 123')).toBe('tel:116123');
    expect(telLink('18001 0808 808 8000')).toBe('tel:1800108088088000');
  });

  it.each([
    ['0114 496 0123', 'tel:+441144960123'],
    ['+44 (0)114 496 0123', 'tel:+441144960123'],
    ['+44 0114 496 0123', 'tel:+441144960123'],
    ['+353 1 234', 'tel:+3531234'],
    ['00353 1 234', 'tel:003531234'],
  ])('call %s from any country', (number, link) => {
    expect(internationalTelLink(number)).toBe(link);
  });

  it('open a text message with and without a keyword', () => {
    expect(smsLink({ text: '85258', keyword: 'SHOUT' })).toBe('sms:85258?body=SHOUT');
    expect(smsLink({ text: '88 247', keyword: null })).toBe('sms:88247');
    expect(smsLink({ text: null, keyword: 'A & B' })).toBe('sms:?body=A%20%26%20B');
  });

  it('lead to the booking page, or to the contact page where there is none', () => {
    const calls = { isOpen: true, keepDays: 14 };
    const none = { ...calls, isOpen: false };
    expect(callLink({ bookingUrl: 'https://book.example/nora', calls })).toEqual({
      href: 'https://book.example/nora',
      rel: 'noopener noreferrer',
    });
    expect(callLink({ bookingUrl: null, calls })).toEqual({ href: '/book' });
    expect(callLink({ bookingUrl: null, calls: none })).toEqual({ href: '/contact' });
    expect([takesCalls({ bookingUrl: null, calls }), takesCalls({ bookingUrl: null, calls: none })]).toEqual([
      true,
      false,
    ]);
  });

  it('subscribe to a calendar on any port', () => {
    expect(webcalUrl('http://localhost:3000', '/workshops/calendar.ics')).toBe(
      'webcal://localhost:3000/workshops/calendar.ics',
    );
  });
});

describe('ariaCurrent', () => {
  it.each([
    { path: '/blog', here: '/blog', expected: 'page' },
    { path: '/blog', here: '/blog/', expected: 'page' },
    { path: '/blog', here: '/blog/self-kindness', expected: 'true' },
    { path: '/blog', here: '/blogging', expected: undefined },
    { path: '/', here: '/', expected: 'page' },
    { path: '/', here: '/blog', expected: undefined },
  ])('is $expected for a link to $path on $here', ({ path, here, expected }) => {
    expect(ariaCurrent(path, here)).toBe(expected);
  });
});

const { google, outlook } = calendarLinks({
  title: 'Tea & quiet',
  session: { starts: '2026-06-13T09:00:00.000Z', ends: '2026-06-13T12:00:00.000Z' },
  location: '14 Weavers Yard',
  url: 'https://example.org/workshops/tea',
});

describe('calendar links', () => {
  it('give Google the title, time, place and page', () => {
    const { hostname, searchParams } = new URL(google);
    expect([hostname, Object.fromEntries(searchParams)]).toEqual([
      'calendar.google.com',
      {
        action: 'TEMPLATE',
        text: 'Tea & quiet',
        dates: '20260613T090000Z/20260613T120000Z',
        details: 'https://example.org/workshops/tea',
        location: '14 Weavers Yard',
      },
    ]);
  });

  it('give Outlook the title, time, place and page, without plus signs', () => {
    const { hostname, searchParams } = new URL(outlook);
    expect([hostname, Object.fromEntries(searchParams)]).toEqual([
      'outlook.live.com',
      {
        path: '/calendar/action/compose',
        rru: 'addevent',
        subject: 'Tea & quiet',
        startdt: '2026-06-13T09:00:00.000Z',
        enddt: '2026-06-13T12:00:00.000Z',
        body: 'https://example.org/workshops/tea',
        location: '14 Weavers Yard',
      },
    ]);
    expect(outlook).not.toContain('+');
  });
});
