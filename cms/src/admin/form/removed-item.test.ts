import { describe, expect, it } from 'vitest';
import { itemName, removedBetween, withItemAgain } from './removed-item';

const [first, second, third] = [
  { id: 1, __temp_key__: 'a0', day: '2027-01-09', starts: '10:00' },
  { id: 2, __temp_key__: 'a1', day: '2027-01-16', starts: '10:00' },
  { __temp_key__: 'a2', label: 'Full price', amount: 48 },
];

describe('an item that is taken out of a list', () => {
  it('is found, and nothing else that happens to lists is taken for it', () => {
    const before = { title: 'A', sessions: [first, second], prices: [third] };
    expect(removedBetween(before, { ...before, sessions: [second] })).toEqual({
      field: 'sessions',
      index: 0,
      item: first,
    });
    expect(removedBetween(before, { ...before, sessions: [second, first] })).toBeNull();
    expect(removedBetween(before, { ...before, sessions: [first, second, third] })).toBeNull();
    expect(removedBetween(before, { ...before, title: 'B' })).toBeNull();
    expect(removedBetween(before, { title: 'A' })).toBeNull();
  });

  it('comes back where it was, with its row while that is stored', () => {
    const removed = { field: 'sessions', index: 0, item: first };
    expect(withItemAgain(removed, [second], [first, second])).toEqual([first, second]);
    expect(withItemAgain(removed, [second], [second])).toEqual([{ ...first, id: undefined }, second]);
  });

  it('is called by its day, or by what is written in it', () => {
    expect(itemName({ field: 'sessions', index: 0, item: first })).toBe('Saturday 9 January 2027');
    expect(itemName({ field: 'prices', index: 0, item: third })).toBe('Full price');
    expect(itemName({ field: 'prices', index: 0, item: { __temp_key__: 'a0', label: ' ' } })).toBe('');
  });
});
