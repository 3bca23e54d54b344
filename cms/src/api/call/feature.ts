import type { Feature } from '#src/feature';
import { callsEndpoints } from './admin-endpoints';
import { calendarEndpoints } from './calendar-endpoints';
import { readCalendars } from './calendars/poll';
import { calendarsCheck } from './calendars/readiness';
import { createCallTables } from './call-rows';
import { callsAccess } from './content-access';
import { seedDemoCalls } from './demo/demo-calls';
import { counsellorEmails } from './emails/counsellor-emails';
import { readerEmails } from './emails/reader-emails';
import { manageCalls } from './permissions';
import { callsPersonalData } from './personal-data';
import { deleteOldCalls, remindReaders } from './scheduled';

const indexes = [
  'create unique index if not exists calls_sending_uq on calls (nonce)',
  "create index if not exists calls_booked_ix on calls (busy_from, busy_until) where state = 'booked'",
  'create index if not exists calls_starts_ix on calls (starts, id)',
  'create index if not exists calls_email_ix on calls (email_key) where email_key is not null',
  'create unique index if not exists call_blocks_sending_uq on call_blocks (nonce)',
  'create index if not exists call_blocks_time_ix on call_blocks (starts, ends)',
];

export const calls: Feature = {
  name: 'calls',
  contentAccess: callsAccess,
  permissions: [manageCalls],
  adminEndpoints: [...callsEndpoints, ...calendarEndpoints],
  siteActions: [
    'api::call.call.book',
    'api::call.call.calendar',
    'api::call.call.cancel',
    'api::call.call.feed',
    'api::call.call.findCallPage',
    'api::call.call.look',
    'api::call.call.move',
  ],
  indexes,
  emails: [...Object.values(readerEmails), ...Object.values(counsellorEmails)],
  personalData: callsPersonalData,
  createTables: createCallTables,
  jobs: [
    { name: 'call-retention', schedule: '47 3 * * *', catchUpHours: 24, run: deleteOldCalls },
    { name: 'call-reminders', schedule: '*/5 * * * *', catchUpHours: 0, run: remindReaders },
    { name: 'call-calendars', schedule: '*/5 * * * *', catchUpHours: 0, run: readCalendars },
  ],
  readiness: [calendarsCheck],
  demo: [{ phase: 'comments', seed: ({ uow, now }) => seedDemoCalls(uow, now) }],
};
