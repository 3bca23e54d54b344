import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { spreadsheet } from './spreadsheet';

const partsOf = async (rows: Parameters<typeof spreadsheet>[1]): Promise<string> => {
  const files = unzipSync(new Uint8Array(await spreadsheet('Participants', rows)));
  const named = Object.entries(files).filter(([name]) => /sheet1\.xml$|sharedStrings\.xml$/.test(name));
  return named.map(([, bytes]) => new TextDecoder().decode(bytes)).join('\n');
};

describe('a workbook', () => {
  it('has every text as text, whatever a spreadsheet would make of it, and numbers as numbers', async () => {
    const typed = ['447700900123', '3/4', '2026-11-26', 'TRUE', '=1+1', '@SUM(A1)', 'Zoë <b> & "co"\n🙏', 'a\u0000b'];
    const xml = await partsOf([['Text'], ...typed.map((text) => [text]), [48.5], [null]]);
    for (const text of [
      '447700900123',
      '3/4',
      '2026-11-26',
      'TRUE',
      '=1+1',
      '@SUM(A1)',
      'Zoë &lt;b&gt; &amp; ',
      '🙏',
      'ab',
    ])
      expect(xml).toContain(text);
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml.match(/<c [^>]*><v>48\.5<\/v>/)).not.toBeNull();
    expect(xml).not.toContain('\u0000');
  });
});
