import { describe, expect, it } from 'vitest';
import { createHash, shownName, storableName } from './file-names';

const storedNames: [string, RegExp][] = [
  ['A quiet room.png', /^a_quiet_room_[0-9a-f]{10}$/],
  ['IMG_0012.JPG', /^img_0012_[0-9a-f]{10}$/],
  ['Größe ½.webp', /^groesse_1_2_[0-9a-f]{10}$/],
  ['маяк.jpg', /^mayak_[0-9a-f]{10}$/],
  ['写真.jpg', /^file_[0-9a-f]{10}$/],
  ['🙏🏽.jfif', /^file_[0-9a-f]{10}$/],
  ['___.png', /^file_[0-9a-f]{10}$/],
  ['', /^file_[0-9a-f]{10}$/],
  ['../../etc/passwd', /^etc_passwd_[0-9a-f]{10}$/],
  [`${'long '.repeat(80)}.jpg`, /^[a-z_]{50,60}_[0-9a-f]{10}$/],
];

describe('the name of an upload', () => {
  it.each(storedNames)('is stored as Latin letters and digits, not too many: %j', (name, stored) => {
    expect(createHash(name)).toMatch(stored);
  });
  it('is stored differently each time', () => {
    expect(createHash('a.jpg')).not.toBe(createHash('a.jpg'));
  });
  it.each([
    ['写真.jpg', '写真.jpg'],
    [' \u202egnp.exe\u2066\n.png ', 'gnp.exe.png'],
    ['\u200b\u2800', ''],
    [`${'語'.repeat(300)}.jpeg`, `${'語'.repeat(120)}.jpeg`],
    ['👩‍👧'.repeat(2), '👩‍👧👩‍👧'],
  ])('is shown as it was given, on one line: %j', (name, shown) => {
    expect(shownName(name)).toBe(shown);
  });
  it.each([
    ['写真.JPG', '.jpg', '写真.jpg'],
    ['a/b\\c:d?.jfif', '.jpg', 'a-b-c-d-.jpg'],
    ['scan.pdf', '.pdf', 'scan.pdf'],
    ['really a PDF.jpg', '.pdf', 'really a PDF.pdf'],
    ['.png', '.png', 'file.png'],
    ['no ending', '.webp', 'no ending.webp'],
  ])('%j gets the ending of its content, %s', (name, ending, storable) => {
    expect(storableName(name, ending)).toBe(storable);
  });
});
