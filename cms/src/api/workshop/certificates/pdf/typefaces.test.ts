import { describe, expect, it } from 'vitest';
import { printed, runsOf, unprintable, withoutPictures } from './typefaces';

/** Names as people of many countries write them. */
export const names = [
  'Zoë Nguyễn Thị Ánh Nguyệt',
  'Siân O’Brien-Ŵyn',
  'Łukasz Żółć',
  'Ğülşen İpek Işık',
  'Þórður Æsir',
  'Ștefan Țuțea',
  'Çağla Đorđević',
  'Ọlá Ṣadé Adébáyọ̀',
  'Ōhashi Ēriko',
  'Ḥasan al-Ṭabarī',
  'Ωμέγα Παπαδοπούλου',
  'Έλλη Αΐντα',
  'Наталія Їжакевич',
  'Ёлкин Ђорђе Љиљана',
  'D’Angelo-Müller, PhD',
  'Ǹ Nǹ',
];

describe('the letters of our type', () => {
  it.each(names)('set %s', (name) => {
    expect(unprintable(name)).toEqual([]);
    for (const typeface of ['serif', 'sans', 'italic', 'strongSerif'] as const) {
      const text = runsOf(name, typeface)
        .map((run) => run.text)
        .join('');
      expect(text.normalize()).toBe(name.normalize());
    }
  });

  it('are named when they are missing, each once and whole', () => {
    expect(unprintable('Li 李明 and 李')).toEqual(['李', '明']);
    expect(unprintable('मीरा Meera')).toEqual(['मी', 'रा']);
    expect(unprintable('Jo 👩‍👩‍👧 שרה')).toEqual(
      ['👩👩👧', 'ש', 'ר', 'ה'].flatMap((letter) => (letter.startsWith('👩') ? ['👩', '👧'] : [letter])),
    );
    expect(() => runsOf('李', 'serif')).toThrow('letter');
  });

  it('stay together as long as one file has them', () => {
    expect(runsOf('Jo Lee', 'serif')).toHaveLength(1);
    const files = runsOf('Zoë Nguyễn', 'serif').map((run) => /-1918-([a-z-]+)-400/.exec(run.face.name)?.[1]);
    expect(files).toEqual(['latin', 'vietnamese', 'latin']);
  });

  it('come in the usual form when they were typed in a rare one', () => {
    expect(runsOf('Ｊｏ Ｌｅｅ', 'serif').map((run) => run.text)).toEqual(['Jo Lee']);
    expect(runsOf('Zoe\u0308', 'serif').map((run) => run.text)).toEqual(['Zoë']);
  });
});

describe('a text as it is printed', () => {
  it('has one kind of space and nothing that can’t be seen', () => {
    expect(printed(' Jo\u200b\u202e\n\tLee\u0000\u00a0\u2011 Rae ')).toBe('Jo Lee - Rae');
  });

  it('loses pictures, and no letters', () => {
    expect(printed(withoutPictures('Rest 🌙 and be 🇬🇧 kind 👩‍👩‍👧'))).toBe('Rest and be kind');
    expect(withoutPictures('Rest 1 # * © 李')).toBe('Rest 1 # * © 李');
  });
});
