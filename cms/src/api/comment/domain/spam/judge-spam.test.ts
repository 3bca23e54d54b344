import { describe, expect, it } from 'vitest';
import { screenComment } from '#src/api/comment/domain/screening';
import type { Example } from './examples/example';
import { heldBackHuman } from './examples/held-back-human';
import { heldBackSpam } from './examples/held-back-spam';
import { human as firstHuman } from './examples/human';
import { spam as firstSpam } from './examples/spam';
import { judgeSpam } from './judge-spam';
import type { Submission } from './measure';

const human = [...firstHuman, ...heldBackHuman];
const spam = [...firstSpam, ...heldBackSpam];

/** Name and words alone: the honeypot is empty, the stamp fresh, nothing was sent before. */
const lookAt = (example: Example) =>
  screenComment({ ...example, honeypot: false, formTokenAgeSeconds: 90, sameBefore: 0, wordList: [] });

const goneWrong = (examples: readonly Example[], expected: string) =>
  examples
    .map((example) => ({ ...example, look: lookAt(example) }))
    .filter(({ look }) => look.state !== expected)
    .map(
      ({ name, text, look }) =>
        `${name}: ${text} -> ${look.suspicions.join(' ')} ${look.care?.reasons.join(' ') ?? ''}`,
    );

describe('the written examples', () => {
  it('are as many as docs/reference/spam-and-care.md says, and no two are the same', () => {
    expect([human.length, spam.length]).toEqual([330, 292]);
    expect(new Set([...human, ...spam].map(({ text }) => text)).size).toBe(human.length + spam.length);
  });

  it('none of a person goes to spam', () => {
    expect(goneWrong(human, 'waiting')).toEqual([]);
  });

  it('of the spam at least 97 in 100 go there', () => {
    const missed = goneWrong(spam, 'spam');
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
    email: null,
    honeypot: false,
    formTokenAgeSeconds: 60,
    sameBefore: 0,
  };
  const judged = (some: Partial<Submission>, careFlagged = false) =>
    judgeSpam({ ...ordinary, ...some }, { wordList: [], careFlagged });

  it('sums what the measures found and tells the weightiest first', () => {
    const { to, reasons, suspicions } = judged({
      name: 'SEO Services',
      text: 'Have a look at my page about gardens: https://a.example',
    });
    expect(to).toBe('spam');
    expect(reasons).toEqual(suspicions.map(({ because }) => because));
    expect(suspicions.map(({ weight }) => weight)).toEqual(
      suspicions.map(({ weight }) => weight).sort((a, b) => b - a),
    );
  });
  it('lets a single suspicion wait in the queue, says it if it is worth it, and is silent about a link', () => {
    expect(judged({ formTokenAgeSeconds: null })).toMatchObject({
      to: 'queue',
      reasons: ['It came without the stamp of our form.'],
    });
    expect(judged({ text: 'I wrote about the same thing, if you like: https://a.example' })).toMatchObject({
      to: 'queue',
      reasons: [],
      suspicions: [{ rule: 'links' }],
    });
  });
  it('never sends to spam what has a care flag', () => {
    expect(judged({ honeypot: true }, true)).toMatchObject({
      to: 'queue',
      reasons: ['A field that people don’t see was filled in.'],
    });
  });
  it('takes no haste and no lateness for spam', () => {
    expect([0, 1, 86_401, 604_800, null].map((formTokenAgeSeconds) => judged({ formTokenAgeSeconds }).to)).toEqual(
      Array(5).fill('queue'),
    );
  });
});
