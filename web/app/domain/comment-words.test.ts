import { audiences, fieldProblems } from 'shared';
import { describe, expect, it } from 'vitest';
import { closedWords, countWords, detailWords, holdsWords, nameOf, problemWords } from './comment-words';
import { stateWords } from './your-comment-words';

describe('comments in words', () => {
  it('are counted', () => {
    expect([0, 1, 2].map(countWords)).toEqual(['No comments yet', '1 comment', '2 comments']);
  });

  it('say who wrote them, also when a name was taken off', () => {
    expect(nameOf({ kind: 'reader', name: 'Ann' })).toBe('Ann');
    expect(nameOf({ kind: 'reader', name: null })).toBe('Somebody');
    expect(nameOf({ kind: 'counsellor', name: null })).toBe('The counsellor');
  });

  it('say why they are closed, and until when', () => {
    const closed = (why: 'post' | 'age' | 'away', until: string | null = null, words: string | null = null) =>
      closedWords({ open: false, why, until, words });
    expect(closed('post')).toEqual(['Comments are closed on this post.']);
    expect(closed('age')).toHaveLength(1);
    expect(closed('away', '2026-12-01T00:00:00.000Z', 'I am by the sea.')).toEqual([
      'I am by the sea.',
      'They open again on 1 December 2026.',
    ]);
    expect(closed('away')[0]).toMatch(/having a rest/);
  });

  it('say how they are let through, if that is known', () => {
    expect(holdsWords('all')).toBe('Every comment is read before it appears.');
    expect(holdsWords('first-timers')).toMatch(/^A first comment is read/);
    expect(holdsWords(undefined)).toBeNull();
  });

  it('name personal details', () => {
    expect(detailWords(['email'])).toBe('an email address');
    expect(detailWords(['email', 'phone'])).toBe('an email address and a phone number');
    expect(detailWords(['email', 'phone', 'address'])).toBe('an email address, a phone number and a postal address');
  });

  it('have a sentence for every problem of every field', () => {
    for (const field of ['name', 'words', 'audience', 'email', 'consent'] as const) {
      for (const problem of fieldProblems) expect(problemWords(field, problem)).toMatch(/^[A-Z].{8,}[^.]$/);
    }
    expect(problemWords('words', 'too-long')).toBe('Shorten your comment: it can have 5,000 characters');
  });
});

describe('what a writer is told', () => {
  const told = (over: Partial<Parameters<typeof stateWords>[0]>) => {
    const { heading, words } = stateWords(
      { state: 'waiting', hidden: false, audience: 'everyone', replies: [], ...over },
      'Nora',
    );
    return [heading, ...words].join(' ');
  };

  it('is never silence', () => {
    for (const audience of audiences)
      for (const state of ['waiting', 'approved', 'declined', 'read'] as const)
        expect(told({ audience, state })).toMatch(/^(It|Your) /);
  });

  it('is no judgement', () => {
    expect(told({ state: 'declined' })).toContain('It is no judgement of you.');
  });

  it('is what holds now', () => {
    expect(told({ state: 'approved' })).toBe('Your comment is on the page');
    expect(told({ state: 'approved', hidden: true })).toMatch(/not on the page for the moment/);
    expect(told({ audience: 'counsellor', state: 'read' })).toMatch(/Nora has read it/);
    expect(
      told({ audience: 'counsellor', state: 'read', replies: [{ words: 'Hello', at: '2026-01-01T00:00:00.000Z' }] }),
    ).toMatch(/answered/);
  });
});
