import { describe, expect, it } from 'vitest';
import { ring, ringFromAnywhere, text } from './numbers';

describe('links for numbers', () => {
  it('rings short numbers and relay numbers as they are', () => {
    expect(ring('116 123')).toBe('tel:116123');
    expect(ring('18001 0808 808 8000')).toBe('tel:1800108088088000');
  });

  it.each([
    ['0114 496 0123', 'tel:+441144960123'],
    ['+44 (0114) 496', 'tel:+440114496'],
    ['00353 1 234', 'tel:003531234'],
  ])('rings %s from anywhere', (number, link) => {
    expect(ringFromAnywhere(number)).toBe(link);
  });

  it('texts with and without a keyword', () => {
    expect(text({ text: '85258', keyword: 'SHOUT' })).toBe('sms:85258?body=SHOUT');
    expect(text({ text: '88 247', keyword: null })).toBe('sms:88247');
  });
});
