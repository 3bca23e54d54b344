import { describe, expect, it } from 'vitest';
import { calendarLinks, webcal } from './calendar-links';

const links = calendarLinks({
  title: 'Tea & quiet',
  session: { starts: '2026-06-13T09:00:00.000Z', ends: '2026-06-13T12:00:00.000Z' },
  where: '14 Weavers Yard',
  page: 'https://example.org/workshops/tea',
});

describe('calendar links', () => {
  it('say when, where and what it is', () => {
    const google = new URL(links.google);
    expect([google.hostname, google.searchParams.get('dates'), google.searchParams.get('text')]).toEqual([
      'calendar.google.com',
      '20260613T090000Z/20260613T120000Z',
      'Tea & quiet',
    ]);
    const outlook = new URL(links.outlook);
    expect([outlook.hostname, outlook.searchParams.get('startdt'), outlook.searchParams.get('subject')]).toEqual([
      'outlook.live.com',
      '2026-06-13T09:00:00.000Z',
      'Tea & quiet',
    ]);
    expect(links.outlook).not.toContain('+');
  });

  it('can be followed by a calendar program, on whatever port', () => {
    expect(webcal('http://localhost:3000', '/workshops/calendar.ics')).toBe(
      'webcal://localhost:3000/workshops/calendar.ics',
    );
  });
});
