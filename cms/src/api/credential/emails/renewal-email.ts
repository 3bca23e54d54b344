import { dayWords } from 'shared';
import { defineEmail } from '#src/api/email/define-email';
import type { EmailContent } from '#src/api/email/email-message';
import type { Notice } from '../domain/renewals';

interface RenewalDue {
  to: string;
  /** The page of the admin where the new day is entered. */
  dashboardUrl: string;
  title: string;
  /** A day such as `2027-03-31`. */
  renewsOn: string;
  notice: Notice;
}

const renewalEmail = ({ dashboardUrl, title, renewsOn, notice }: RenewalDue): EmailContent => {
  const day = dayWords(`${renewsOn}T12:00:00Z`, 'Etc/UTC');
  const isLapsed = notice === 'lapsed';
  return {
    subject: isLapsed ? 'Something has left your site' : 'Something has to be renewed',
    paragraphs: [
      isLapsed
        ? `“${title}” was due for renewal on ${day}, so your site no longer shows it.`
        : `“${title}” has to be renewed by ${day}. After that day your site will no longer show it.`,
      'Have you renewed it? Enter the new day under “Credentials”.',
      { link: dashboardUrl, says: 'Open “Your practice” on your dashboard' },
    ],
    because: 'You are receiving this because you entered the day of its renewal on your dashboard.',
  };
};

const sample = {
  to: 'counsellor@example.org',
  dashboardUrl: 'https://cms.example.org/admin/content-manager/single-types/api::practice.practice',
  title: 'Registered member MBACP (Accredited)',
  renewsOn: '2027-03-31',
};

export const renewalDue = defineEmail<RenewalDue>({
  kind: 'renewal-due',
  template: renewalEmail,
  // A title that is put right meanwhile is another email; a new day certainly is.
  idempotencyKey: ({ title, renewsOn, notice }) => `${renewsOn}:${notice}:${title}`,
  samples: [
    { ...sample, notice: 30 },
    { ...sample, notice: 'lapsed' },
  ],
});
