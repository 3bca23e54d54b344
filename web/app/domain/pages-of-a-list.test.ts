import { describe, expect, it } from 'vitest';
import { pageAddress, pageAsked, pageNumbers } from './pages-of-a-list';

describe('pageAsked', () => {
  it('is the first when nothing is asked for', () => {
    expect(pageAsked(undefined)).toBe(1);
    expect(pageAsked('7')).toBe(7);
  });
  it.each(['0', '-1', '01', '1.5', 'two', '', '1e3', '999999', ['1', '2'], null])('is none for %j', (query) => {
    expect(pageAsked(query)).toBeNull();
  });
});

describe('pageAddress', () => {
  it('has no number for the first', () => {
    expect([1, 2].map((page) => pageAddress('/blog', page))).toEqual(['/blog', '/blog?page=2']);
  });
});

describe('pageNumbers', () => {
  it.each([
    { current: 1, count: 1, shown: [1] },
    { current: 1, count: 4, shown: [1, 2, 3, 4] },
    { current: 1, count: 9, shown: [1, 2, null, 9] },
    { current: 5, count: 9, shown: [1, null, 4, 5, 6, null, 9] },
    { current: 4, count: 9, shown: [1, 2, 3, 4, 5, null, 9] },
    { current: 9, count: 9, shown: [1, null, 8, 9] },
    { current: 1, count: 0, shown: [] },
  ])('page $current of $count', ({ current, count, shown }) => {
    expect(pageNumbers(current, count)).toEqual(shown);
  });
});
