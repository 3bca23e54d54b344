import { blocks, picture } from 'shared';
import { describe, expect, it } from 'vitest';
import { blocksOf, pictureOf } from './serialise';

const text = (words: string) => ({ type: 'text', text: words });
const room = {
  hash: 'room',
  url: '/uploads/room.jpg',
  width: 800,
  height: 600,
  alternativeText: 'A room',
  caption: null,
  focalPoint: null,
  formats: null,
};

const sources = (...files: [string, typeof room][]) => ({
  files: new Map(files),
  addresses: { siteUrl: 'https://www.example.org', cmsUrl: 'https://cms.example.org' },
});

describe('blocksOf', () => {
  it('leads no link to the CMS, and shows those that cannot work as their text', () => {
    const link = (url: string) => ({ type: 'link', url, children: [text('here')] });
    const stored = [
      {
        type: 'list',
        children: [
          { type: 'list-item', children: [link('https://cms.example.org/uploads/a_0123456789.pdf')] },
          { type: 'list-item', children: [link('https://cms.example.org/admin')] },
        ],
      },
      { type: 'quote', children: [link('javascript:alert(1)'), link('https://example.org/fees')] },
    ];
    expect(blocksOf(stored, sources())).toMatchObject([
      { children: [{ children: [{ type: 'link', url: '/media/a_0123456789.pdf' }] }, { children: [text('here')] }] },
      { children: [text('here'), { type: 'link', url: '/fees' }] },
    ]);
  });

  it('keeps what the contract knows, nested lists as siblings of their item, and drops the rest', () => {
    const stored = [
      { type: 'heading', level: 3, children: [{ ...text('One'), bold: true, italic: false, id: 5 }] },
      {
        type: 'paragraph',
        children: [
          text('See '),
          { type: 'link', url: 'https://x.example', rel: '', target: '', children: [text('this')] },
        ],
      },
      {
        type: 'list',
        format: 'ordered',
        indentLevel: 0,
        children: [
          { type: 'list-item', children: [text('a')] },
          {
            type: 'list',
            format: 'unordered',
            indentLevel: 1,
            children: [{ type: 'list-item', children: [text('b')] }],
          },
        ],
      },
      { type: 'code', language: 'js', children: [text('x')] },
      { type: 'video', children: [] },
    ];
    const shown = blocksOf(stored, sources());
    expect(blocks.parse(shown)).toEqual(shown);
    expect(shown).toEqual([
      { type: 'heading', level: 3, children: [{ type: 'text', text: 'One', bold: true }] },
      {
        type: 'paragraph',
        children: [text('See '), { type: 'link', url: 'https://x.example', children: [text('this')] }],
      },
      {
        type: 'list',
        format: 'ordered',
        children: [
          { type: 'list-item', children: [text('a')] },
          { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('b')] }] },
        ],
      },
      { type: 'code', children: [text('x')] },
    ]);
  });
  it('shows a picture as it is described today, and none that is gone', () => {
    const image = (hash: string) => ({
      type: 'image',
      image: { hash, alternativeText: 'old words' },
      children: [text('')],
    });
    expect(blocksOf([image('room'), image('gone')], sources(['room', room]))).toMatchObject([
      { type: 'image', image: { url: '/uploads/room.jpg', alt: 'A room' } },
    ]);
  });
  it('is empty for a text that is not there', () => {
    expect(blocksOf(null, sources())).toEqual([]);
  });
});

const file = {
  hash: 'room',
  url: 'https://bucket.example/folder/room_abc.jpg?v=1',
  width: 1600,
  height: 900,
  alternativeText: ' A room ',
  caption: '',
  focalPoint: { x: 30, y: 60 },
  formats: {
    large: { url: '/uploads/large_room_abc.jpg', width: 1200, height: 675, hash: 'x' },
    small: { url: '/uploads/small_room_abc.jpg', width: 480, height: 270 },
  },
};

describe('pictureOf', () => {
  it('names files by their path on the CMS, narrowest first, and nothing else of the record', () => {
    const shown = pictureOf(file);
    expect(picture.strict().parse(shown)).toEqual({
      url: '/uploads/room_abc.jpg',
      width: 1600,
      height: 900,
      alt: 'A room',
      caption: null,
      sizes: [
        { url: '/uploads/small_room_abc.jpg', width: 480, height: 270 },
        { url: '/uploads/large_room_abc.jpg', width: 1200, height: 675 },
      ],
      focus: { x: 30, y: 60 },
    });
  });
  it('is null for no file and for one without a size', () => {
    expect(pictureOf(null)).toBeNull();
    expect(pictureOf({ ...file, width: null })).toBeNull();
    expect(pictureOf({ ...file, formats: null, focalPoint: null })).toMatchObject({ sizes: [], focus: null });
  });
});
