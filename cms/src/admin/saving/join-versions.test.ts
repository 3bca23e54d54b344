import { describe, expect, it } from 'vitest';
import { isJoinable, joinVersions } from './join-versions';

const blocks = (...texts: string[]) => texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));

describe('two versions of a text', () => {
  it('stand one after the other, with what is the same in both once', () => {
    expect(joinVersions(blocks('Same', 'Mine', 'End'), blocks('Same', 'Theirs', 'More', 'End'))).toEqual(
      blocks('Same', 'Mine', 'Theirs', 'More', 'End'),
    );
    expect(joinVersions('One\nMine', 'One\nTheirs')).toBe('One\nMine\nTheirs');
    expect(joinVersions('Mine', 'Theirs')).toBe('Mine\nTheirs');
  });

  it('lose nothing where one of them only added, took away or is empty', () => {
    expect(joinVersions('A\nA', 'A')).toBe('A\nA');
    expect(joinVersions('A', 'A\nA')).toBe('A\nA');
    expect(joinVersions(null, 'Theirs')).toBe('Theirs');
    expect(joinVersions(blocks('Mine'), null)).toEqual(blocks('Mine'));
    expect(joinVersions(blocks('Mine'), blocks('Mine', 'Theirs'))).toEqual(blocks('Mine', 'Theirs'));
  });

  it('can be joined where a field has several lines only', () => {
    expect(['blocks', 'text', 'string', 'date', null].map(isJoinable)).toEqual([true, true, false, false, false]);
  });
});
