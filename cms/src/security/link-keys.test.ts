import { describe, expect, it } from 'vitest';
import { LinkKeys } from './link-keys';

const keys = new LinkKeys('one secret that is long enough for a test');

describe('keys of links', () => {
  it('verify what they signed, and nothing that was changed', () => {
    const signed = keys.sign('private link', 12, 1);
    expect(signed).toMatch(/^[\w-]{43}$/);
    expect(keys.verify(signed, 'private link', 12, 1)).toBe(true);
    expect(keys.verify(signed, 'private link', 12, 2)).toBe(false);
    expect(keys.verify(signed, 'private link', 1, 21)).toBe(false);
    expect(keys.verify(`${signed}A`, 'private link', 12, 1)).toBe(false);
    expect(keys.verify('', 'private link', 12, 1)).toBe(false);
  });

  it('are another for each purpose and each secret', () => {
    const signed = keys.sign('private link', 12, 1);
    expect(keys.verify(signed, 'mailbox link', 12, 1)).toBe(false);
    expect(new LinkKeys('another secret that is long enough').verify(signed, 'private link', 12, 1)).toBe(false);
  });
});
