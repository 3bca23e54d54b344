import { describe, expect, it } from 'vitest';
import { kindOf, reasonAgainst } from './file-kinds';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const jpeg = bytes('\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0\u0001');
const png = bytes('\u0089PNG\r\n\u001a\n\0\0\0\r');
const webp = bytes('RIFF\u0024\0\0\0WEBPVP8 ');
const pdf = bytes('%PDF-1.7\n%âã');
const media = (...brands: string[]) =>
  bytes(`\0\0\0${String.fromCharCode(12 + 4 * brands.length)}ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`);

describe('the kind of an upload', () => {
  it.each([
    [jpeg, 'jpeg', '.jpg'],
    [png, 'png', '.png'],
    [webp, 'webp', '.webp'],
    [pdf, 'pdf', '.pdf'],
  ])('is told by its first bytes (%#)', (start, format, extension) => {
    expect(kindOf(start)).toMatchObject({ format, extension });
  });

  it.each([
    ['HTML', bytes('<!doctype html><title>'), 'pictures must be JPEG, PNG or WebP, and documents PDF.'],
    ['AVIF', media('avif', 'mif1', 'heic'), 'pictures must be JPEG, PNG or WebP'],
    ['a PDF that does not begin as one', bytes('<html>%PDF-1.7'), 'documents PDF'],
    ['a cut beginning', jpeg.subarray(0, 2), 'pictures must be JPEG'],
    ['nothing', Buffer.alloc(0), 'it is empty'],
    ['HEIC', media('heic', 'mif1', 'heic'), 'it is a HEIC picture'],
    ['HEIC of another camera', media('mif1', 'heic'), 'it is a HEIC picture'],
    ['a series in HEIC', media('msf1', 'hevc'), 'it is a HEIC picture'],
    ['a video of an iPhone', media('qt  '), 'it is a video'],
    ['MP4', media('isom', 'iso2', 'mp41'), 'it is a video'],
    ['GIF', bytes('GIF89a/*    '), 'it is a GIF'],
    ['an older GIF', bytes('GIF87a'), 'it is a GIF'],
    ['SVG', bytes('<svg xmlns="http://www.w3.org'), 'it is an SVG drawing'],
    ['SVG with a declaration', bytes('<?xml version="1.0"?>\n<!-- x -->\n<SVG\n'), 'it is an SVG drawing'],
  ])('is none for %s, with a reason', (_what, start, reason) => {
    expect(kindOf(start)).toBeNull();
    expect(reasonAgainst(start)).toContain(reason);
  });
});
