import { addCalendarRequest, type CalendarError, type CallCalendar } from 'shared';
import { formatDateTime, pluralise } from '#src/admin/components/labels';

interface Explanation {
  /** What happened, as a sentence. */
  what: string;
  /** What she can do about it, as a sentence. */
  todo: string;
}

/** Why a calendar could not be read, and what to do. */
export const calendarErrorLabels: Readonly<Record<CalendarError, Explanation>> = {
  'not-found': {
    what: 'There is no calendar at this address any more.',
    todo: 'Copy its secret address again from your calendar, and enter it under “Change”.',
  },
  refused: {
    what: 'The calendar’s server did not let us in.',
    todo: 'Check that it is the secret or published address, and not the page that you see when you are signed in.',
  },
  unreachable: {
    what: 'The calendar’s server did not answer, or answered with a fault.',
    todo: 'This often passes by itself. If it doesn’t, the address may be wrong: copy it again.',
  },
  'too-slow': {
    what: 'The calendar’s server took too long.',
    todo: 'This often passes by itself. A calendar with fewer old events is faster, too.',
  },
  'too-large': {
    what: 'This calendar is larger than 5 MB.',
    todo: 'Choose another one, or remove old events from it.',
  },
  'not-a-calendar': {
    what: 'There is something else than a calendar at this address.',
    todo: 'Copy the address that ends in .ics or is called “iCal”, not the one of the page.',
  },
  'private-network': {
    what: 'This address leads to a private network, from which nothing may be read.',
    todo: 'For a calendar on a server of your own, ask your web team to allow its network.',
  },
  'too-many-events': {
    what: 'There is too much in this calendar to read it in time.',
    todo: 'Choose another one, or remove old events from it.',
  },
};

const isCalendarError = (code: string): code is CalendarError => code in calendarErrorLabels;

/** A calendar as it is typed. An empty address keeps the one that is stored. */
export type TypedCalendar = { name: string; address: string; allDayBlocks: boolean };
export type CalendarErrors = Partial<Record<'name' | 'address', string>>;

const nameError = 'Enter a name for this calendar, in up to 60 characters.';
const addressErrors: Readonly<Record<string, string>> = {
  missing: 'Enter the calendar’s secret address.',
  'too-long': 'This address is too long. Copy it again, without anything around it.',
  'not-an-address': 'Enter an address that begins with https:// or webcal://.',
};

/** Returns the sentence beside the address for a code of the contract, or a reason why it could not be read. */
export const addressError = (code: string): string => {
  if (!isCalendarError(code)) return addressErrors[code] ?? 'Enter the calendar’s secret address.';
  if (code === 'unreachable')
    return 'No calendar answered at this address. The address may be wrong: copy it again, or try again in a few minutes.';
  const { what, todo } = calendarErrorLabels[code];
  return `${code === 'not-found' ? 'There is no calendar at this address.' : what} ${todo}`.replace(
    ', and enter it under “Change”',
    '',
  );
};

/** Checks what was typed with the contract. @param keepsAddress whether the address may be left empty */
export const checkCalendar = (typed: TypedCalendar, keepsAddress: boolean): CalendarErrors => {
  const isKept = keepsAddress && typed.address.trim() === '';
  const parsed = addCalendarRequest.safeParse(isKept ? { ...typed, address: 'https://kept.example' } : typed);
  const errors: CalendarErrors = {};
  for (const { path, message } of parsed.error?.issues ?? []) {
    if (path[0] === 'name') errors.name ??= nameError;
    if (path[0] === 'address') errors.address ??= addressError(message);
  }
  return errors;
};

/** Returns what is known of a calendar, such as `Read today at 14:05 · 12 busy times`. */
export const calendarState = ({ readAt, busyCount }: CallCalendar): string =>
  readAt === null
    ? 'Not read yet'
    : `Last read ${formatDateTime(readAt)} · ${busyCount === 0 ? 'no busy times ahead' : pluralise(busyCount, 'busy time')}`;

/** Returns what a failure means for people who book. */
export const calendarConsequence = ({ isStale }: CallCalendar): string =>
  isStale
    ? 'Nobody can book a call until it can be read again, because you might be busy.'
    : 'What was read last still counts for now.';

/** Where the secret address is, by who provides the calendar. */
export const addressHelp: readonly { provider: string; steps: string }[] = [
  {
    provider: 'Google Calendar',
    steps:
      'On a computer, open Settings, choose your calendar on the left, and copy “Secret address in iCal format” under “Integrate calendar”. Google shows it there only, not in the app.',
  },
  {
    provider: 'Apple iCloud',
    steps:
      'In the Calendar app or on icloud.com, press the share sign beside the calendar, turn on “Public Calendar”, and copy the link. It begins with webcal://.',
  },
  {
    provider: 'Outlook and Microsoft 365',
    steps:
      'On outlook.com or outlook.office.com, open Settings, Calendar, Shared calendars. Under “Publish a calendar”, choose “Can view when I’m busy”, publish, and copy the ICS link.',
  },
  {
    provider: 'Nextcloud',
    steps:
      'Press the pencil beside the calendar, then “Share link”. In the menu beside it, choose “Copy subscription link”.',
  },
  {
    provider: 'Fastmail',
    steps:
      'Open Settings, Calendars, then “Edit and share” beside the calendar. Turn on sharing by link, with free and busy times only, and copy the link.',
  },
];
