import { describe, expect, it } from 'vitest';
import { LinkKeys } from '#src/security/link-keys';
import { mailboxTokenOf, readMailboxToken } from './mailbox-links';

const keys = new LinkKeys('one secret that is long enough for a test');
const link = { mailbox: 4, item: 12 };

describe('a link in an email to a reader', () => {
  it('does the one thing that it was made for', () => {
    const token = mailboxTokenOf(keys, 'unsubscribe', link);
    expect(readMailboxToken(keys, 'unsubscribe', token)).toEqual(link);
    expect(readMailboxToken(keys, 'confirm', token)).toBeNull();
    expect(readMailboxToken(keys, 'unsubscribe', token.replace('4.12', '5.12'))).toBeNull();
    expect(readMailboxToken(keys, 'unsubscribe', 'x')).toBeNull();
  });
});
