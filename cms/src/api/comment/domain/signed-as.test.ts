import { describe, expect, it } from 'vitest';
import { signedAs } from './signed-as';

const own = { counsellor: 'Nora Ashby', practice: 'Quiet Room Counselling' };

describe('signedAs', () => {
  it.each([
    'Nora Ashby',
    'nora ashby',
    'NORA  ASHBY',
    ' Nora\u00a0Ashby ',
    'NoraAshby',
    'N o r a A s h b y',
    'Nora Ashby ✓',
    '✨Nora Ashby✨',
    'Nora Ashby!',
    'Nora_Ashby',
    'Nora-Ashby',
    'Ashby, Nora',
    'N. Ashby',
    'Nora Ashby (counsellor)',
    'The real Nora Ashby',
    'NoraAshbyTherapist',
    'TheRealNoraAshby',
    'noraashbycounselling',
    'Nora Jane Ashby',
    'Nóra Àshby',
    'Nora\u200bAshby',
    'No\u200bra Ash\u00adby',
    'Nоra Аshby',
    'Νοra Ashbу',
    'Nօra Asհby',
    'ＮＯＲＡ ＡＳＨＢＹ',
    '𝓝𝓸𝓻𝓪 𝓐𝓼𝓱𝓫𝔂',
    'ɴᴏʀᴀ ᴀsʜʙʏ',
    '🅝🅞🅡🅐 🅐🅢🅗🅑🅨',
    'N0ra A5hby',
    'Иora Ashby',
    '\u202eNora Ashby',
  ])('“%s” is the counsellor’s name', (name) => {
    expect(signedAs(name, own)).toBe('counsellor');
  });

  it.each(['Quiet Room', 'quiet room counselling', 'QuietRoom', 'Quiet Room team', 'Quïet Rооm'])(
    '“%s” is the practice’s name',
    (name) => {
      expect(signedAs(name, own)).toBe('practice');
    },
  );

  it.each([
    'Nora',
    'Ashby',
    'Nora A.',
    'Leonora Ashby-Smith',
    'Norah Ashton',
    'Robin',
    'Quiet one',
    'Room',
    '✓',
    '',
    '!!!',
  ])('“%s” is a name of its own', (name) => {
    expect(signedAs(name, own)).toBeNull();
  });

  it('compares a name of one word as a whole, besides what says who somebody is', () => {
    const short = { counsellor: 'Nora', practice: null };
    expect(['Nora', 'NORA ✓', 'Nora, your counsellor'].map((name) => signedAs(name, short))).toEqual(
      Array.from({ length: 3 }, () => 'counsellor'),
    );
    expect(['Nora Smith', 'Leonora', 'Counsellor'].map((name) => signedAs(name, short))).toEqual([null, null, null]);
  });

  it('knows that “rn” looks like “m” and “l” like “I”', () => {
    const other = { counsellor: 'Tom Illman', practice: null };
    expect(signedAs('Torn lIlman', other)).toBe('counsellor');
  });

  it('finds nothing where nothing was entered, or the name was removed', () => {
    expect(signedAs('Nora Ashby', { counsellor: null, practice: null })).toBeNull();
    expect(signedAs('Nora Ashby', { counsellor: '', practice: ' ' })).toBeNull();
    expect(signedAs(null, own)).toBeNull();
  });
});
