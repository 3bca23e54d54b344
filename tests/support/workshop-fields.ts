import { paragraphs } from './admin-client.ts';

/**
 * A session that begins in an hour or two, on the same day as now: in a time zone where it is not late in the evening.
 */
export const laterToday = (now = new Date()): Record<string, unknown> => {
  const hourIn = (timeZone: string): number =>
    Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now));
  const timeZone = hourIn('Etc/UTC') < 20 ? 'Etc/UTC' : 'America/Los_Angeles';
  const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
  const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00:00.000`;
  const hour = hourIn(timeZone);
  return { timeZone, sessions: [{ day, starts: clock(hour + 2), ends: clock(hour + 3) }] };
};

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
