import { defineEmail } from '#src/api/email/define-email';
import type { AccountEvent } from './account-emails';

/** What was changed of an account. */
export type AccountChange =
  | { readonly kind: 'created' | 'roles'; readonly roles: readonly string[] }
  | { readonly kind: 'email'; readonly email: string }
  | { readonly kind: 'deleted' | 'deactivated' | 'activated' | 'password' | 'second-factor-off' };

/** Who changed it, if not its owner. */
export type ChangedBy = { readonly kind: 'account'; readonly email: string } | { readonly kind: 'server' };

const rolesWords = (roles: readonly string[]): string => (roles.length === 0 ? 'none' : roles.join(', '));

const sentenceOf = (account: string, change: AccountChange): string => {
  switch (change.kind) {
    case 'created':
      return `The account ${account} was created. Its roles: ${rolesWords(change.roles)}.`;
    case 'roles':
      return `The account ${account} got other roles. They are now: ${rolesWords(change.roles)}.`;
    case 'email':
      return `The email address of the account ${account} was changed to ${change.email}.`;
    case 'password':
      return `The account ${account} got a new password.`;
    case 'deactivated':
      return `The account ${account} was switched off. Nobody can sign in with it.`;
    case 'activated':
      return `The account ${account} was switched on again.`;
    case 'deleted':
      return `The account ${account} was deleted.`;
    case 'second-factor-off':
      return `Two-step sign-in was turned off for the account ${account}.`;
  }
};

const eventNames: Readonly<Record<AccountChange['kind'], AccountEvent | null>> = {
  created: null,
  roles: 'roles-changed',
  email: 'email-changed',
  password: 'password-changed',
  deactivated: 'deactivated',
  activated: 'activated',
  deleted: 'deleted',
  'second-factor-off': 'second-factor-off',
};

/** Returns what its owner is told of a change; null for nothing. */
export const eventOfChange = ({ kind }: AccountChange): AccountEvent | null => eventNames[kind];

/** Returns a sentence that says who changed an account, and when. */
export const byWords = (by: ChangedBy, at: string): string =>
  by.kind === 'server'
    ? `This was done on the server itself, by a command, on ${at}.`
    : `This was done by someone who is signed in as ${by.email}, on ${at}.`;

interface AccountChanged {
  to: string;
  /** Its email address before the change. */
  account: string;
  changes: readonly AccountChange[];
  by: ChangedBy;
  /** In words. */
  at: string;
}

const account = 'web-team@example.org';
const by: ChangedBy = { kind: 'account', email: 'emergency@example.org' };
const at = 'Thursday 26 November 2026 at 10am, UK time (GMT)';
const to = 'counsellor@example.org';

/** Tells the counsellor that someone else's account was changed: nobody gets in, or is shut out, unnoticed. */
export const accountChanged = defineEmail<AccountChanged>({
  kind: 'account-changed',
  template: (changed) => ({
    subject: 'An account was changed',
    paragraphs: [
      ...changed.changes.map((change) => sentenceOf(changed.account, change)),
      byWords(changed.by, changed.at),
      'If you know about this, there is nothing to do. If you don’t, tell the person who looks after the site at once.',
    ],
    because: 'You are receiving this because it is about who can sign in to the dashboard of your site.',
  }),
  samples: [
    { to, account, changes: [{ kind: 'created', roles: ['Counsellor'] }], by, at },
    {
      to,
      account,
      changes: [{ kind: 'email', email: 'another@example.org' }, { kind: 'password' }, { kind: 'deactivated' }],
      by,
      at,
    },
    { to, account, changes: [{ kind: 'roles', roles: ['Counsellor', 'Web team'] }, { kind: 'activated' }], by, at },
    { to, account, changes: [{ kind: 'second-factor-off' }], by: { kind: 'server' }, at },
    { to, account, changes: [{ kind: 'deleted' }], by, at },
  ],
});
