import { describe, expect, it } from 'vitest';
import { approvalError, replyError, replyPosition } from './reply-position';

const shown = { state: 'approved', hidden: false } as const;
const first = { ...shown, audience: 'everyone', isReply: false } as const;

describe('where a reply stands', () => {
  it('is the thread of what it answers, on the second level at most', () => {
    expect(replyPosition({ id: 7, rootId: null })).toEqual({ rootId: 7, parentId: 7 });
    expect(replyPosition({ id: 9, rootId: 7 })).toEqual({ rootId: 7, parentId: 9 });
  });
});

describe('what she can answer', () => {
  it('is what readers see or what waits, and every note', () => {
    expect(replyError(first, null)).toBeNull();
    expect(replyError({ ...first, state: 'waiting' }, null)).toBeNull();
    expect(replyError({ ...first, audience: 'counsellor', state: 'waiting' }, null)).toBeNull();
    expect(replyError({ ...first, audience: 'counsellor', state: 'read' }, null)).toBeNull();
  });

  it('is not what was declined, put with the spam, or is hidden by a report', () => {
    expect(replyError({ ...first, state: 'declined' }, null)).toContain('Approve it first');
    expect(replyError({ ...first, audience: 'counsellor', state: 'spam' }, null)).toContain('Mark it as read first');
    expect(replyError({ ...first, hidden: true }, null)).toContain('Settle the report first');
  });

  it('needs a thread that is on the page', () => {
    const reply = { ...first, isReply: true };
    expect(replyError(reply, shown)).toBeNull();
    expect(replyError(reply, { state: 'removed', hidden: false })).toBeNull();
    expect(replyError(reply, { state: 'declined', hidden: false })).toContain('not on the page');
    expect(replyError(reply, { ...shown, hidden: true })).toContain('not on the page');
    expect(approvalError(true, null)).toContain('not on the page');
    expect(approvalError(false, null)).toBeNull();
  });
});
