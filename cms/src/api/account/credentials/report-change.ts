import type { Core } from '@strapi/strapi';
import { mailboxKey, momentWords } from 'shared';
import { type Account, notifyOwner } from '#src/api/account/accounts';
import {
  type AccountChange,
  accountChanged,
  byWords,
  type ChangedBy,
  eventOfChange,
} from '#src/api/account/emails/account-changed';
import { practiceTimeZone } from '#src/api/practice/read-practice';
import type { UnitOfWork } from '#src/database/unit-of-work';

/** Who changes an account: its owner, somebody else who is signed in, or a command on the server. */
type Author = { readonly kind: 'owner' } | ChangedBy;

/** Returns who changes an account, as the request says that is being handled. */
const authorOf = (strapi: Core.Strapi, accountId: number): Author => {
  const ctx = strapi.requestContext.get();
  if (ctx === undefined) return { kind: 'server' };
  const user = (ctx.state as { user?: { id: number; email: string } }).user;
  // Nobody is signed in where a password is reset, or an invitation accepted, with a link of the owner’s own.
  return user === undefined || user.id === accountId ? { kind: 'owner' } : { kind: 'account', email: user.email };
};

interface Report {
  /** As it was before the change. */
  readonly account: Pick<Account, 'id' | 'email'> & { readonly password?: string | null };
  readonly changes: readonly AccountChange[];
  /** The counsellor's address (`counsellorAddress`) before the change, which may end it. */
  readonly counsellor: string | null;
}

/** What no owner may do in silence: more rights are never one's own affair. */
const isAlwaysReported = ({ kind }: AccountChange): boolean => kind === 'roles' || kind === 'created';

const forOwner = (changes: readonly AccountChange[]) => changes.flatMap((change) => eventOfChange(change) ?? []);

/**
 * Tells the owner of an account, at the address of before, and the counsellor that somebody has changed it, with who
 * and when; of changes by its owner, the owner alone. In the transaction in which it happens.
 */
export const reportChange = async (uow: UnitOfWork, { account, changes, counsellor }: Report): Promise<void> => {
  const author = authorOf(uow.strapi, account.id);
  const by = author.kind === 'owner' ? null : author;
  const at = momentWords(new Date().toISOString(), await practiceTimeZone(uow.strapi));
  const events = forOwner(changes);
  // Nobody has signed in to an invitation that was not accepted.
  const tellsOwner = account.password !== null && events.length > 0;
  if (tellsOwner) await notifyOwner(uow, account, events, by ? byWords(by, at) : undefined);
  const reported = by ? changes : changes.filter(isAlwaysReported);
  if (counsellor === null || reported.length === 0) return;
  if (tellsOwner && mailboxKey(counsellor) === mailboxKey(account.email)) return;
  await accountChanged.enqueue(uow, {
    to: counsellor,
    account: account.email,
    changes: reported,
    by: by ?? { kind: 'account', email: account.email },
    at,
  });
};
