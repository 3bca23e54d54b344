import { describe, expect, it } from 'vitest';
import { kindOf } from './admit-upload';

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]);
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
const webp = Buffer.from('RIFF\u0024\0\0\0WEBPVP8 ', 'latin1');
const pdf = Buffer.from('%PDF-1.7\n%âã', 'latin1');

describe('the kind of an upload', () => {
  it.each([
    [jpeg, '.jpg', 'image/jpeg', 'jpeg'],
    [jpeg, '.jpeg', 'image/jpeg', 'jpeg'],
    [png, '.png', 'image/png', 'png'],
    [webp, '.webp', 'image/webp', 'webp'],
    [pdf, '.pdf', 'application/pdf', 'pdf'],
  ])('is told when bytes, name and type agree (%#)', (start, extension, declared, format) => {
    expect(kindOf(start, extension, declared)?.format).toBe(format);
  });

  it.each([
    ['HTML named .png', Buffer.from('<!doctype html><title>'), '.png', 'image/png'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org'), '.svg', 'image/svg+xml'],
    ['SVG named .png', Buffer.from('<svg xmlns="http://www.w3.org'), '.png', 'image/png'],
    ['AVIF', Buffer.from('\0\0\0 ftypavif', 'latin1'), '.avif', 'image/avif'],
    ['GIF', Buffer.from('GIF89a/*    '), '.gif', 'image/gif'],
    ['GIF named .jpg', Buffer.from('GIF89a/*    '), '.jpg', 'image/jpeg'],
    ['a JPEG named .png', jpeg, '.png', 'image/png'],
    ['a JPEG named .html', jpeg, '.html', 'image/jpeg'],
    ['a JPEG sent as text', jpeg, '.jpg', 'text/html'],
    ['a PDF that does not begin as one', Buffer.from('<html>%PDF-1.7'), '.pdf', 'application/pdf'],
    ['nothing', Buffer.alloc(0), '.png', 'image/png'],
  ])('is none for %s', (_what, start, extension, declared) => {
    expect(kindOf(start, extension, declared)).toBeNull();
  });
});
