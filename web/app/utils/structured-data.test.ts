import type { Workshop } from 'shared';
import { describe, expect, it } from 'vitest';
import { breadcrumbData, jsonLd, workshopData } from './structured-data';

const workshop: Workshop = {
  id: 'w1',
  slug: 'quieter-nights',
  title: 'Quieter nights',
  summary: 'A morning.',
  state: 'open',
  timeZone: 'Europe/London',
  namesZone: false,
  format: 'in person',
  sessions: [{ starts: '2026-06-13T09:00:00.000Z', ends: '2026-06-13T12:00:00.000Z' }],
  venue: { name: 'The Quiet Room', address: '14 Weavers Yard\nSheffield S3 0XX' },
  prices: [
    { key: '4800-standard-00', label: 'Standard', pence: 4800, note: null },
    { key: '2450-concession0', label: 'Concession', pence: 2450, note: null },
  ],
  seatsLeft: null,
  changes: [],
  cancelledAt: null,
  cover: null,
  description: [],
  audience: null,
  facilitator: null,
  mapUrl: null,
  capacity: 12,
  programme: [],
  cpdHours: 3,
  opens: null,
  closes: '2026-06-13T09:00:00.000Z',
  cancellationTerms: null,
  howToPay: null,
  deletedOn: '2026-09-11',
  cancelled: null,
  seo: { title: null, description: null, image: null, noindex: false },
};
const practice = { name: 'Quiet Room', counsellor: 'Nora Ashby' };
const dataOf = (over: Partial<Workshop> = {}) =>
  workshopData({ ...workshop, ...over }, practice, 'https://example.org');

describe('the structured data of a workshop', () => {
  it('has its times, place, prices and host', () => {
    expect(dataOf()).toMatchObject({
      '@type': 'Event',
      url: 'https://example.org/workshops/quieter-nights',
      startDate: '2026-06-13T10:00:00+01:00',
      endDate: '2026-06-13T13:00:00+01:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: { '@type': 'Place', name: 'The Quiet Room', address: '14 Weavers Yard, Sheffield S3 0XX' },
      offers: [
        { name: 'Standard', price: '48.00', priceCurrency: 'GBP', availability: 'https://schema.org/InStock' },
        { name: 'Concession', price: '24.50' },
      ],
      performer: { name: 'Nora Ashby' },
      isAccessibleForFree: false,
    });
  });

  it('has a virtual location where it is online, and both where it is both', () => {
    expect(dataOf({ format: 'online', venue: null })).toMatchObject({
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: { '@type': 'VirtualLocation' },
    });
    expect(dataOf({ format: 'both' })).toMatchObject({
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      location: [{ '@type': 'Place' }, { '@type': 'VirtualLocation' }],
    });
  });

  it('is free where there is no price', () => {
    expect(dataOf({ prices: [] })).toMatchObject({ isAccessibleForFree: true, offers: [{ price: '0.00' }] });
  });

  it.each([
    ['cancelled', 'EventCancelled', 'SoldOut'],
    ['full', 'EventScheduled', 'SoldOut'],
    ['not yet open', 'EventScheduled', 'InStock'],
  ] as const)('marks a workshop that is %s as %s and %s', (state, status, availability) => {
    expect(dataOf({ state })).toMatchObject({
      eventStatus: `https://schema.org/${status}`,
      offers: [{ availability: `https://schema.org/${availability}` }, {}],
    });
  });

  it('says that a moved workshop was rescheduled, and from when', () => {
    const at = '2026-05-01T10:00:00.000Z';
    const changes: Workshop['changes'] = [
      { kind: 'moved', at, from: '2026-04-01T09:00:00.000Z' },
      { kind: 'moved', at, from: '2026-06-06T09:00:00.000Z' },
      { kind: 'place', at, from: '2026-06-13T09:00:00.000Z' },
    ];
    expect(dataOf({ changes })).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      previousStartDate: '2026-06-06T10:00:00+01:00',
    });
    expect(dataOf({ changes, state: 'cancelled' })).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
    expect(dataOf()).not.toHaveProperty('previousStartDate');
    // Only a later session has moved.
    const later: Workshop['changes'] = [{ kind: 'moved', at, from: '2026-06-13T09:00:00.000Z' }];
    expect(dataOf({ changes: later })).toMatchObject({ eventStatus: 'https://schema.org/EventScheduled' });
  });

  it('lists its sessions as sub-events with their own times', () => {
    const sessions = [...workshop.sessions, { starts: '2026-11-14T10:00:00.000Z', ends: '2026-11-14T13:00:00.000Z' }];
    expect(dataOf({ sessions })).toMatchObject({
      endDate: '2026-11-14T13:00:00+00:00',
      subEvent: [{ startDate: '2026-06-13T10:00:00+01:00' }, { startDate: '2026-11-14T10:00:00+00:00' }],
    });
    expect(dataOf()).not.toHaveProperty('subEvent');
  });
});

describe('structured data in a page', () => {
  it('cannot end the script element that contains it', () => {
    const data = breadcrumbData('https://example.org', [['</script><script>alert(1)</script><!--', '/']]);
    const text = jsonLd(data);
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual(data);
  });

  it('numbers the breadcrumbs from 1 with whole URLs', () => {
    const steps = [
      ['Writing', '/blog'],
      ['Rest', '/blog/rest'],
    ] as const;
    expect(breadcrumbData('https://example.org', steps)).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, name: 'Writing', item: 'https://example.org/blog' },
        { position: 2, name: 'Rest', item: 'https://example.org/blog/rest' },
      ],
    });
  });
});
