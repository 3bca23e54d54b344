import type { Feature } from '#src/feature';
import { messagesEndpoints } from './admin-endpoints';
import { askAboutSpace } from './ask-about-space';
import { contactAccess, contactComponents } from './content-access';
import { seedDemoEnquiries } from './demo/demo-enquiries';
import { counsellorEmails } from './emails/counsellor-emails';
import { senderEmails } from './emails/sender-emails';
import { answerMessages } from './permissions';
import { enquiriesPersonalData } from './personal-data';
import { deleteOldEnquiries, remindCounsellor } from './scheduled';
import { contactSettingsView } from './views';

const indexes = [
  'create unique index if not exists enquiries_sending_uq on enquiries (nonce, content_mac)',
  "create index if not exists enquiries_open_ix on enquiries (waiting_since, id) where state = 'open'",
  'create index if not exists enquiries_email_ix on enquiries (email_key) where email_key is not null',
  'create unique index if not exists enquiry_steps_sending_uq on enquiry_steps (enquiry_id, nonce, content_mac)',
  'create index if not exists enquiry_steps_enquiry_ix on enquiry_steps (enquiry_id, at, id)',
];

export const contact: Feature = {
  name: 'contact',
  contentAccess: contactAccess,
  componentAccess: contactComponents,
  permissions: [answerMessages],
  adminEndpoints: messagesEndpoints,
  siteActions: [
    'api::enquiry.enquiry.add',
    'api::enquiry.enquiry.findContactPage',
    'api::enquiry.enquiry.look',
    'api::enquiry.enquiry.submit',
    'api::enquiry.enquiry.withdraw',
  ],
  jobs: [
    { name: 'message-retention', schedule: '37 3 * * *', catchUpHours: 24, run: deleteOldEnquiries },
    // Three chances, in case that nothing ran at eight; its idempotency key is the day.
    { name: 'message-reminders', schedule: '10 8-10 * * *', catchUpHours: 8, run: remindCounsellor },
    { name: 'space-question', schedule: '20 9 * * *', catchUpHours: 8, run: askAboutSpace },
  ],
  indexes,
  emails: [...Object.values(senderEmails), ...Object.values(counsellorEmails)],
  personalData: enquiriesPersonalData,
  views: [contactSettingsView],
  demo: [{ phase: 'comments', seed: ({ uow, now }) => seedDemoEnquiries(uow, now) }],
};
