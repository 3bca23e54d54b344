import { describe, expect, it } from 'vitest';
import { firstLook } from '../first-look';
import { type Example } from './examples/example';
import { human } from './examples/human';
import { spam } from './examples/spam';

/** Name and words alone: the trap is empty, the stamp fresh, nothing was sent before. */
const lookAt = (example: Example) => firstLook({ ...example, trap: false, stampAgeSeconds: 90, sameBefore: 0, wordList: [] });

const goneWrong = (examples: readonly Example[], expected: string) =>
  examples.map((example) => ({ ...example, look: lookAt(example) })).filter(({ look }) => look.state !== expected)
    .map(({ name, words, look }) => `${name}: ${words} -> ${look.suspicions.join(' ')} ${look.care?.because.join(' ') ?? ''}`);

describe('the written examples', () => {
  it('are enough, and no two are the same', () => {
    expect(human.length).toBeGreaterThanOrEqual(150);
    expect(spam.length).toBeGreaterThanOrEqual(150);
    expect(new Set([...human, ...spam].map(({ words }) => words)).size).toBe(human.length + spam.length);
  });

  it('none of a person goes to spam', () => {
    expect(goneWrong(human, 'waiting')).toEqual([]);
  });

  it('of the spam at least 97 in 100 go there', () => {
    const missed = goneWrong(spam, 'spam');
    expect(missed.length / spam.length, `missed ${missed.length} of ${spam.length}:\n${missed.join('\n')}`).toBeLessThanOrEqual(0.03);
  });
});
