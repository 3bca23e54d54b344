import type { ComponentAccess, ContentAccess } from '#src/security/content-access';

export const contactAccess: readonly ContentAccess[] = [
  { uid: 'api::enquiry.enquiry', closed: 'what people send through the contact form' },
  { uid: 'api::enquiry.enquiry-step', closed: 'what was added to messages, and what was done about them' },
];

export const contactComponents: readonly ComponentAccess[] = [
  {
    uid: 'contact.settings',
    fields: [
      'replyDays',
      'monday',
      'tuesday',
      'wednesday',
      'thursday',
      'friday',
      'saturday',
      'sunday',
      'bankHolidays',
      'spaceList',
      'keepDays',
      'keepDataDays',
    ],
  },
];
