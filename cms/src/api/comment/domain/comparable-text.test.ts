import { describe, expect, it } from 'vitest';
import { comparableText, fingerprint, mixesAlphabets } from './comparable-text';

describe('comparableText', () => {
  it.each([
    ['capitals', 'Thank YOU', 'thank you'],
    ['curly apostrophes and quotation marks', '“It’s” «so» ‘it`s’', `"it's" "so" 'it's'`],
    ['zero-width characters, soft hyphens and control characters', 'ca\u200Bs\u00ADi\u0000no', 'casino'],
    ['Hangul fillers, which are invisible', 'ca\u3164si\u115Fno', 'casino'],
    ['wide letters', 'ｃａｓｉｎｏ', 'casino'],
    ['decorated letters', '𝐜𝐚𝐬𝐢𝐧𝐨', 'casino'],
    ['look-alikes inside a Latin word', 'cаsinо', 'casino'],
    ['a word of another alphabet, which stays', 'казино', 'казино'],
    ['line breaks of Windows and of old Macs', 'a\r\nb\rc\td', 'a\nb\nc\td'],
  ])('%s', (_, text, plain) => {
    expect(comparableText(text)).toBe(plain);
  });
});

describe('comparableText of characters that grow', () => {
  it.each(['…', 'ﷺ', 'ﷻ', '㍿', '㌀', '⅓', '㎞', 'ﬃ', '０', '㉿', '⑽', '㋿'])('is limited: %s', (sign) => {
    const plain = comparableText(sign.repeat(5_000));
    expect([...plain].length).toBeLessThanOrEqual(15_000);
  });
});

describe('mixesAlphabets', () => {
  it.each([
    ['casino', false],
    ['казино', false],
    ['cаsino', true],
    ['βeta', true],
    ['söt', false],
  ])('%s: %s', (word, mixes) => {
    expect(mixesAlphabets(word)).toBe(mixes);
  });
});

describe('fingerprint', () => {
  const words = 'I earned $500 in a week, see how!';
  it.each([
    'i EARNED $900 in a week; see how',
    'I earned  $500\nin a week – see how!!!',
    'I ear\u200Bned $500 in a week, see how',
    'Ｉ earned $500 in a week, see how',
    'I eаrned $5 in a week, séé how',
  ])('is the same for %j', (other) => {
    expect(fingerprint(other)).toBe(fingerprint(words));
  });
  it('differs for different texts', () => {
    expect(fingerprint('I earned $500 in a month, see how!')).not.toBe(fingerprint(words));
    expect(fingerprint('❤️')).not.toBe(fingerprint('🙏'));
    expect(fingerprint('123')).not.toBe(fingerprint('124'));
  });
  it('ignores spaces in a text without letters', () => {
    expect(fingerprint('1 2 3')).toBe(fingerprint('123'));
  });
  it('is 32 hexadecimal digits', () => {
    expect(fingerprint('')).toMatch(/^[\da-f]{32}$/);
  });
});
