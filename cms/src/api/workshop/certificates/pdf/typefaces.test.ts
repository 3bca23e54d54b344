import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { printed, runsOf, unpackWoff, unprintable, withoutPictures } from './typefaces';

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

describe('the fonts of a certificate', () => {
  it.each(names)('have the letters of %s', (name) => {
    expect(unprintable(name)).toEqual([]);
    for (const typeface of ['serif', 'sans', 'italic', 'strongSerif'] as const) {
      const text = runsOf(name, typeface)
        .map((run) => run.text)
        .join('');
      expect(text.normalize()).toBe(name.normalize());
    }
  });

  it('lack letters, which unprintable returns once each and whole', () => {
    expect(unprintable('Li 李明 and 李')).toEqual(['李', '明']);
    expect(unprintable('मीरा Meera')).toEqual(['मी', 'रा']);
    expect(unprintable('Jo 👩‍👩‍👧 שרה')).toEqual(
      ['👩👩👧', 'ש', 'ר', 'ה'].flatMap((letter) => (letter.startsWith('👩') ? ['👩', '👧'] : [letter])),
    );
    expect(() => runsOf('李', 'serif')).toThrow('letter');
  });

  it('change only where one file lacks a letter', () => {
    expect(runsOf('Jo Lee', 'serif')).toHaveLength(1);
    const files = runsOf('Zoë Nguyễn', 'serif').map((run) => /-1918-([a-z-]+)-400/.exec(run.face.name)?.[1]);
    expect(files).toEqual(['latin', 'vietnamese', 'latin']);
  });

  it('print a letter that was typed in a rare form in its usual form', () => {
    expect(runsOf('Ｊｏ Ｌｅｅ', 'serif').map((run) => run.text)).toEqual(['Jo Lee']);
    expect(runsOf('Zoe\u0308', 'serif').map((run) => run.text)).toEqual(['Zoë']);
  });
});

describe('printed text', () => {
  it('has one kind of space and no invisible characters', () => {
    expect(printed(' Jo\u200b\u202e\n\tLee\u0000\u00a0\u2011 Rae ')).toBe('Jo Lee - Rae');
  });

  it('loses emoji, but no letters', () => {
    expect(printed(withoutPictures('Rest 🌙 and be 🇬🇧 kind 👩‍👩‍👧'))).toBe('Rest and be kind');
    expect(withoutPictures('Rest 1 # * © 李')).toBe('Rest 1 # * © 李');
  });
});

const file = (name: string): Buffer => readFileSync(require.resolve(`@fontsource/${name}.woff`));

const glyphsOf = (font: ReturnType<typeof create>): string[] =>
  'layout' in font
    ? font.layout('Office, first').glyphs.map((glyph) => `${glyph.id} ${glyph.advanceWidth} ${glyph.path.toSVG()}`)
    : [];

describe('unpackWoff', () => {
  it.each([
    'brygada-1918/files/brygada-1918-latin-400-normal',
    'brygada-1918/files/brygada-1918-vietnamese-400-italic',
    'figtree/files/figtree-latin-400-normal',
  ])('keeps the letters of %s', (name) => {
    const packed = file(name);
    const font = unpackWoff(packed);
    expect(font.length).toBeLessThanOrEqual(packed.readUInt32BE(16));
    expect(glyphsOf(create(font))).toEqual(glyphsOf(create(packed)));
    expect(glyphsOf(create(font)).length).toBeGreaterThan(5);
  });

  it('aligns each table to four bytes', () => {
    const font = unpackWoff(file('figtree/files/figtree-latin-ext-400-normal'));
    const offsets = Array.from({ length: font.readUInt16BE(4) }, (_, index) => font.readUInt32BE(12 + index * 16 + 8));
    expect(offsets.filter((offset) => offset % 4 !== 0)).toEqual([]);
  });

  it('rejects files that are not WOFF', () => {
    expect(() => unpackWoff(Buffer.from('wOF2 and more'))).toThrow('WOFF');
  });
});
