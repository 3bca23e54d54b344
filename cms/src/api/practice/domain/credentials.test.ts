import type { Credential } from 'shared';
import { describe, expect, it } from 'vitest';
import { credentialErrors, credentialsOf, membershipWords, withoutStaleCredentialChecks } from './credentials';

const now = new Date('2027-03-31T12:00:00Z');
const membership: Credential = {
  kind: 'membership',
  title: 'Registered member MBACP',
  body: null,
  number: '000000',
  url: null,
  renewsOn: '2027-03-31',
  checked: null,
};

describe('credentialsOf', () => {
  it('has null for what is empty', () => {
    const stored = { ...membership, title: ' Registered member MBACP ', body: ' ', url: '' };
    expect(credentialsOf([stored])).toEqual([membership]);
    expect(credentialsOf(null)).toEqual([]);
  });
});

describe('membershipWords', () => {
  const words = (...held: Partial<Credential>[]) =>
    membershipWords(
      held.map((over) => ({ ...membership, ...over })),
      'Europe/London',
      now,
    );

  it('are those of memberships that have not lapsed', () => {
    const other = { title: 'Accredited by the NCPS', number: null, renewsOn: null };
    expect(words({}, other)).toBe('Registered member MBACP, no. 000000; Accredited by the NCPS');
    expect(words({ renewsOn: '2027-03-30' }, other)).toBe('Accredited by the NCPS');
    expect(words({ renewsOn: '2027-03-30' }, { kind: 'insurance' }, { kind: 'qualification' })).toBeNull();
  });

  it('leave out what a certificate has no room for', () => {
    expect(words({ title: 'M'.repeat(300), number: '1' }, {})).toBe('M'.repeat(300));
    expect(words({}, { title: 'M'.repeat(280) })).toBe('Registered member MBACP, no. 000000');
  });
});

describe('withoutStaleCredentialChecks', () => {
  const checked = { ...membership, checked: '2027-01-01' };
  it('keeps a day while what was checked stays as it is', () => {
    const renewed = { ...checked, renewsOn: '2028-03-31' };
    expect(withoutStaleCredentialChecks([renewed], [checked], now)).toEqual([renewed]);
    expect(withoutStaleCredentialChecks(undefined, [checked], now)).toBeUndefined();
  });
  it('clears the day when it has changed, unless it was checked today', () => {
    const changed = { ...checked, number: '000001' };
    expect(withoutStaleCredentialChecks([changed], [checked], now)).toEqual([{ ...changed, checked: null }]);
    const again = { ...changed, checked: '2027-03-31' };
    expect(withoutStaleCredentialChecks([again], [checked], now)).toEqual([again]);
  });
});

describe('credentialErrors', () => {
  it('names a check on a day to come', () => {
    expect(credentialErrors([{ checked: '2027-03-31' }, { checked: '2027-04-02' }, {}], now)).toEqual([
      { field: 'credentials.1.checked', message: expect.stringContaining('in the future') as string },
    ]);
  });
});
