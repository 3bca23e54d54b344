import type { ComponentAccess, ContentAccess } from '#src/security/content-access';

/** Joining details are for participants: the web team can't read them. Start and end are computed from the sessions. */
export const workshopsAccess: readonly ContentAccess[] = [
  {
    uid: 'api::workshop.workshop',
    documents: { counsellor: ['create', 'delete', 'publish'] },
    groups: [
      {
        fields: [
          'title',
          'slug',
          'summary',
          'description',
          'audience',
          'facilitator',
          'programme',
          'cpdHours',
          'cover',
        ],
        counsellor: 'change',
        webTeam: 'read',
      },
      {
        fields: ['sessions', 'timeZone', 'format', 'venueName', 'venueAddress', 'mapUrl', 'capacity', 'prices'],
        counsellor: 'change',
        webTeam: 'read',
      },
      {
        fields: ['opensDay', 'opensTime', 'closesDay', 'closesTime', 'confirmedDay', 'cancellationTerms'],
        counsellor: 'change',
        webTeam: 'read',
      },
      { fields: ['joiningDetails'], counsellor: 'change' },
      { fields: ['redirects', 'seo'], counsellor: 'change', webTeam: 'change' },
      { fields: ['startsAt'], counsellor: 'read', webTeam: 'read' },
      { fields: ['endsAt'] },
    ],
  },
  { uid: 'api::workshop.registration', closed: 'names, addresses and access needs of participants' },
  { uid: 'api::workshop.certificate', closed: 'what certificates say' },
];

export const workshopsComponents: readonly ComponentAccess[] = [
  { uid: 'workshop.session', fields: ['day', 'starts', 'ends'] },
  { uid: 'workshop.price', fields: ['label', 'amount', 'note'] },
  { uid: 'workshop.programme-part', fields: ['time', 'title', 'description'] },
  { uid: 'workshop.settings', fields: ['shown', 'howToPay', 'keepDays'] },
];
