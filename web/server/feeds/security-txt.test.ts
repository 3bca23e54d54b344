import { describe, expect, it } from 'vitest';
import { securityTxt } from './security-txt';

describe('securityTxt', () => {
  it('is good for five to six months, and changes with the month', () => {
    const { text, changes } = securityTxt('hello@example.org', 'https://example.org', new Date('2026-11-22T10:00:00Z'));
    expect(text).toBe(
      'Contact: mailto:hello@example.org\nExpires: 2027-05-01T00:00:00.000Z\nPreferred-Languages: en\nCanonical: https://example.org/.well-known/security.txt\n',
    );
    expect(changes.toISOString()).toBe('2026-12-01T00:00:00.000Z');
  });
});
