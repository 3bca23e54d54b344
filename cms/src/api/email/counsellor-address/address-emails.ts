import { defineEmail } from '#src/api/email/define-email';
import type { EmailContent } from '#src/api/email/email-message';

interface ConfirmCounsellorAddress {
  to: string;
  /** The page of the admin that confirms the address. */
  confirm: string;
}

const confirmEmail = ({ confirm }: ConfirmCounsellorAddress): EmailContent => ({
  subject: 'Please confirm your address',
  paragraphs: [
    'Someone who is signed in to the dashboard of this site asked us to send its emails to this address. If that was you, please confirm the address:',
    { link: confirm, says: 'Yes, send them here' },
    'The link works for seven days, while you are signed in to your dashboard.',
    'If it wasn’t you, you don’t need to do anything: unless the address is confirmed, nothing will be sent here.',
  ],
  because: 'You are receiving this because someone entered this address in the settings of the practice.',
});

interface AddressChange {
  to: string;
  /** Where the emails go, or would go. */
  newAddress: string;
  /** False: it was only asked for. */
  isConfirmed: boolean;
  /** The page of the admin that undoes it. */
  stop: string;
}

/** Goes to the address before: it shows the counsellor that somebody else has changed it. */
const changeEmail = ({ newAddress, isConfirmed, stop }: AddressChange): EmailContent => ({
  subject: 'A new address for your emails',
  paragraphs: [
    isConfirmed
      ? 'The emails that your site sends to you now go to this address instead:'
      : 'Someone who is signed in to your dashboard asked us to send the emails for you to this address instead:',
    { quote: newAddress },
    ...(isConfirmed ? [] : ['Nothing changes until that address is confirmed from a link that we have sent there.']),
    'If it wasn’t you, stop it here, and then change your password. The link works for 30 days, while you are signed in to your dashboard:',
    { link: stop, says: 'Send my emails here as before' },
  ],
  because: 'You are receiving this because the emails from your site to you came to this address.',
});

const sample = {
  to: 'counsellor@example.org',
  newAddress: 'another@example.org',
  stop: 'https://cms.example.org/admin/comments/address#stop-sample',
};

export const addressEmails = {
  confirmCounsellorAddress: defineEmail<ConfirmCounsellorAddress>({
    kind: 'confirm-counsellor-address',
    template: confirmEmail,
    samples: [{ to: 'another@example.org', confirm: 'https://cms.example.org/admin/comments/address#sample' }],
  }),
  counsellorAddressChanged: defineEmail<AddressChange>({
    kind: 'counsellor-address-changed',
    template: changeEmail,
    samples: [
      { ...sample, isConfirmed: false },
      { ...sample, isConfirmed: true },
    ],
  }),
};
