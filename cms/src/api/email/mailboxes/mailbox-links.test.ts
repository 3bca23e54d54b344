import { mailboxToken } from 'shared';
import { describe, expect, it } from 'vitest';
import { LinkKeys } from '#src/security/link-keys';
import {
  confirmTokenOf,
  isConfirmTokenOf,
  isUnsubscribeTokenOf,
  mailboxLinkIn,
  unsubscribeTokenOf,
} from './mailbox-links';

const keys = new LinkKeys('one secret that is long enough for a test');
const mailbox = { id: 4, secret: 'm'.repeat(22) };
const item = { item: 12, itemSecret: 'c'.repeat(22) };

describe('a link in an email to a reader', () => {
  const [confirm, unsubscribe] = [confirmTokenOf(keys, mailbox, item), unsubscribeTokenOf(keys, mailbox, 12)];

  it('does the one thing that it was made for', () => {
    expect([confirm, unsubscribe].map((token) => mailboxToken.safeParse(token).success)).toEqual([true, true]);
    expect([confirm, unsubscribe].map(mailboxLinkIn)).toEqual(Array(2).fill({ mailbox: 4, item: 12 }));
    expect(isConfirmTokenOf(keys, confirm, mailbox, item)).toBe(true);
    expect(isUnsubscribeTokenOf(keys, unsubscribe, mailbox)).toBe(true);
    expect(isConfirmTokenOf(keys, unsubscribe, mailbox, item)).toBe(false);
    expect(isUnsubscribeTokenOf(keys, confirm, mailbox)).toBe(false);
    expect(isUnsubscribeTokenOf(keys, 'x', mailbox)).toBe(false);
    expect(isUnsubscribeTokenOf(keys, unsubscribe.replace('4.12', '4.13'), mailbox)).toBe(false);
  });

  it('confirms the sending that it belongs to, and no other of the same address', () => {
    expect(isConfirmTokenOf(keys, confirm, mailbox, { ...item, item: 13 })).toBe(false);
    expect(isConfirmTokenOf(keys, confirm, mailbox, { ...item, itemSecret: 'd'.repeat(22) })).toBe(false);
  });

  it('is of no use for another mailbox that was given the same number', () => {
    const other = { ...mailbox, secret: 'n'.repeat(22) };
    expect(isConfirmTokenOf(keys, confirm, other, item)).toBe(false);
    expect(isUnsubscribeTokenOf(keys, unsubscribe, other)).toBe(false);
    expect(isUnsubscribeTokenOf(keys, unsubscribe, { ...mailbox, id: 5 })).toBe(false);
  });
});
