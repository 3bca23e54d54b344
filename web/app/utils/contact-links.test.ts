import { describe, expect, it } from 'vitest';
import { callLink, internationalTelLink, smsLink, telLink, webcalUrl } from './contact-links';

describe('contact links', () => {
  it('call short numbers and relay numbers as they are written', () => {
    expect(telLink('116 123')).toBe('tel:116123');
    expect(telLink('18001 0808 808 8000')).toBe('tel:1800108088088000');
  });

  it.each([
    ['0114 496 0123', 'tel:+441144960123'],
    ['+44 (0114) 496', 'tel:+440114496'],
    ['00353 1 234', 'tel:003531234'],
  ])('call %s from any country', (number, link) => {
    expect(internationalTelLink(number)).toBe(link);
  });

  it('open a text message with and without a keyword', () => {
    expect(smsLink({ text: '85258', keyword: 'SHOUT' })).toBe('sms:85258?body=SHOUT');
    expect(smsLink({ text: '88 247', keyword: null })).toBe('sms:88247');
    expect(smsLink({ text: null, keyword: 'A & B' })).toBe('sms:?body=A%20%26%20B');
  });

  it('lead to the booking page, or to how to start where there is none', () => {
    expect(callLink({ bookingUrl: 'https://book.example/nora' })).toEqual({
      href: 'https://book.example/nora',
      rel: 'noopener noreferrer',
    });
    expect(callLink({ bookingUrl: null })).toEqual({ href: '/#start' });
  });

  it('subscribe to a calendar on any port', () => {
    expect(webcalUrl('http://localhost:3000', '/workshops/calendar.ics')).toBe(
      'webcal://localhost:3000/workshops/calendar.ics',
    );
  });
});
