import type { ComponentAccess, ContentAccess } from '#src/security/content-access';

/**
 * There is one practice: it is filled in, never created or deleted. The web team looks after how it is presented. How
 * readers reach the counsellor and what she claims to be are hers to change. How people pay, how long what they sent is
 * kept, where emails to her go, the help lines, and what she writes for herself are hers alone.
 */
export const practiceAccess: readonly ContentAccess[] = [
  {
    uid: 'api::practice.practice',
    groups: [
      { fields: ['name', 'strapline', 'counsellor', 'town'], counsellor: 'change', webTeam: 'change' },
      {
        fields: ['sentence', 'description', 'work', 'picture', 'pictureAtNight', 'blogIntro', 'invitation'],
        counsellor: 'change',
        webTeam: 'change',
      },
      {
        fields: ['email', 'phone', 'address', 'showsLocation', 'area', 'timeZone', 'bookingUrl'],
        counsellor: 'change',
        webTeam: 'read',
      },
      {
        fields: ['availability', 'availableFrom', 'availabilityNote', 'awayUntil', 'awayMessage'],
        counsellor: 'change',
        webTeam: 'read',
      },
      // Set when what she says about her space changes.
      { fields: ['availabilityUpdated'] },
      // From before there were credentials: emptied at the first start with them.
      { fields: ['accreditation', 'accreditationUrl'] },
      { fields: ['worksWith', 'room', 'online', 'questions'], counsellor: 'change', webTeam: 'read' },
      {
        fields: ['legalName', 'serviceAddress', 'complaints', 'complaintsUrl'],
        counsellor: 'change',
        webTeam: 'read',
      },
      { fields: ['credentials', 'fees', 'feesCancellation', 'feesPayment'], counsellor: 'change', webTeam: 'read' },
      { fields: ['helpLines'], counsellor: 'change', webTeam: 'read' },
      {
        fields: ['comments', 'workshops', 'contact', 'savedReplies', 'checklist', 'messageChecklist'],
        counsellor: 'change',
      },
    ],
  },
];

export const practiceComponents: readonly ComponentAccess[] = [
  { uid: 'practice.credential', fields: ['kind', 'title', 'body', 'number', 'url', 'renewsOn', 'checked'] },
  {
    uid: 'practice.room',
    fields: ['stepFree', 'access', 'toilet', 'transport', 'parking', 'waiting', 'expect'],
  },
  { uid: 'practice.online', fields: ['platform', 'ifItDrops'] },
  { uid: 'practice.question', fields: ['question', 'answer'] },
  { uid: 'practice.fee', fields: ['label', 'amount', 'concession', 'note'] },
  {
    uid: 'help.line',
    fields: ['name', 'kind', 'nation', 'about', 'call', 'text', 'keyword', 'chat', 'relay', 'hours', 'free', 'checked'],
  },
];
