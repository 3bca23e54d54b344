import type { OpenedComment } from 'shared';
import { describe, expect, it } from 'vitest';
import { notificationLabel, replyHint } from './email-hints';

const hintsOf = (notifies: Partial<OpenedComment['notifies']>, replies = ['everyone', 'counsellor']): string => {
  const comment = {
    audience: 'everyone',
    allowed: { decisions: [], replies },
    notifies: { onApproval: false, onReply: false, address: 'none', ...notifies },
  } as unknown as OpenedComment;
  return `${notificationLabel(comment) ?? ''} ${replyHint(comment)}`;
};

describe('what the counsellor is told about emails to a writer', () => {
  it('says that a private answer is emailed to whoever gave an address, whatever they asked for', () => {
    for (const wish of [{ onApproval: true }, { onReply: true }] as const) {
      const hints = hintsOf({ ...wish, address: 'confirmed' }, ['counsellor']);
      expect(hints).toMatch(/Nothing is published\. The writer gets an email that there is an answer\.$/);
    }
    expect(hintsOf({ onApproval: true, address: 'confirmed' })).toMatch(/did not ask for an email about replies/);
    expect(hintsOf({ onReply: true, address: 'confirmed' })).not.toMatch(/did not ask/);
  });

  it('says when there is none: without an address, before it is confirmed, and once all are stopped', () => {
    expect(hintsOf({})).toMatch(/wants no emails about this: they see your answer/);
    expect(hintsOf({ onReply: true, address: 'unconfirmed' })).toMatch(/as soon as they have confirmed their address/);
    const stopped = hintsOf({ onApproval: true, address: 'stopped' });
    expect(stopped).toMatch(/has stopped all emails, so they get none/);
    expect(stopped).not.toMatch(/gets an email|did not ask/);
  });
});
