import { describe, expect, it } from 'vitest';
import { callLink, emailLink } from './contact-links';

describe('the links to a person', () => {
  it('call the number without what only groups its digits, and without an extension', () => {
    expect(callLink('+44 (0)20 7946-0123')).toBe('tel:+442079460123');
    expect(callLink('020 7946 0123 ext. 12')).toBe('tel:02079460123');
  });

  it('keep an address from adding anything to the email', () => {
    expect(emailLink('a.b+c@example.org')).toBe('mailto:a.b%2Bc@example.org');
    expect(emailLink('a?bcc=b@example.org')).toBe('mailto:a%3Fbcc%3Db@example.org');
  });
});
