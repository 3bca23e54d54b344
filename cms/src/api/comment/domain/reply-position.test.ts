import { describe, expect, it } from 'vitest';
import { appearObstacle, replyObstacle, replyPlace } from './reply-position';

const shown = { state: 'approved', hidden: false } as const;
const first = { ...shown, audience: 'everyone', isReply: false } as const;

describe('where a reply stands', () => {
  it('is the thread of what it answers, on the second level at most', () => {
    expect(replyPlace({ id: 7, rootId: null })).toEqual({ rootId: 7, parentId: 7 });
    expect(replyPlace({ id: 9, rootId: 7 })).toEqual({ rootId: 7, parentId: 9 });
  });
});

describe('what she can answer', () => {
  it('is what readers see or what waits, and every note', () => {
    expect(replyObstacle(first, null)).toBeNull();
    expect(replyObstacle({ ...first, state: 'waiting' }, null)).toBeNull();
    expect(replyObstacle({ ...first, audience: 'counsellor', state: 'waiting' }, null)).toBeNull();
    expect(replyObstacle({ ...first, audience: 'counsellor', state: 'read' }, null)).toBeNull();
  });

  it('is not what was declined, put with the spam, or is hidden by a report', () => {
    expect(replyObstacle({ ...first, state: 'declined' }, null)).toContain('Approve it first');
    expect(replyObstacle({ ...first, audience: 'counsellor', state: 'spam' }, null)).toContain('Mark it as read first');
    expect(replyObstacle({ ...first, hidden: true }, null)).toContain('Settle the report first');
  });

  it('needs a thread that is on the page', () => {
    const reply = { ...first, isReply: true };
    expect(replyObstacle(reply, shown)).toBeNull();
    expect(replyObstacle(reply, { state: 'removed', hidden: false })).toBeNull();
    expect(replyObstacle(reply, { state: 'declined', hidden: false })).toContain('not on the page');
    expect(replyObstacle(reply, { ...shown, hidden: true })).toContain('not on the page');
    expect(appearObstacle(true, null)).toContain('not on the page');
    expect(appearObstacle(false, null)).toBeNull();
  });
});
