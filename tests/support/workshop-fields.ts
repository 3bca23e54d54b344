import { paragraphs } from './admin-client.ts';

/** What a workshop has that can be published; a Saturday morning in Sheffield unless said otherwise. */
export const workshopFields = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: 'Quieter nights',
  summary: 'A slow Saturday morning.',
  description: paragraphs('We talk about nights.'),
  audience: 'Everybody.',
  sessions: [{ day: '2027-06-12', starts: '10:00:00.000', ends: '13:00:00.000' }],
  timeZone: 'Europe/London',
  format: 'in person',
  venueName: 'The Quiet Room',
  venueAddress: '14 Weavers Yard, Sheffield',
  joiningDetails: 'Ring the lower bell.',
  capacity: 3,
  cpdHours: 3,
  cancellationTerms: 'Up to a week before.',
  ...over,
});
