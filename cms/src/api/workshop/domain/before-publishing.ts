import { isVisible } from 'shared';
import type { FieldError } from '#src/documents/check-before-publishing';
import { isDescribed, textErrors } from '#src/documents/publishable-text';
import { sessionOf, type StoredSession, type StoredWorkshop, timesOf } from './times';

const isEmpty = (text: string | null | undefined): boolean => !isVisible(text ?? '');

/** An earlier year is mistyped. */
const earliestDay = '1990-01-01';

const sessionProblem = (session: StoredSession, timeZone: string): string | null => {
  const { day, starts, ends } = session;
  if (day === null || starts === null || ends === null) return 'Enter a day, a start and an end for this session.';
  if (day < earliestDay) return `Check the year of this session: it is ${Number(day.slice(0, 4))}.`;
  if (starts === ends) return 'This session ends at the time it starts.';
  if (ends < starts && ends > '06:00') return 'This session ends before it starts.';
  if (sessionOf(session, timeZone) === null)
    return 'The clocks go forward that night and skip this time. Choose another time.';
  return null;
};

const sessionProblems = ({ sessions, timeZone }: StoredWorkshop): FieldError[] => {
  if (sessions.length === 0)
    return [{ field: 'sessions', message: 'Add at least one session: the day, and when it starts and ends.' }];
  return sessions.flatMap((session, index): FieldError[] => {
    const message = sessionProblem(session, timeZone);
    if (message !== null) return [{ field: `sessions.${index}.${session.day === null ? 'day' : 'ends'}`, message }];
    const before = index === 0 ? null : sessionOf(sessions[index - 1] as StoredSession, timeZone);
    const starts = sessionOf(session, timeZone)?.starts ?? '';
    return before !== null && starts < before.ends
      ? [
          {
            field: `sessions.${index}.day`,
            message: `Session ${index + 1} begins before session ${index} has ended. Put them in order.`,
          },
        ]
      : [];
  });
};

const registrationProblems = (draft: StoredWorkshop): FieldError[] => {
  if (draft.opensTime !== null && draft.opensDay === null)
    return [{ field: 'opensDay', message: 'Enter the day when registration opens, or leave the time empty.' }];
  if (draft.closesTime !== null && draft.closesDay === null)
    return [{ field: 'closesDay', message: 'Enter the day when registration closes, or leave the time empty.' }];
  const times = timesOf(draft);
  if (times === null) return [];
  return times.opens !== null && times.opens >= times.closes
    ? [
        {
          field: 'opensDay',
          message: 'Registration would open after it closes, or after the workshop starts. Choose an earlier day.',
        },
      ]
    : [];
};

const venueProblems = ({ format, venueName, mapUrl }: StoredWorkshop): FieldError[] => [
  ...(format !== 'online' && isEmpty(venueName)
    ? [{ field: 'venueName', message: 'Enter the name of the venue, or choose “online”.' }]
    : []),
  ...(isEmpty(mapUrl) || (URL.canParse(mapUrl ?? '') && new URL(mapUrl ?? '').protocol === 'https:')
    ? []
    : [{ field: 'mapUrl', message: 'Enter a full web address that starts with https://.' }]),
];

const listProblems = ({ prices, programme }: StoredWorkshop): FieldError[] => [
  ...prices.flatMap(({ label, amount }, index): FieldError[] => [
    ...(isEmpty(label)
      ? [{ field: `prices.${index}.label`, message: 'Give this price a name, for example “Full price”.' }]
      : []),
    ...(amount === null || amount === ''
      ? [{ field: `prices.${index}.amount`, message: 'Enter the price in pounds, or 0 for a free place.' }]
      : []),
  ]),
  ...programme.flatMap(({ title }, index): FieldError[] =>
    isEmpty(title)
      ? [{ field: `programme.${index}.title`, message: 'Enter what happens in this part, or remove it.' }]
      : [],
  ),
];

/**
 * Returns everything that prevents a workshop from being published.
 * @param describedFiles see `textErrors`
 */
export const workshopErrors = (draft: StoredWorkshop, describedFiles: ReadonlySet<string>): FieldError[] => [
  ...textErrors({ title: draft.title, body: draft.description }, describedFiles).map((problem) => ({
    ...problem,
    field: problem.field === 'body' ? 'description' : problem.field,
  })),
  ...sessionProblems(draft),
  ...registrationProblems(draft),
  ...venueProblems(draft),
  ...(draft.capacity === null ? [{ field: 'capacity', message: 'Enter the number of places.' }] : []),
  ...listProblems(draft),
  ...(draft.cover !== null && !isDescribed(draft.cover)
    ? [
        {
          field: 'cover',
          message:
            'The picture has no description yet. Edit it, and say what it shows under “Description (alternative text)”.',
        },
      ]
    : []),
];
