import { defineEmail } from '#src/api/email/define-email';
import type { Paragraph } from '#src/api/email/email-message';

/** What happened to an account, for the notice to its owner. */
export type AccountEvent =
  | 'password-changed'
  | 'email-changed'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'recovery-codes-renewed'
  | 'recovery-code-used'
  | 'wrong-codes'
  | 'payment-changed'
  | 'contact-changed'
  | 'roles-changed'
  | 'activated'
  | 'deactivated'
  | 'deleted';

interface Notice {
  to: string;
  events: readonly AccountEvent[];
  /** A sentence that says who did it, and when; none if the owner did. */
  done?: string;
  /** The page of the admin where a new password is asked for. */
  forgotPasswordPage: string;
}

const sentences: Readonly<Record<AccountEvent, string>> = {
  'password-changed': 'The password of your account was changed. Your other devices have been signed out.',
  'email-changed':
    'The email address of your account was changed. You can no longer sign in with this one, and emails about the account go to the new one.',
  'second-factor-on': 'Two-step sign-in was turned on for your account. Your other devices have been signed out.',
  'second-factor-off': 'Two-step sign-in was turned off for your account. The password alone is enough now.',
  'recovery-codes-renewed': 'New recovery codes were made for your account. The old ones no longer work.',
  'recovery-code-used': 'Someone used one of your recovery codes, which works only once.',
  'wrong-codes':
    'Someone entered the right password for your account and then several wrong codes. Nobody can sign in to it for 15 minutes.',
  'payment-changed': 'Someone changed how participants of workshops pay you, in the settings of your practice.',
  'contact-changed':
    'Someone changed the email address that readers and participants write to, in the settings of your practice.',
  'roles-changed': 'The roles of your account were changed: what you can see and do in the dashboard may be different.',
  activated: 'Your account was switched on again. You can sign in.',
  deactivated: 'Your account was switched off. You can no longer sign in.',
  deleted: 'Your account was deleted. You can no longer sign in.',
};

/** After these, its owner can't get in by themselves. */
const lost: ReadonlySet<AccountEvent> = new Set(['email-changed', 'deactivated', 'deleted']);

const afterwards = ({ events, forgotPasswordPage }: Notice): Paragraph[] =>
  events.some((event) => lost.has(event))
    ? [
        'If this was you, there is nothing to do. If it was not, tell the person who looks after the site at once. They can give the account back to you.',
      ]
    : [
        'If this was you, there is nothing to do. If it was not, choose a new password now and tell the person who looks after the site.',
        { link: forgotPasswordPage, says: 'Choose a new password' },
      ];

const forgotPasswordPage = 'https://cms.example.org/admin/auth/forgot-password';

/** Tells the owner of an account what happened to it. A changed address is told to the old one. */
export const accountNotice = defineEmail<Notice>({
  kind: 'account-notice',
  template: (notice) => ({
    subject: 'About your sign-in details',
    paragraphs: [
      ...notice.events.map((event) => sentences[event]),
      ...(notice.done === undefined ? [] : [notice.done]),
      ...afterwards(notice),
    ],
  }),
  samples: [
    { to: 'counsellor@example.org', events: ['password-changed'], forgotPasswordPage },
    { to: 'counsellor@example.org', events: ['email-changed'], forgotPasswordPage },
    { to: 'counsellor@example.org', events: ['second-factor-on'], forgotPasswordPage },
    { to: 'counsellor@example.org', events: ['second-factor-off'], forgotPasswordPage },
    { to: 'counsellor@example.org', events: ['recovery-codes-renewed'], forgotPasswordPage },
    { to: 'counsellor@example.org', events: ['recovery-code-used'], forgotPasswordPage },
    { to: 'counsellor@example.org', events: ['wrong-codes'], forgotPasswordPage },
    { to: 'counsellor@example.org', events: ['deactivated'], forgotPasswordPage },
    { to: 'counsellor@example.org', events: ['activated', 'roles-changed'], forgotPasswordPage },
    {
      to: 'counsellor@example.org',
      events: ['deleted'],
      done: 'This was done by someone who is signed in as emergency@example.org, on Thursday 26 November 2026 at 10am, UK time (GMT).',
      forgotPasswordPage,
    },
  ],
});
