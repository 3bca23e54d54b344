import { audiences, commentErrorCodes, reportReasons } from 'shared';
import { describe, expect, it } from 'vitest';
import {
  closedMessages,
  commentCount,
  commentErrorMessage,
  listDetails,
  moderationRule,
  privateCommentStatus,
  reportErrorMessages,
  reportReasonLabels,
  writerName,
} from './comments';

describe('the text around comments', () => {
  it('counts them', () => {
    expect([0, 1, 2].map(commentCount)).toEqual(['No comments yet', '1 comment', '2 comments']);
  });

  it('says how long a report may be', () => {
    expect(reportErrorMessages.text).toBe('What you add must be 1,000 characters or fewer');
  });

  it('names their writer, also after the name was removed', () => {
    expect(writerName({ kind: 'reader', name: 'Ann' })).toBe('Ann');
    expect(writerName({ kind: 'reader', name: null })).toBe('Someone');
    expect(writerName({ kind: 'counsellor', name: null })).toBe('The counsellor');
  });

  it('says why they are closed, and until when', () => {
    const closed = (why: 'post' | 'age' | 'away', until: string | null = null, message: string | null = null) =>
      closedMessages({ open: false, why, until, message }, 'Europe/London');
    expect(closed('post')).toEqual(['Comments are closed on this post.']);
    expect(closed('age')).toHaveLength(1);
    expect(closed('away', '2026-12-01T00:00:00.000Z', 'I am by the sea.')).toEqual([
      'I am by the sea.',
      'Comments open again on 1 December 2026.',
    ]);
    expect(closed('away')[0]).toMatch(/nobody is here to read them/);
  });

  it('says which moderation rule applies, if it is known', () => {
    expect(moderationRule('all')).toBe('Every comment is read before it appears.');
    expect(moderationRule('first-timers')).toMatch(/^Your first comment is read/);
    expect(moderationRule(undefined)).toBeNull();
  });

  it('lists personal details', () => {
    expect(listDetails(['email'])).toBe('an email address');
    expect(listDetails(['email', 'phone'])).toBe('an email address and a phone number');
    expect(listDetails(['email', 'phone', 'address'])).toBe('an email address, a phone number and a postal address');
  });

  it('has a message for every error of every field', () => {
    for (const field of ['name', 'text', 'audience', 'email', 'consent'] as const) {
      for (const error of commentErrorCodes) expect(commentErrorMessage(field, error)).toMatch(/^[A-Z].{8,}[^.]$/);
    }
    expect(commentErrorMessage('text', 'too-long')).toBe('Comment must be 5,000 characters or fewer');
  });

  it('has a label for every reason of a report', () => {
    expect(Object.keys(reportReasonLabels)).toEqual([...reportReasons]);
  });
});

describe('the status on a private page', () => {
  const statusOf = (over: Partial<Parameters<typeof privateCommentStatus>[0]>) => {
    const { heading, paragraphs } = privateCommentStatus(
      { state: 'waiting', hidden: false, audience: 'everyone', onPage: false, messages: [], ...over },
      'Nora',
    );
    return [heading, ...paragraphs].join(' ');
  };

  it('is never empty', () => {
    for (const audience of audiences)
      for (const state of ['waiting', 'approved', 'declined', 'read'] as const)
        expect(statusOf({ audience, state })).toMatch(/^Your /);
  });

  it('tells the writer of a declined comment plainly, without a judgement or an invitation to write more', () => {
    expect(statusOf({ state: 'declined' })).toContain('decided not to publish it');
    expect(statusOf({ state: 'declined' })).toContain('It is no judgement of you.');
    expect(statusOf({ state: 'declined' })).not.toMatch(/welcome|write again/i);
  });

  it('never says that a comment is on the page where nobody can see it', () => {
    expect(statusOf({ state: 'approved', onPage: true })).toBe('Your comment is on the page');
    expect(statusOf({ state: 'approved', onPage: false })).not.toMatch(/is on the page/);
    expect(statusOf({ state: 'approved', onPage: false })).toContain('Nobody can see it');
  });

  it('begins with the answer that is for the writer only', () => {
    const messages = [{ by: 'counsellor', text: 'Hello', at: '2026-01-01T00:00:00.000Z' }] as const;
    expect(statusOf({ messages: [...messages] })).toBe(
      'Nora has answered you The answer is below. Only you can see it.',
    );
    expect(statusOf({ state: 'declined', messages: [...messages] })).toMatch(
      /not on the page Nora has answered you, below.*not to publish/,
    );
  });

  it('follows the state, the audience and the replies', () => {
    expect(statusOf({ state: 'approved', hidden: true })).toMatch(/hidden for now/);
    expect(statusOf({ audience: 'counsellor', state: 'read' })).toMatch(/Nora has read it/);
    expect(
      statusOf({
        audience: 'counsellor',
        state: 'read',
        messages: [{ by: 'counsellor', text: 'Hello', at: '2026-01-01T00:00:00.000Z' }],
      }),
    ).toMatch(/answered/);
  });
});
