import { describe, expect, it } from 'vitest';
import { looksTheSame } from './visible-value.js';

describe('two values of a field', () => {
  it.each([
    ['nothing in three spellings', undefined, null],
    ['an empty line and nothing', '', null],
    ['ids and the order of rows in a form', [{ id: 1, __temp_key__: 'a0', label: 'Full' }], [{ label: 'Full' }]],
    ['the order of names', { day: '2027-01-09', starts: '10:00' }, { starts: '10:00', day: '2027-01-09' }],
    ['times with and without seconds', [{ starts: '10:00:00.000' }], [{ starts: '10:00:00' }]],
    ['what a new form leaves out', { label: 'Full', note: null }, { label: 'Full' }],
  ])('look the same: %s', (_what, one, other) => {
    expect(looksTheSame(one, other)).toBe(true);
  });

  it.each([
    ['other text', 'A harbour', 'A lighthouse'],
    ['no and nothing', false, null],
    ['another order of rows', [{ label: 'Full' }, { label: 'Half' }], [{ label: 'Half' }, { label: 'Full' }]],
    ['one row more', [{ label: 'Full' }], []],
    ['zero and nothing', 0, null],
    ['times of day', '10:00:00', '10:00:30'],
  ])('differ: %s', (_what, one, other) => {
    expect(looksTheSame(one, other)).toBe(false);
  });
});
