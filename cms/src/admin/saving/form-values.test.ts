import { describe, expect, it } from 'vitest';
import { changedByOther, changedFields, inWords, toRequest, typedSince, withKnownIds } from './form-values';

const relation = { connect: [], disconnect: [] };
const before = {
  title: 'A harbour',
  summary: undefined,
  topics: relation,
  sessions: [{ id: 4, __temp_key__: 'a0', day: '2027-01-09' }],
};

describe('the changed fields of a form', () => {
  it('are those that a person would see changed', () => {
    expect(changedFields(before, { ...before, sessions: [{ day: '2027-01-09' }], summary: null })).toEqual({});
    const topics = { connect: [{ id: 1 }], disconnect: [] };
    expect(changedFields(before, { ...before, title: 'A lighthouse', topics })).toEqual({
      title: 'A lighthouse',
      topics,
    });
  });

  it('are null where something was cleared', () => {
    expect(changedFields(before, { ...before, title: undefined })).toEqual({ title: null });
  });
});

describe('what somebody else changed', () => {
  it('leaves out related entries, which the CMS counts instead of listing them', () => {
    const other = { title: 'A lighthouse', topics: { count: 3 }, sessions: [{ id: 9, day: '2027-01-09' }] };
    expect(changedByOther(before, { ...other, updatedAt: 'later', note: 'New' })).toEqual(['title', 'note']);
  });
});

describe('what was typed while a form was being saved', () => {
  it('is what differs from what was sent', () => {
    const sent = { ...before, title: 'Sent' };
    expect(typedSince(sent, before, sent)).toEqual({});
    expect(typedSince(sent, before, { ...sent, summary: 'Typed on' })).toEqual({ summary: 'Typed on' });
  });
});

describe('a request', () => {
  it('has what the CMS stores, not what the form shows', () => {
    const related = { connect: [{ apiData: { id: 1 }, label: 'A topic' }], disconnect: [] };
    expect(toRequest({ topics: related, at: null })).toEqual({
      topics: { connect: [{ id: 1 }], disconnect: [] },
      at: null,
    });
  });

  it('has no ids of parts that the stored version has lost', () => {
    const mine = {
      sessions: [
        { id: 4, day: 'one' },
        { id: 5, day: 'two' },
      ],
      cover: { id: 7, mime: 'image/png', url: '/a' },
    };
    expect(withKnownIds(mine, { sessions: [{ id: 5, day: 'two' }] })).toEqual({
      sessions: [{ day: 'one' }, { id: 5, day: 'two' }],
      cover: { id: 7, mime: 'image/png', url: '/a' },
    });
  });
});

describe('a value in words', () => {
  it.each([
    [null, 'Nothing'],
    [[], 'Nothing'],
    [true, 'Yes'],
    ['A harbour', 'A harbour'],
    [
      [
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'One ' },
            { type: 'text', text: 'line' },
          ],
        },
      ],
      'One line',
    ],
    [{ mime: 'image/png', url: '/a', name: 'harbour.png', size: 3 }, 'harbour.png'],
    [[{ id: 1, __temp_key__: 'a0', label: 'Full', amount: 48 }], 'Full, 48'],
  ])('%j is “%s”', (value, words) => {
    expect(inWords(value)).toBe(words);
  });
});
