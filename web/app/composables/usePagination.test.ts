import { describe, expect, it } from 'vitest';
import { pagePath, paginationItems, parsePageNumber } from './usePagination';

describe('parsePageNumber', () => {
  it('returns the first page when the query has no number', () => {
    expect(parsePageNumber(undefined)).toBe(1);
    expect(parsePageNumber('7')).toBe(7);
  });
  it.each(['0', '-1', '01', '1.5', 'two', '', '1e3', '999999', ['1', '2'], null])('rejects %j', (query) => {
    expect(parsePageNumber(query)).toBeNull();
  });
});

describe('pagePath', () => {
  it('has no number for the first page', () => {
    expect([1, 2].map((page) => pagePath('/blog', page))).toEqual(['/blog', '/blog?page=2']);
    expect(pagePath('/workshops', 3, 'past')).toBe('/workshops?past=3');
  });
});

describe('paginationItems', () => {
  it.each([
    { current: 1, count: 1, shown: [1] },
    { current: 1, count: 4, shown: [1, 2, 3, 4] },
    { current: 1, count: 9, shown: [1, 2, null, 9] },
    { current: 5, count: 9, shown: [1, null, 4, 5, 6, null, 9] },
    { current: 4, count: 9, shown: [1, 2, 3, 4, 5, null, 9] },
    { current: 9, count: 9, shown: [1, null, 8, 9] },
    { current: 1, count: 0, shown: [] },
  ])('lists $shown on page $current of $count', ({ current, count, shown }) => {
    expect(paginationItems(current, count)).toEqual(shown);
  });
});
