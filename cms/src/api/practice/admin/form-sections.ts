import type { FormSections } from '#src/admin/form/sections';

/** What she looks for in the practice, part by part. */
export const practiceSections: FormSections = [
  {
    title: 'You and your room',
    open: true,
    fields: [
      'name',
      'strapline',
      'counsellor',
      'town',
      'sentence',
      'description',
      'work',
      'picture',
      'pictureAtNight',
      'blogIntro',
    ],
  },
  {
    title: 'Contact',
    help: 'How people reach you, where you are, and how they come to a first call.',
    fields: ['email', 'phone', 'address', 'showsLocation', 'area', 'timeZone', 'invitation', 'bookingUrl', 'contact'],
  },
  {
    title: 'Your space',
    help: 'Whether you can take on new people.',
    fields: ['availability', 'availableFrom', 'availabilityNote'],
  },
  {
    title: 'The room, online sessions, questions',
    help: 'What people want to know before they come.',
    fields: ['worksWith', 'room', 'online', 'questions'],
  },
  {
    title: 'Who is behind the site',
    help: 'What people may want to know before they trust you.',
    fields: ['legalName', 'serviceAddress', 'complaints', 'complaintsUrl'],
  },
  {
    title: 'Credentials',
    help: 'What you hold, and until when.',
    fields: ['credentials'],
  },
  {
    title: 'Fees',
    help: 'What sessions cost, and how people pay.',
    fields: ['fees', 'feesCancellation', 'feesPayment'],
  },
  {
    title: 'Away',
    help: 'Tell readers that you are on leave. Until then, no call can be booked, either.',
    fields: ['awayUntil', 'awayMessage'],
  },
  { title: 'Help lines', help: 'The numbers on the page “Help now”.', fields: ['helpLines'] },
  {
    title: 'Comments',
    help: 'How they are approved, how you hear about them, and what helps you to answer. Messages have their own checklist.',
    fields: ['comments', 'savedReplies', 'checklist', 'messageChecklist'],
  },
  { title: 'Workshops', help: 'How people pay, and how long their details are kept.', fields: ['workshops'] },
];
