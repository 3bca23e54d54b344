import type { EmailContent } from '#src/api/email/email-message';
import { because, detailParagraphs, privateLinkTo, type WithAttachments, type WithDetails } from './templates';

export interface WorkshopChanged extends WithDetails {
  /** What has changed since the participant was last told, see `changesInWords`; empty if that is not known. */
  news: readonly string[];
  /** Rises with each change that is announced. */
  sequence: number;
  notBefore: Date;
  expiresAt: Date;
}

export const workshopChangedEmail = (data: WorkshopChanged): EmailContent => ({
  subject: 'Your workshop has changed',
  paragraphs: [
    data.news.length === 0
      ? 'The date, the venue or the joining details of a workshop that you registered for have changed.'
      : 'A workshop that you registered for has changed. This is what is different:',
    ...data.news,
    'These are the details now:',
    ...detailParagraphs(data.details),
    privateLinkTo(data, 'If you can’t come, cancel your place'),
  ],
  because,
  attachments: data.attachments,
});

export const participantMovedEmail = (data: WithDetails): EmailContent => ({
  subject: 'You have been moved to another workshop',
  paragraphs: [
    'We have moved your place to another workshop or another date. These are the details now:',
    ...detailParagraphs(data.details),
    privateLinkTo(data, 'If you can’t come, cancel your place'),
  ],
  because,
  attachments: data.attachments,
});

export interface WorkshopCancelled extends WithAttachments {
  title: string;
  /** What the counsellor wrote about it. */
  message: string | null;
}

export const workshopCancelledEmail = (data: WorkshopCancelled): EmailContent => ({
  subject: 'Your workshop has been cancelled',
  paragraphs: [
    `We are sorry, but this workshop has been cancelled.\n${data.title}`,
    ...(data.message === null ? [] : [{ quote: data.message }]),
    privateLinkTo(data, 'See what we store about you, and for how long'),
  ],
  because,
  attachments: data.attachments,
});

export const registrationCancelledEmail = (data: WithAttachments): EmailContent => ({
  subject: 'Your place has been cancelled',
  paragraphs: [
    'You are no longer on the list for this workshop, and your place is free for someone else.',
    privateLinkTo(data, 'See which workshop this was'),
  ],
  because,
  attachments: data.attachments,
});
