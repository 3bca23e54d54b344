import { isVisible } from 'shared';
import { registrationErrors, sessionErrors } from '#src/api/workshop/typed-dates';
import type { FieldError } from '#src/documents/check-before-publishing';
import { isDescribed, textErrors } from '#src/documents/publishable-text';
import { sessionOf, type StoredSession, type StoredWorkshop } from './times';

const isEmpty = (text: string | null | undefined): boolean => !isVisible(text ?? '');

const sessionProblem = (session: StoredSession, timeZone: string): string | null => {
  const { day, starts, ends } = session;
  if (day === null || starts === null || ends === null) return 'Enter a day, a start and an end for this session.';
  if (sessionOf(session, timeZone) === null)
    return 'The clocks go forward that night and skip this time. Choose another time.';
  return null;
};

const sessionProblems = ({ sessions, timeZone }: StoredWorkshop): FieldError[] => {
  if (sessions.length === 0)
    return [{ field: 'sessions', message: 'Add at least one session: the day, and when it starts and ends.' }];
  const typed = sessionErrors(sessions);
  return sessions.flatMap((session, index): FieldError[] => {
    const own = typed.filter(({ field }) => field.startsWith(`sessions.${index}.`));
    if (own.length > 0) return own;
    const message = sessionProblem(session, timeZone);
    return message === null ? [] : [{ field: `sessions.${index}.${session.day === null ? 'day' : 'ends'}`, message }];
  });
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
  ...registrationErrors(draft),
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
