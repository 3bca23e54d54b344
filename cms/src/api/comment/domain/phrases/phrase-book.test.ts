import { describe, expect, it } from 'vitest';
import { PhraseBook, phraseBook } from './phrase-book';

const stands = (phrase: string, sentence: string, lists = {}): boolean =>
  phraseBook([phrase], lists).has(sentence.split(' '));

describe('a phrase', () => {
  it.each([
    ['want to die', 'i want to die', true],
    ['want to die', 'i want to diet', false],
    ['want|wish to die', 'i wish to die', true],
    ['(want to|could) die', 'i could die', true],
    ['(want to|could) die', 'i want die', false],
    ['want [so much] to die', 'i want so much to die', true],
    ['want [so much] to die', 'i want to die', true],
    ['[very|really] tired', 'tired', true],
    ['taken … tablets', 'taken one two three four tablets', true],
    ['taken … tablets', 'taken one two three four five tablets', false],
    ['taken … tablets', 'taken tablets', true],
    ['cut*', 'cutting', true],
    ['*@*', 'jo@example', true],
    ['taken # tablets', 'taken 30 tablets', true],
    ['taken # tablets', 'taken thirty tablets', false],
    ['^ want', '^ want', true],
    ['+44', '+44', true],
    ['$*', '$500', true],
    ['(a|(b|c d) e) f', 'c d e f', true],
  ])('%j in %j: %s', (phrase, sentence, expected) => {
    expect(stands(phrase, sentence)).toBe(expected);
  });

  it('takes the words of a list, and of lists in lists', () => {
    const lists = { tablets: ['tablets', 'sleeping pills', '<others>'], others: ['meds'] };
    expect(stands('my <tablets>', 'all my sleeping pills', lists)).toBe(true);
    expect(stands('my <tablets>', 'all my meds', lists)).toBe(true);
    expect(stands('my <tablets>', 'all my cats', lists)).toBe(false);
  });

  it.each(['<nothing>', '(a|b', 'a)… b', 'x(y)', '[a]b'])('%j is refused', (phrase) => {
    expect(() => phraseBook([phrase])).toThrow(/phrase/);
  });
});

describe('a book', () => {
  it('says which entries stand where', () => {
    const book = new PhraseBook([
      ['want to', 1],
      ['to die', 2],
      ['want … die', 1],
    ]);
    expect(book.find(['i', 'want', 'to', 'die'])).toEqual([
      { entry: 1, from: 1, to: 3 },
      { entry: 1, from: 1, to: 4 },
      { entry: 2, from: 2, to: 4 },
    ]);
  });
  it('finds the same again, and does so with words that it has never seen', () => {
    const book = phraseBook(['a … b', 'a … c']);
    for (let n = 0; n < 30_000; n += 1) expect(book.has(['a', `x${n}`, n % 2 ? 'b' : 'd'])).toBe(n % 2 === 1);
  });
  it('takes no longer for texts made to be slow', () => {
    const book = phraseBook(Array.from({ length: 300 }, (_, n) => `a … a … a … ${n % 2 ? 'b' : 'a'} … w${n}`));
    const began = performance.now();
    book.find(Array.from({ length: 2_500 }, () => 'a'));
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
