import type { FormSections } from '#src/admin/form/sections';

/** Title, summary, dates, places and the text come first. */
export const workshopSections: FormSections = [
  {
    title: 'Where people meet',
    open: true,
    fields: ['format', 'venueName', 'venueAddress', 'mapUrl', 'joiningDetails'],
  },
  { title: 'Prices and terms', open: true, fields: ['prices', 'cancellationTerms'] },
  {
    title: 'Programme, who leads it, certificate',
    fields: ['audience', 'programme', 'facilitator', 'cpdHours', 'cover'],
  },
  { title: 'When registration opens and closes', fields: ['opensDay', 'opensTime', 'closesDay', 'closesTime'] },
  { title: 'Time zone, address, search engines', fields: ['timeZone', 'confirmedDay', 'slug', 'seo', 'redirects'] },
];
