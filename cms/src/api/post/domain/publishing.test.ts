import { describe, expect, it } from 'vitest';
import { datesAtPublication, namesSomebody, postErrors, updatedForReaders } from './publishing';

const now = '2026-03-02T09:00:00.000Z';
const before = '2026-02-01T09:00:00.000Z';
const body = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
const post = (change: object = {}) => ({
  title: 'Rest',
  contentNote: null,
  body: body('Lie down.'),
  published: null,
  updated: null,
  ...change,
});

describe('datesAtPublication', () => {
  it('sets the date of the first publication', () => {
    expect(datesAtPublication(post(), null, now)).toEqual({ published: now, updated: null });
  });
  it('keeps a date that the counsellor or an import set', () => {
    const dates = { published: before, updated: '2026-02-03T09:00:00.000Z' };
    expect(datesAtPublication(post(dates), null, now)).toEqual(dates);
  });
  it('keeps the first date when it is published again, even if the field was emptied', () => {
    expect(datesAtPublication(post(), post({ published: before }), now)).toEqual({ published: before, updated: null });
  });
  it('sets updated when the words are others, and only then', () => {
    const live = post({ published: before });
    expect(datesAtPublication(post({ published: before, body: body('Sit down.') }), live, now).updated).toBe(now);
    expect(datesAtPublication(post({ published: before, title: 'Play' }), live, now).updated).toBe(now);
    const bold = [
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Lie ' },
          { type: 'text', text: 'down.', bold: true },
        ],
      },
    ];
    expect(datesAtPublication(post({ published: before, body: bold }), live, now).updated).toBeNull();
    expect(datesAtPublication(post({ published: before, contentNote: '' }), live, now).updated).toBeNull();
  });
  it('leaves a date of the update that the counsellor typed', () => {
    const typed = '2026-02-20T09:00:00.000Z';
    const draft = post({ published: before, updated: typed, body: body('Sit down.') });
    expect(datesAtPublication(draft, post({ published: before }), now).updated).toBe(typed);
    expect(datesAtPublication(draft, post({ published: before, updated: typed }), now).updated).toBe(now);
  });
});

describe('updatedForReaders', () => {
  it.each([
    ['2026-07-01T08:00:00.000Z', '2026-07-01T20:00:00.000Z', 'Europe/London', false],
    ['2026-07-01T08:00:00.000Z', '2026-07-01T23:30:00.000Z', 'Europe/London', true],
    ['2026-01-01T08:00:00.000Z', '2026-01-01T23:30:00.000Z', 'Europe/London', false],
    ['2026-07-01T08:00:00.000Z', '2026-07-01T23:30:00.000Z', 'America/New_York', false],
    ['2026-07-01T08:00:00.000Z', '2026-07-01T20:00:00.000Z', 'Asia/Tokyo', true],
  ])('of what was published %s and changed %s, in %s: a later day is shown (%s)', (published, updated, zone, shown) => {
    expect(updatedForReaders(published, updated, zone)).toBe(shown ? updated : null);
  });
  it('shows nothing when there is none, or an earlier one', () => {
    expect(updatedForReaders(now, null, 'Europe/London')).toBeNull();
    expect(updatedForReaders(now, before, 'Europe/London')).toBeNull();
  });
});

describe('namesSomebody', () => {
  it.each([
    [7],
    ['abc'],
    [{ id: 7 }],
    [{ documentId: 'abc' }],
    [['abc']],
    [{ connect: [{ id: 7 }] }],
    [{ set: ['abc'] }],
  ])('%j does', (value) => {
    expect(namesSomebody(value)).toBe(true);
  });
  it.each([
    [undefined],
    [null],
    [''],
    [[]],
    [{}],
    [{ connect: [], disconnect: [] }],
    [{ disconnect: [{ id: 7 }] }],
    [{ set: [] }],
  ])('%j does not', (value) => {
    expect(namesSomebody(value)).toBe(false);
  });
});

const words = [{ type: 'paragraph', children: [{ type: 'text', text: 'Lie down.' }] }];
const image = (hash: string, alternativeText: string | null = null) => ({
  type: 'image',
  image: { hash, alternativeText },
  children: [],
});
const none = new Set<string>();

const today = new Date('2026-11-25T12:00:00.000Z');
const undated = { published: null, updated: null };

describe('postErrors', () => {
  it('asks for nothing when title, words and descriptions are there', () => {
    const draft = {
      title: 'Rest',
      body: [...words, image('a', 'A chair')],
      cover: { alternativeText: 'A window' },
      ...undated,
    };
    expect(postErrors(draft, none, today)).toEqual([]);
    expect(postErrors({ ...draft, cover: null }, none, today)).toEqual([]);
  });
  it('names every problem at once, each with its field', () => {
    const fields = postErrors({ title: ' ', body: null, cover: { alternativeText: ' ' }, ...undated }, none, today).map(
      ({ field }) => field,
    );
    expect(fields).toEqual(['title', 'body', 'cover']);
  });
  it('does not take an empty paragraph for words', () => {
    const body = [{ type: 'paragraph', children: [{ type: 'text', text: '  ' }] }];
    expect(postErrors({ title: 'Rest', body, cover: null, ...undated }, none, today)).toMatchObject([
      { field: 'body' },
    ]);
  });
  it('counts the pictures in the text and takes a description that was added later', () => {
    const draft = {
      title: 'Rest',
      body: [...words, image('a'), image('b', 'A chair'), image('c')],
      cover: null,
      ...undated,
    };
    expect(postErrors(draft, none, today)[0]?.message).toMatch(/^Pictures 1 and 3 in the text have/);
    expect(postErrors(draft, new Set(['a']), today)[0]?.message).toMatch(/^Picture 3 in the text has/);
    expect(postErrors(draft, new Set(['a', 'c']), today)).toEqual([]);
  });
  it.each([
    ['published', '2026-11-25T12:00:01.000Z', /goes up as soon as you publish it.*keep the post as a draft/],
    ['published', '2036-01-01T00:00:00.000Z', /in the future/],
    ['updated', '2026-11-26T00:00:00.000Z', /in the future/],
    ['published', '1925-07-25T00:00:00.000Z', /^Check the year of “Published”: it is 1925\.$/],
    ['published', '0025-07-25T00:00:00.000Z', /it is 25\.$/],
    ['updated', '1989-12-31T00:00:00.000Z', /^Check the year of “Updated”/],
  ])('refuses a post that is %s at %s', (field, value, message) => {
    const draft = { title: 'Rest', body: words, cover: null, ...undated, [field]: value };
    const [error, ...more] = postErrors(draft, none, today);
    expect(more).toEqual([]);
    expect(error?.field).toBe(field);
    expect(error?.message).toMatch(message);
  });
  it('takes any date of the web until now', () => {
    for (const published of ['1990-01-01T00:00:00.000Z', '2026-11-25T12:00:00.000Z'])
      expect(
        postErrors({ title: 'Rest', body: words, cover: null, published, updated: published }, none, today),
      ).toEqual([]);
  });
});
