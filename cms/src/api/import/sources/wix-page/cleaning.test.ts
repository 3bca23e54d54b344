import { describe, expect, it } from 'vitest';
import { tidyTyping } from './cleaning';

describe('tidyTyping', () => {
  it.each([
    ['“ You should be doing more”', '“You should be doing more”'],
    ['“I can’t ”', '“I can’t”'],
    ['And then……… nothing', 'And then… nothing'],
    ['And then.......', 'And then…'],
    ['It helps .And it is free .', 'It helps. And it is free.'],
    ['Rest , then go', 'Rest, then go'],
  ])('%s', (typed, tidy) => {
    const { text, changes } = tidyTyping(typed);
    expect(text).toBe(tidy);
    expect(changes.length).toBeGreaterThan(0);
  });
  it.each([
    'a good idea…in theory!',
    'uncomfortable…even disorienting.',
    'Wait... what?',
    'The end….',
    'motivators—because that’s what we learned',
    "It's about “fixing” you.",
    'see example.com',
    'ten minutes (20–30) - not more',
  ])('leaves her words alone: %s', (typed) => {
    expect(tidyTyping(typed)).toEqual({ text: typed, changes: [], lostLink: null });
  });
  it('puts the words of a lost link where the sentence wants them', () => {
    expect(tidyTyping('on my website .Workshops')).toEqual({
      text: 'on my website: Workshops.',
      changes: ['“website .Workshops” became “website: Workshops.”'],
      lostLink: 'Workshops',
    });
    expect(tidyTyping('it is all here .Book your place now and come').lostLink).toBeNull();
  });
});
