import { describe, expect, it } from 'vitest';
import { type AutoApprovalFacts, meetsAutoApproval } from './auto-approve';

const trusted: AutoApprovalFacts = {
  holds: 'first-timers',
  isConfirmed: true,
  state: 'waiting',
  audience: 'everyone',
  isCareFlagged: false,
  suspicions: [],
  hasPersonalDetails: false,
  isTrustedCommenter: true,
};

describe('a comment of a trusted commenter', () => {
  it('is approved once the email about it was answered', () => {
    expect(meetsAutoApproval(trusted)).toBe(true);
  });

  it.each<[string, Partial<AutoApprovalFacts>]>([
    ['every comment is read first', { holds: 'all' }],
    ['it was not confirmed itself', { isConfirmed: false }],
    ['it was decided already', { state: 'declined' }],
    ['it is spam', { state: 'spam' }],
    ['it is a private note', { audience: 'counsellor' }],
    ['a care rule flagged it', { isCareFlagged: true }],
    ['a spam rule suspects it', { suspicions: ['It has three links.'] }],
    ['it holds personal details', { hasPersonalDetails: true }],
    ['no earlier comment was approved', { isTrustedCommenter: false }],
  ])('waits for the counsellor when %s', (_why, fact) => {
    expect(meetsAutoApproval({ ...trusted, ...fact })).toBe(false);
  });
});
