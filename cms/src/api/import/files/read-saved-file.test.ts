import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPost } from '#src/api/import/sources/index';
import { decodeText } from './decode-text';
import { readSavedFile } from './read-saved-file';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'quiet-room-'));
});
afterAll(() => rm(dir, { recursive: true }));

const save = async (name: string, content: string | Uint8Array): Promise<string> => {
  const file = path.join(dir, name);
  await writeFile(file, content);
  return file;
};
const now = new Date('2026-11-22T10:00:00Z');
const bring = async (name: string, content: string | Uint8Array) =>
  readPost({ ...(await readSavedFile(await save(name, content))), now });

/** A page as Wix writes it: the post between menus, with a day that no line of it shows. */
const wixHtml = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>On Rest</title>
<link rel="canonical" href="https://old.example/post/on-resting">
<script type="application/ld+json">{"@context":"https://schema.org/","@type":"BlogPosting","headline":"On Rest","datePublished":"2024-07-24T23:30:00.000Z","dateModified":"2024-07-27T09:00:00.000Z","author":{"@type":"Person","name":"Tamsin Reed"}}</script>
<style>p { color: red }</style></head><body><nav>Home Blog</nav><main>
<h1 data-hook="post-title">On Rest – “slowly”</h1><span data-hook="time-ago">vor 3 Tagen</span>
<section data-hook="post-description"><article><div>
<p>Perhaps you know <strong>this</strong>: see <a href="https://old.example/workshops">Workshops</a> &amp; <a href="javascript:alert(1)">more</a>.</p>
<h3>Where it comes from</h3><p><span>© 1986 A. Poet</span></p><p>Comments</p>
<ul><li><p>a cup of tea</p></li><li><p>an <em>open</em> window</p></li></ul>
<figure><img src="https://static.wixstatic.com/media/abc.jpg" alt="A bench by the sea"><figcaption>The bench</figcaption></figure>
<blockquote>No is a complete sentence.</blockquote><iframe src="https://www.youtube.com/embed/x"></iframe>
<table><tr><td>Monday</td><td>closed</td></tr></table><p>That is all. 👩‍👩‍👧</p></div></article></section>
<div data-hook="comments">Jo: Thank you</div></main><footer>© 2024</footer></body></html>`;

const outline = [
  'paragraph:Perhaps you know this: see Workshops & more.',
  'heading:Where it comes from',
  'paragraph:© 1986 A. Poet',
  'paragraph:Comments',
  'list:a cup of tea|an open window',
  'paragraph:The bench',
  'quote:No is a complete sentence.',
  'paragraph:Monday',
  'paragraph:closed',
  'paragraph:That is all. 👩‍👩‍👧',
];
const outlineOf = (post: Awaited<ReturnType<typeof bring>>): string[] =>
  post.body.map((block) => `${block.kind}:${block.kind === 'list' ? block.items.join('|') : block.text}`);

/** `html` as Chrome saves a page in one file. */
const mhtml = (html: string): string =>
  [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://old.example/post/on-resting',
    'Subject: On Rest',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----part"',
    '',
    '',
    '------part',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    Array.from(new TextEncoder().encode(html), (byte) =>
      byte === 0x0a
        ? '\r\n'
        : byte < 0x20 || byte > 0x7e || byte === 0x3d
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
    ).join(''),
    '------part',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '------part--',
    '',
  ].join('\r\n');

/** `html` as Safari saves a page: a binary property list of one dictionary in another. */
function webArchive(html: string): Uint8Array {
  const data = Buffer.from(html);
  const key = (text: string): Buffer => Buffer.concat([Buffer.from([0x5f, 0x10, text.length]), Buffer.from(text)]);
  const objects = [
    Buffer.from([0xd1, 1, 2]),
    key('WebMainResource'),
    Buffer.from([0xd1, 3, 4]),
    key('WebResourceData'),
    Buffer.concat([Buffer.from([0x4f, 0x11, data.length >> 8, data.length & 0xff]), data]),
  ];
  const offsets: number[] = [];
  let at = 8;
  for (const object of objects) {
    offsets.push(at);
    at += object.length;
  }
  const table = Buffer.concat(offsets.map((offset) => Buffer.from([offset >> 8, offset & 0xff])));
  const trailer = Buffer.alloc(32);
  trailer[6] = 2;
  trailer[7] = 1;
  trailer.writeUInt32BE(objects.length, 12);
  trailer.writeUInt32BE(at, 28);
  return Buffer.concat([Buffer.from('bplist00'), ...objects, table, trailer]);
}

describe('a page with Wix’s markup', () => {
  it.each([
    ['a web page', 'page.html', wixHtml],
    ['a page in one file, as Chrome saves it', 'page.mhtml', mhtml(wixHtml)],
    ['a web archive of Safari', 'page.webarchive', webArchive(wixHtml)],
    ['a web page with another name', 'page.txt', `\uFEFF${wixHtml}`],
  ])('is read as it is: %s', async (_, name, content) => {
    const post = await bring(name, content);
    expect(post).toMatchObject({
      title: 'On Rest – “slowly”',
      author: 'Tamsin Reed',
      published: { day: '2024-07-25', sure: true },
      updated: { day: '2024-07-27' },
      oldPath: '/post/on-resting',
      holdBack: null,
    });
    expect(outlineOf(post)).toEqual(outline);
    expect(post.body[0]).toMatchObject({
      runs: [
        { text: 'Perhaps you know ' },
        { text: 'this', bold: true },
        { text: ': see ' },
        { text: 'Workshops', url: 'https://old.example/workshops' },
        { text: ' & more.' },
      ],
    });
    const checks = post.notes.filter(({ kind }) => kind === 'look').map(({ text }) => text);
    expect(checks).toEqual([
      expect.stringContaining('the link “Workshops” leads to a page of the old site'),
      expect.stringContaining(
        'a picture (“A bench by the sea”), https://static.wixstatic.com/media/abc.jpg was not imported; it stood below “an open window”',
      ),
      expect.stringContaining(
        'something embedded (a video, a map or a form), https://www.youtube.com/embed/x was not imported; it stood below “No is a complete sentence.”',
      ),
      expect.stringContaining('the form of a table'),
    ]);
  });
  it('is refused when it shows several posts', async () => {
    const two = wixHtml.replace('<footer>', '<section data-hook="post-description"><p>Another</p></section><footer>');
    await expect(bring('two.html', two)).rejects.toThrow('This page shows several posts.');
  });
});

describe('a page without it', () => {
  const body = '<p>On Rest</p><p>Tamsin Reed</p><p>Jul 25, 2024</p><p>4 min read</p>';
  it('is read by its lines, up to what Wix puts under a post', async () => {
    const post = await bring(
      'page.html',
      `<html><body>${body}<p>Lie <i>down</i>.</p><p>12 views</p><p>0 comments</p></body></html>`,
    );
    expect(outlineOf(post)).toEqual(['paragraph:Lie down.']);
  });
  it('is read from a Word document', async () => {
    const paragraph = (text: string, style = '') =>
      `<w:p>${style}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
    const heading = '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>';
    const xml = (inner: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${inner}`);
    const docx = zipSync({
      '[Content_Types].xml': xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': xml(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': xml(
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${['On Rest', 'Tamsin Reed', '25/07/2024', '4 min read', 'Lie down.'].map((text) => paragraph(text)).join('')}${paragraph('A Slower Pace', heading)}${paragraph('“Rest”')}</w:body></w:document>`,
      ),
    });
    const post = await bring('page.docx', docx);
    expect(post).toMatchObject({ title: 'On Rest', author: 'Tamsin Reed', published: { day: '2024-07-25' } });
    expect(outlineOf(post)).toEqual(['paragraph:Lie down.', 'heading:A Slower Pace', 'quote:“Rest”']);
  });
  it('is read from rich text, as TextEdit saves it', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252\cocoartf2761
\cocoatextscaling0\cocoaplatform0{\fonttbl\f0\fswiss\fcharset0 Helvetica;}
{\colortbl;\red255\green255\blue255;}{\*\expandedcolortbl;;}
\pard\f0\fs24 \cf0 On Rest\
- Tamsin Reed\
- Jul 25, 2024\
- 4 min read\
\
We all know \'93this\'94 \uc0\u8211  caf\'e9, {\b rest} \u55357 \u56911 .\
{\listtext	\uc0\u8226 	}a cup of tea\
{\field{\*\fldinst{HYPERLINK "https://rest.example/"}}{\fldrslt See my page}}.\
\{That\} is all.}`;
    const post = await bring('page.rtf', rtf);
    expect(post).toMatchObject({ title: 'On Rest', author: 'Tamsin Reed', published: { day: '2024-07-25' } });
    expect(outlineOf(post)).toEqual([
      'paragraph:We all know “this” – café, rest 🙏.',
      'list:a cup of tea',
      'paragraph:See my page.',
      'paragraph:{That} is all.',
    ]);
    expect(post.body[2]).toMatchObject({
      runs: [{ text: 'See my page', url: 'https://rest.example/' }, { text: '.' }],
    });
  });
});

describe('a file that can’t be imported', () => {
  const way = 'open the post in a browser, save it there as a web page, and import that file.';
  it.each([
    ['nothing', '', 'it is empty.'],
    ['only spaces', ' \n\uFEFF \n', 'it is empty.'],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
      `it is a picture, in which words can’t be read; ${way}`,
    ],
    [
      'a photo',
      Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]),
      `it is a picture, in which words can’t be read; ${way}`,
    ],
    ['a PDF', '%PDF-1.7\n', `it is a PDF, which knows only where each letter stands on paper; ${way}`],
    [
      'an old Word document',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      'it is an old Word document (.doc); open it in Word, save it as .docx, and import that file.',
    ],
    [
      'an archive',
      zipSync({ 'post.txt': strToU8('On Rest') }),
      'it is a ZIP archive; unpack it and import the files that are in it.',
    ],
    ['a spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), `it is a spreadsheet; ${way}`],
    [
      'a damaged Word document',
      zipSync({ 'word/document.xml': strToU8('<w') }),
      'it is a Word document, but it is damaged or has no text; save the page once more, or copy its text into a plain text file.',
    ],
    [
      'a damaged web archive',
      'bplist00',
      'it is a web archive of Safari, but it is damaged or has no text; save the page once more, or copy its text into a plain text file.',
    ],
    ['other bytes', Uint8Array.from([1, 2, 3, 0, 0, 5]), `it is not a text file; ${way}`],
    [
      'a very long file',
      'word '.repeat(250_000),
      'it is larger than a megabyte, but the text of a post is only a few pages long.',
    ],
  ])('is refused in one sentence that names it: %s', async (_, content, reason) => {
    await expect(bring('page.txt', content)).rejects.toThrow(`“page.txt” can’t be imported: ${reason}`);
  });
  it('is what is not there, and folders', async () => {
    await expect(readSavedFile(path.join(dir, 'nothing.txt'))).rejects.toThrow(
      '“nothing.txt” can’t be imported: there is no such file.',
    );
    await expect(readSavedFile(dir)).rejects.toThrow('it is a folder, not a file.');
    await expect(readSavedFile('/dev/null')).rejects.toThrow('it is not a regular file.');
  });
});

describe('decodeText', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const don = [0x64, 0x6f, 0x6e];
  it.each([
    ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0x41), 'A'],
    ['UTF-16 with its mark', bytes(0xff, 0xfe, 0x41, 0, 0x1c, 0x20), 'A“'],
    ['UTF-16 without it', Uint8Array.from(Buffer.from('A cup of tea', 'utf16le')), 'A cup of tea'],
    ['Windows', bytes(0x93, 0x41, 0x94), '“A”'],
    ['Windows, within a word', bytes(...don, 0x92, 0x74), 'don’t'],
    ['the Macintosh', bytes(...don, 0xd5, 0x74), 'don’t'],
    ['the Macintosh, quotations', bytes(0xd2, 0x41, 0xd3, 0x20, 0xd0, 0x20, 0x63, 0x61, 0x66, 0x8e), '“A” – café'],
    ['Windows, a word in French', bytes(0x63, 0x61, 0x66, 0xe9), 'café'],
    ['Windows, a sum', bytes(0xa3, 0x32, 0x30), '£20'],
  ])('reads %s', (_, content, text) => {
    expect(decodeText(content)).toBe(text);
  });
});
