import { describe, expect, it } from 'vitest';
import { mostShared } from './most-shared';

const post = (postId: number, published = postId) => ({ postId, published });

describe('mostShared', () => {
  it('puts those that share more topics first, then the newer ones', () => {
    expect(
      mostShared(
        [
          [post(9), post(4), post(2)],
          [post(7), post(2)],
        ],
        3,
      ),
    ).toEqual([2, 9, 7]);
  });
  it('gives fewer when there are fewer, none for none', () => {
    expect(mostShared([[post(1)], []], 3)).toEqual([1]);
    expect(mostShared([], 3)).toEqual([]);
  });
});
