import type { Practice } from 'shared';
import { describe, expect, it } from 'vitest';
import { practiceData } from './practice-data';

describe('the data of the practice', () => {
  const known: Partial<Practice> = {
    name: 'Quiet Room',
    counsellor: 'Nora Ashby',
    description: 'Counselling in Sheffield.',
    email: 'hello@example.org',
    phone: '0114 496 0123',
    address: '14 Weavers Yard\nSheffield S3 0XX',
    area: null,
    room: { stepFree: null, access: null, toilet: null, transport: null, parking: null, waiting: null, expect: null },
    town: 'Sheffield',
    legal: { name: null, address: null, complaints: null, complaintsUrl: null },
    picture: null,
    bookingUrl: null,
    calls: { isOpen: false, keepDays: 14 },
    credentials: [],
    fees: { lines: [], cancellation: null, payment: null },
  };
  const practiceOf = (over: Partial<Practice>) =>
    practiceData({ ...known, ...over } as Practice, 'https://example.org') as unknown as Record<string, unknown>;

  it('have a number with its country code, and each part of the address once', () => {
    expect(practiceOf({})).toMatchObject({
      '@type': 'LocalBusiness',
      telephone: '+441144960123',
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'GB',
        streetAddress: '14 Weavers Yard',
        addressLocality: 'Sheffield',
        postalCode: 'S3 0XX',
      },
    });
    expect(practiceOf({ address: 'Room 2, 14 Weavers Yard, s30xx' })).toMatchObject({
      address: { streetAddress: 'Room 2, 14 Weavers Yard', postalCode: 'S30XX' },
    });
  });

  it('say where a call can be booked', () => {
    const calls = { isOpen: true, keepDays: 14 };
    expect(practiceOf({})).not.toHaveProperty('potentialAction');
    expect(practiceOf({ calls })).toMatchObject({
      potentialAction: { '@type': 'ReserveAction', target: 'https://example.org/book' },
    });
    expect(practiceOf({ bookingUrl: 'https://book.example/nora' })).toMatchObject({
      potentialAction: { target: 'https://book.example/nora' },
    });
  });

  it('name what the counsellor holds, and insurance and fees to nobody', () => {
    const membership = {
      kind: 'membership' as const,
      title: 'Registered member MBACP',
      body: 'BACP',
      number: '000000',
      url: 'https://register.example/1',
      renewsOn: null,
      checked: null,
    };
    const diploma = {
      ...membership,
      kind: 'qualification' as const,
      title: 'Diploma',
      body: null,
      number: null,
      url: null,
    };
    const credentials = [membership, diploma, { ...membership, kind: 'insurance' as const }];
    expect(practiceOf({ credentials })['founder']).toEqual({
      '@type': 'Person',
      name: 'Nora Ashby',
      hasCredential: [
        {
          '@type': 'EducationalOccupationalCredential',
          name: 'Registered member MBACP',
          recognizedBy: { '@type': 'Organization', name: 'BACP' },
          identifier: '000000',
          url: 'https://register.example/1',
        },
        { '@type': 'EducationalOccupationalCredential', name: 'Diploma' },
      ],
      memberOf: [{ '@type': 'Organization', name: 'BACP' }],
    });
  });

  it('have an offer for each fee and each concession, with whether there is space', () => {
    const line = { label: '50 minutes', pence: 5500, concessionPence: 3000, note: null };
    const fees = {
      lines: [line, { ...line, label: 'First call', pence: 0, concessionPence: null }],
      cancellation: null,
      payment: null,
    };
    const availability: Practice['availability'] = {
      state: 'full',
      from: null,
      note: null,
      updated: '2026-11-01T09:00:00.000Z',
    };
    expect(practiceOf({ fees, availability })).toMatchObject({
      priceRange: '£30–£55',
      makesOffer: [
        { name: '50 minutes', price: '55.00', priceCurrency: 'GBP', availability: 'https://schema.org/SoldOut' },
        { name: '50 minutes (concession)', price: '30.00' },
        { name: 'First call', price: '0.00' },
      ],
    });
    expect(practiceOf({ availability })).toMatchObject({
      makesOffer: [{ availability: 'https://schema.org/SoldOut' }],
    });
  });

  it.each([
    ['yes', true],
    ['in part', 'partly'],
    ['no', false],
  ] as const)('have step-free access “%s” as %j', (stepFree, value) => {
    const room = { ...known.room, stepFree } as Practice['room'];
    expect(practiceOf({ room })).toMatchObject({ amenityFeature: { name: 'Step-free access', value } });
  });

  it('show no street, and the part of town, where the counsellor wants no more', () => {
    const legal = { name: 'N. Ashby', address: 'c/o somebody', complaints: null, complaintsUrl: null };
    const home = practiceOf({ address: null, area: 'Walkley', legal });
    expect(home).toMatchObject({ areaServed: 'Walkley, Sheffield', legalName: 'N. Ashby' });
    expect(home['address']).toEqual({ '@type': 'PostalAddress', addressCountry: 'GB', addressLocality: 'Sheffield' });
    expect(JSON.stringify(home)).not.toContain('c/o');
  });

  it('invent nothing that is not known', () => {
    const bare = practiceOf({ phone: null, address: null, town: null });
    expect(Object.keys(bare)).toEqual(['@context', '@type', '@id', 'name', 'description', 'url', 'email', 'founder']);
    expect(practiceOf({ address: null })).toMatchObject({
      address: { '@type': 'PostalAddress', addressCountry: 'GB', addressLocality: 'Sheffield' },
    });
  });
});
