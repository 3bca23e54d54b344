import { describe, expect, it } from 'vitest';
import { changedSecretMessage, changedSecrets, fingerprintOf } from './secret-fingerprints';

const secrets = { LINK_SECRET: 'a'.repeat(40), ENCRYPTION_KEY: 'b'.repeat(40) };
const stored = new Map([
  ['LINK_SECRET', fingerprintOf('LINK_SECRET', secrets.LINK_SECRET)],
  ['ENCRYPTION_KEY', fingerprintOf('ENCRYPTION_KEY', secrets.ENCRYPTION_KEY)],
]);

describe('the fingerprints of the secrets', () => {
  it('are equal for equal secrets only, and differ from secret to secret', () => {
    expect(changedSecrets(secrets, stored)).toEqual([]);
    expect(changedSecrets({ ...secrets, LINK_SECRET: 'c'.repeat(40) }, stored)).toEqual(['LINK_SECRET']);
    expect(fingerprintOf('LINK_SECRET', 'x')).not.toBe(fingerprintOf('ENCRYPTION_KEY', 'x'));
  });

  it('take a secret without a stored fingerprint for a new one', () => {
    expect(changedSecrets(secrets, new Map())).toEqual([]);
  });

  it('do not contain the secret', () => {
    expect(fingerprintOf('LINK_SECRET', 'abcd')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('come with the way back', () => {
    expect(changedSecretMessage('LINK_SECRET')).toMatch(
      /private link .*Put the old value back.*ACCEPT_NEW_SECRETS=true/,
    );
  });
});
