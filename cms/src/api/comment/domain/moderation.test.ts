import { describe, expect, it } from 'vitest';
import {
  afterDecision,
  afterUndo,
  approvalError,
  type AutoApprovalFacts,
  changeSince,
  decisionByReply,
  decisionError,
  isDecidedSo,
  isLeftOut,
  meetsAutoApproval,
  possibleDecisions,
  privateReplyError,
  replyError,
  replyPosition,
} from './moderation';

const now = new Date('2026-05-01T10:00:00Z');
const waiting = { audience: 'everyone', state: 'waiting', fromCounsellor: false } as const;

describe('possibleDecisions', () => {
  it('are all but the present state', () => {
    expect(possibleDecisions(waiting)).toEqual(['approve', 'decline', 'spam']);
    expect(possibleDecisions({ ...waiting, state: 'approved' })).toEqual(['decline', 'spam']);
    expect(possibleDecisions({ ...waiting, state: 'spam' })).toEqual(['approve', 'decline']);
  });

  it('never publish a private note, and leave the counsellor’s own replies and removed comments alone', () => {
    expect(possibleDecisions({ ...waiting, audience: 'counsellor' })).toEqual(['read', 'spam']);
    expect(possibleDecisions({ ...waiting, audience: 'counsellor', state: 'read' })).toEqual(['spam']);
    expect(possibleDecisions({ ...waiting, state: 'approved', fromCounsellor: true })).toEqual([]);
    expect(possibleDecisions({ ...waiting, state: 'removed' })).toEqual([]);
  });
});

describe('changeSince', () => {
  const read = { version: 2, state: 'waiting' } as const;

  it('is null for a comment that is still what the counsellor read', () => {
    expect(changeSince(read, { version: 2, state: 'waiting' })).toBeNull();
  });

  it('says what happened to it, a new text before anything else', () => {
    expect(changeSince(read, { version: 3, state: 'waiting' })).toBe('changed');
    expect(changeSince(read, { version: 3, state: 'approved' })).toBe('changed');
    expect(changeSince(read, { version: 2, state: 'declined' })).toBe('already-decided');
    expect(changeSince(read, { version: 2, state: 'removed' })).toBe('gone');
    expect(changeSince(read, null)).toBe('gone');
  });
});

describe('a moderation decision', () => {
  it('stores the previous state for undoing it, and counts as opening the comment', () => {
    expect(afterDecision({ state: 'waiting', openedAt: null }, 'decline', now)).toEqual({
      state: 'declined',
      previousState: 'waiting',
      decidedAt: now,
      openedAt: now,
    });
    expect(afterDecision({ state: 'waiting', openedAt: '2026-04-30T10:00:00.000Z' }, 'spam', now)).toMatchObject({
      openedAt: '2026-04-30T10:00:00.000Z',
    });
  });

  it('that can’t be made is refused with its true reason', () => {
    const comment = { audience: 'everyone', state: 'waiting', fromCounsellor: false } as const;
    const note = { ...comment, audience: 'counsellor' } as const;
    expect(decisionError(comment, 'approve')).toBeNull();
    expect(decisionError(note, 'read')).toBeNull();
    expect(decisionError(note, 'approve')).toBe('A private note can’t be published.');
    expect(decisionError(note, 'decline')).toContain('can’t be declined');
    expect(decisionError(comment, 'read')).toContain('Only a private note');
    expect(decisionError({ ...comment, fromCounsellor: true }, 'decline')).toContain('You wrote this yourself');
    expect(decisionError({ ...comment, state: 'removed' }, 'approve')).toContain('removed');
    expect(decisionError({ ...comment, state: 'approved' }, 'approve')).toContain('on the page already');
    expect(decisionError({ ...comment, state: 'declined' }, 'decline')).toContain('already been declined');
    expect(decisionError({ ...note, state: 'spam' }, 'spam')).toContain('spam folder already');
    expect(decisionError({ ...note, state: 'read' }, 'read')).toContain('already been marked as read');
  });

  it('is undone without a word about the care flag, which no decision changes', () => {
    expect(afterUndo('waiting', now)).toEqual({ state: 'waiting', previousState: null, decidedAt: null });
    expect(afterUndo('approved', now)).toEqual({ state: 'approved', previousState: null, decidedAt: now });
  });

  it('that was already made about this text is the same decision again', () => {
    expect(isDecidedSo({ version: 2 }, 'approve', { version: 2, state: 'approved' })).toBe(true);
    expect(isDecidedSo({ version: 2 }, 'decline', { version: 2, state: 'approved' })).toBe(false);
    expect(isDecidedSo({ version: 2 }, 'approve', { version: 3, state: 'approved' })).toBe(false);
  });

  it('leaves out what was not read, and what has a flag or their name until the counsellor was asked', () => {
    const plain = { isRead: true, isCareFlagged: false, hasOwnName: false };
    const marked = [
      { ...plain, isCareFlagged: true },
      { ...plain, hasOwnName: true },
    ];
    expect(isLeftOut(plain, { confirmed: false })).toBe(false);
    for (const one of marked) {
      expect(isLeftOut(one, { confirmed: true })).toBe(false);
      expect(isLeftOut(one, { confirmed: false })).toBe(true);
      expect(isLeftOut({ ...one, isRead: false }, { confirmed: true })).toBe(true);
    }
    expect(isLeftOut({ ...plain, isRead: false }, { confirmed: false })).toBe(true);
  });
});

const shown = { state: 'approved', hidden: false } as const;
const first = { ...shown, audience: 'everyone', isReply: false } as const;

describe('replyPosition', () => {
  it('is in the thread of the answered comment, on the second level at most', () => {
    expect(replyPosition({ id: 7, rootId: null })).toEqual({ rootId: 7, parentId: 7 });
    expect(replyPosition({ id: 9, rootId: 7 })).toEqual({ rootId: 7, parentId: 9 });
  });
});

describe('replyError', () => {
  it('lets the counsellor publish a reply to public and waiting comments, never to private notes', () => {
    expect(replyError(first, null)).toBeNull();
    expect(replyError({ ...first, state: 'waiting' }, null)).toBeNull();
    expect(replyError({ ...first, audience: 'counsellor', state: 'waiting' }, null)).toContain('privately');
  });

  it('lets the counsellor answer only the writer before and after every decision', () => {
    for (const state of ['waiting', 'approved', 'declined', 'spam'] as const)
      expect(privateReplyError({ ...first, state, hidden: state === 'approved' })).toBeNull();
    expect(privateReplyError({ ...first, state: 'read' })).toBeNull();
    expect(privateReplyError({ ...first, state: 'removed' })).toContain('removed');
  });

  it('takes what is answered out of the spam, reads a note, and approves what is answered for everyone', () => {
    expect(decisionByReply({ audience: 'everyone', state: 'spam' }, 'counsellor')).toBe('decline');
    expect(decisionByReply({ audience: 'counsellor', state: 'spam' }, 'counsellor')).toBe('read');
    expect(decisionByReply({ audience: 'counsellor', state: 'waiting' }, 'counsellor')).toBe('read');
    expect(decisionByReply({ audience: 'everyone', state: 'waiting' }, 'everyone')).toBe('approve');
    expect(decisionByReply({ audience: 'everyone', state: 'waiting' }, 'counsellor')).toBeNull();
    expect(decisionByReply({ audience: 'everyone', state: 'declined' }, 'counsellor')).toBeNull();
  });

  it('refuses a reply to what was declined, is spam, or is hidden by a report', () => {
    expect(replyError({ ...first, state: 'declined' }, null)).toContain('Approve it first');
    expect(replyError({ ...first, hidden: true }, null)).toContain('Settle the report first');
  });

  it('needs a first comment that is on the page', () => {
    const reply = { ...first, isReply: true };
    expect(replyError(reply, shown)).toBeNull();
    expect(replyError(reply, { state: 'removed', hidden: false })).toBeNull();
    expect(replyError(reply, { state: 'declined', hidden: false })).toContain('not on the page');
    expect(replyError(reply, { ...shown, hidden: true })).toContain('not on the page');
    expect(approvalError(true, null)).toContain('not on the page');
    expect(approvalError(false, null)).toBeNull();
  });
});

const trusted: AutoApprovalFacts = {
  moderated: 'first-timers',
  isConfirmed: true,
  state: 'waiting',
  audience: 'everyone',
  isCareFlagged: false,
  hasOwnName: false,
  spamReasons: [],
  hasPersonalDetails: false,
  isAnswered: false,
  isTrustedCommenter: true,
};

describe('a comment of a trusted commenter', () => {
  it('is approved once its writer has confirmed it by email', () => {
    expect(meetsAutoApproval(trusted)).toBe(true);
  });

  it.each<[string, Partial<AutoApprovalFacts>]>([
    ['every comment is read first', { moderated: 'all' }],
    ['it was not confirmed itself', { isConfirmed: false }],
    ['it was decided already', { state: 'declined' }],
    ['it is spam', { state: 'spam' }],
    ['it is a private note', { audience: 'counsellor' }],
    ['a care rule flagged it', { isCareFlagged: true }],
    ['a spam rule suspects it', { spamReasons: ['It has three links.'] }],
    ['it contains personal details', { hasPersonalDetails: true }],
    ['its writer was answered privately', { isAnswered: true }],
    ['no earlier comment was approved', { isTrustedCommenter: false }],
  ])('waits for the counsellor when %s', (_why, fact) => {
    expect(meetsAutoApproval({ ...trusted, ...fact })).toBe(false);
  });
});
