import { describe, expect, it } from 'vitest';
import { screenComment } from '#src/api/comment/domain/screening';
import { readSpamExamples } from '#src/api/comment/read-spam-examples';
import { judgeSpam } from './judge-spam';
import type { SpamExample } from './learning/train-spam-filter';
import type { Submission } from './spam-rule';

const examples = readSpamExamples();
const human = examples.filter(({ label }) => label === 'human');
const spam = examples.filter(({ label }) => label === 'spam');

/** Name and text alone: the honeypot is empty, nothing was sent before. */
const screen = ({ name, text }: SpamExample) =>
  screenComment({ name, text, honeypot: false, sameBefore: 0, wordList: [] });

const misjudged = (of: readonly SpamExample[], expected: string) =>
  of
    .map((example) => ({ ...example, result: screen(example) }))
    .filter(({ result }) => result.state !== expected)
    .map(
      ({ name, text, result }) =>
        `${name}: ${text} -> ${result.spamReasons.join(' ')} ${result.care?.reasons.join(' ') ?? ''}`,
    );

describe('example comments', () => {
  it('are as many as docs/reference/spam-and-care.md says, and no two are the same', () => {
    expect([human.length, spam.length]).toEqual([1056, 1013]);
    expect(new Set([...human, ...spam].map(({ text }) => text)).size).toBe(human.length + spam.length);
  });

  it('never go to spam if a person wrote them', { timeout: 60_000 }, () => {
    const lost = misjudged(human, 'waiting');
    expect(lost, lost.join('\n')).toEqual([]);
  });

  it('go to spam if they are spam, at least 97 in 100', { timeout: 60_000 }, () => {
    const missed = misjudged(spam, 'spam');
    expect(
      missed.length / spam.length,
      `missed ${missed.length} of ${spam.length}:\n${missed.join('\n')}`,
    ).toBeLessThanOrEqual(0.03);
  });
});

describe('judgeSpam', () => {
  const ordinary = {
    name: 'Jo',
    text: 'Thank you, this helped me on a wet Tuesday.',
    honeypot: false,
    sameBefore: 0,
  };
  const judged = (some: Partial<Submission>, careFlagged = false) =>
    judgeSpam({ ...ordinary, ...some }, { wordList: [], careFlagged });

  it('adds up what the rules found and tells the weightiest first', () => {
    const { isSpam, reasons, findings } = judged({
      name: 'SEO Services',
      text: 'Have a look at my page about gardens: https://a.example',
    });
    expect(isSpam).toBe(true);
    expect(reasons).toEqual(findings.map(({ reason }) => reason));
    expect(findings.map(({ weight }) => weight)).toEqual(findings.map(({ weight }) => weight).sort((a, b) => b - a));
  });
  it('lets a comment with one suspicion wait, tells it if it weighs enough, and does not tell of one link', () => {
    expect(judged({ text: 'my grandmother always wrote her саsinо postcards in two alphabets' })).toMatchObject({
      isSpam: false,
      reasons: ['It has words that mix the letters of two alphabets.'],
    });
    expect(judged({ text: 'I wrote about the same thing, if you like: https://a.example' })).toMatchObject({
      isSpam: false,
      reasons: [],
      findings: [{ rule: 'links' }],
    });
  });
  it('never sends a comment with a care flag to spam', () => {
    const text = 'This is the same text that came in yesterday, many times.';
    expect(judged({ text, sameBefore: 9 }, true)).toMatchObject({
      isSpam: false,
      reasons: ['The same text, or nearly the same, was sent 9 times in the past week.'],
    });
  });
});
