import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { unpackWoff } from './woff';

const file = (name: string): Buffer => readFileSync(require.resolve(`@fontsource/${name}.woff`));

const glyphsOf = (font: ReturnType<typeof create>): string[] =>
  'layout' in font
    ? font.layout('Office, first').glyphs.map((glyph) => `${glyph.id} ${glyph.advanceWidth} ${glyph.path.toSVG()}`)
    : [];

describe('unpacking a font', () => {
  it.each([
    'brygada-1918/files/brygada-1918-latin-400-normal',
    'brygada-1918/files/brygada-1918-vietnamese-400-italic',
    'figtree/files/figtree-latin-400-normal',
  ])('%s has the same letters', (name) => {
    const packed = file(name);
    const font = unpackWoff(packed);
    expect(font.length).toBeLessThanOrEqual(packed.readUInt32BE(16));
    expect(glyphsOf(create(font))).toEqual(glyphsOf(create(packed)));
    expect(glyphsOf(create(font)).length).toBeGreaterThan(5);
  });

  it('begins each table at a multiple of four', () => {
    const font = unpackWoff(file('figtree/files/figtree-latin-ext-400-normal'));
    const offsets = Array.from({ length: font.readUInt16BE(4) }, (_, index) => font.readUInt32BE(12 + index * 16 + 8));
    expect(offsets.filter((offset) => offset % 4 !== 0)).toEqual([]);
  });

  it('takes nothing else', () => {
    expect(() => unpackWoff(Buffer.from('wOF2 and more'))).toThrow('WOFF');
  });
});
