import { picture } from 'shared';
import { describe, expect, it } from 'vitest';
import { pictureOf } from './picture';

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
