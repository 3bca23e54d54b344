import { describe, expect, it } from 'vitest';
import { feesOf, legalDetailsOf, locationOf } from './facts';
import { factsErrors } from './facts-errors';

describe('feesOf', () => {
  it('reads amounts in pounds as pence, however the database hands them over', () => {
    const fees = [
      { label: ' 50 minutes ', amount: '55.00', concession: 29.9, note: ' ' },
      { label: 'First call', amount: 0, concession: 0 },
    ];
    expect(feesOf({ fees, feesPayment: ' By transfer. ' })).toEqual({
      lines: [
        { label: '50 minutes', pence: 5500, concessionPence: 2990, note: null },
        { label: 'First call', pence: 0, concessionPence: null, note: null },
      ],
      cancellation: null,
      payment: 'By transfer.',
    });
  });

  it('says nothing while nothing is entered', () => {
    expect(feesOf({ fees: null })).toEqual({ lines: [], cancellation: null, payment: null });
  });
});

describe('locationOf', () => {
  it.each([
    [undefined, null, null],
    [null, null, null],
    ['Only the town', null, null],
    ['The part of town', null, 'Headingley'],
    ['The full address', '3 Candlemaker’s Yard', 'Headingley'],
  ])('shows, where %j was chosen, the address %j and the area %j', (showsLocation, address, area) => {
    const stored = { address: '3 Candlemaker’s Yard ', area: ' Headingley' };
    expect(locationOf({ ...stored, ...(showsLocation !== undefined && { showsLocation }) })).toEqual({ address, area });
  });
});

describe('legalDetailsOf', () => {
  it('has null for what is empty', () => {
    expect(legalDetailsOf({ legalName: 'Nora Ashby ', complaints: ' ' })).toEqual({
      name: 'Nora Ashby',
      address: null,
      complaints: null,
      complaintsUrl: null,
    });
  });
});

describe('factsErrors', () => {
  it('asks for each fee, and for a concession that is not more', () => {
    const fields = (fees: unknown) => factsErrors({ fees }, new Date('2027-01-01T00:00:00Z')).map(({ field }) => field);
    expect(
      fields([
        { amount: 55, concession: '30' },
        { amount: 0, concession: 0 },
        { amount: '9', concession: 0 },
      ]),
    ).toEqual([]);
    expect(
      fields([{ label: 'Free for all' }, { amount: '9', concession: 9.5 }, { amount: 9, concession: '10' }]),
    ).toEqual(['fees.0.amount', 'fees.1.concession', 'fees.2.concession']);
    expect(fields(undefined)).toEqual([]);
  });
});
