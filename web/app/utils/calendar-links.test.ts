import { describe, expect, it } from 'vitest';
import { calendarLinks } from './calendar-links';

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
