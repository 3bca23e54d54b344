import type { ContentAccess } from '#src/security/content-access';

export const callsAccess: readonly ContentAccess[] = [
  { uid: 'api::call.call', closed: 'the introductory calls that are booked' },
  { uid: 'api::call.call-block', closed: 'time off and extra openings, changed on the page “Calls”' },
  { uid: 'api::call.call-calendar', closed: 'the counsellor’s other calendars, with secret addresses' },
  { uid: 'api::call.call-diary', closed: 'what the times of introductory calls follow from' },
];
