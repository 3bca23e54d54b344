import { describe, expect, it } from 'vitest';
import { whatPostNeeds } from './before-publishing';

const words = [{ type: 'paragraph', children: [{ type: 'text', text: 'Lie down.' }] }];
const image = (hash: string, alternativeText: string | null = null) => ({
  type: 'image',
  image: { hash, alternativeText },
  children: [],
});
const none = new Set<string>();

describe('whatPostNeeds', () => {
  it('asks for nothing when title, words and descriptions are there', () => {
    const draft = { title: 'Rest', body: [...words, image('a', 'A chair')], cover: { alternativeText: 'A window' } };
    expect(whatPostNeeds(draft, none)).toEqual([]);
    expect(whatPostNeeds({ ...draft, cover: null }, none)).toEqual([]);
  });
  it('names every problem at once, each with its field', () => {
    const fields = whatPostNeeds({ title: ' ', body: null, cover: { alternativeText: ' ' } }, none).map(
      ({ field }) => field,
    );
    expect(fields).toEqual(['title', 'body', 'cover']);
  });
  it('does not take an empty paragraph for words', () => {
    const body = [{ type: 'paragraph', children: [{ type: 'text', text: '  ' }] }];
    expect(whatPostNeeds({ title: 'Rest', body, cover: null }, none)).toMatchObject([{ field: 'body' }]);
  });
  it('counts the pictures in the text and takes a description that was added later', () => {
    const draft = { title: 'Rest', body: [...words, image('a'), image('b', 'A chair'), image('c')], cover: null };
    expect(whatPostNeeds(draft, none)[0]?.message).toMatch(/^Pictures 1 and 3 in the text have/);
    expect(whatPostNeeds(draft, new Set(['a']))[0]?.message).toMatch(/^Picture 3 in the text has/);
    expect(whatPostNeeds(draft, new Set(['a', 'c']))).toEqual([]);
  });
});
