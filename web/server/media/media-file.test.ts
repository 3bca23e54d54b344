import { describe, expect, it } from 'vitest';
import { mediaFile } from './media-file';

describe('the upload with a name', () => {
  it.each([
    ['tea_0123456789.jpg', 'image/jpeg'],
    ['thumbnail_A_quiet_room_0a1b2c3d4e.webp', 'image/webp'],
    ['IMG-1_0a1b2c3d4e.JPG', 'image/jpeg'],
    ['fees_0a1b2c3d4e.pdf', 'application/pdf'],
  ])('%s is %s', (name, type) => {
    expect(mediaFile(name)).toMatchObject({ name, contentType: type, isDownload: type === 'application/pdf' });
  });

  it.each([
    'tea.jpg',
    'tea_0123456789.svg',
    'tea_0123456789.html',
    '../tea_0123456789.jpg',
    'a/tea_0123456789.jpg',
    'tea_0123456789.jpg.html',
    'tea_0123456789.constructor',
    '.tea_0123456789.jpg',
    `${'a'.repeat(300)}_0123456789.jpg`,
    '',
    'tea_0123456789.jpg\n',
  ])('%j does not exist', (name) => {
    expect(mediaFile(name)).toBeUndefined();
  });
});
