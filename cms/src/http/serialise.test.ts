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

describe('blocksOf', () => {
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
    const shown = blocksOf(stored, new Map());
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
    expect(blocksOf([image('room'), image('gone')], new Map([['room', room]]))).toMatchObject([
      { type: 'image', image: { url: '/uploads/room.jpg', alt: 'A room' } },
    ]);
  });
  it('is empty for a text that is not there', () => {
    expect(blocksOf(null, new Map())).toEqual([]);
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
