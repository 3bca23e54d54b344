import type { Session } from 'shared';
import type { Announced } from '#src/api/workshop/domain/announced';
import { sessionLine } from './templates';

const text = (value: string | null): string => (value ?? '').trim();

const placeOf = ({ format, venueName, venueAddress }: Announced): string => {
  const venue = [text(venueName), text(venueAddress)].filter((part) => part !== '').join(', ');
  if (format === 'online') return 'online';
  return format === 'both' ? `${venue}, or online` : venue;
};

interface About {
  /** The sessions that no longer take place, without those that are over. */
  gone: readonly Session[];
  /** Whether the recipients may be in another time zone. */
  namesZone: boolean;
}

/** Returns a heading with a line for each session; nothing without any. */
const listed = (sessions: readonly string[], one: string, several: string): string[] =>
  sessions.length === 0 ? [] : [[sessions.length === 1 ? one : several, ...sessions].join('\n')];

/**
 * Returns what has changed between two announcements of a workshop, a paragraph for each change, with what was
 * announced before. The new joining details are not repeated: they are among the details.
 */
export const changesInWords = (before: Announced, after: Announced, { gone, namesZone }: About): string[] => {
  const earlier = new Map(before.sessions.map((session) => [session.n, session]));
  const moved = after.sessions.flatMap((session) => {
    const was = earlier.get(session.n);
    if (was === undefined) return [];
    const [old, now] = [sessionLine(was, before.timeZone, namesZone), sessionLine(session, after.timeZone, namesZone)];
    return old === now ? [] : [`The new date: ${now}\nIt was: ${old}`];
  });
  const added = after.sessions
    .filter(({ n }) => !earlier.has(n))
    .map((session) => sessionLine(session, after.timeZone, namesZone));
  const removed = gone.map((session) => sessionLine(session, before.timeZone, namesZone));
  const [place, oldPlace] = [placeOf(after), placeOf(before)];
  return [
    ...moved,
    ...listed(added, 'There is one more session:', 'There are more sessions:'),
    ...listed(removed, 'This session no longer takes place:', 'These sessions no longer take place:'),
    ...(place === oldPlace ? [] : [`The new place: ${place}\nIt was: ${oldPlace}`]),
    ...(text(after.joiningDetails) === text(before.joiningDetails)
      ? []
      : ['How to join has changed: please use what stands below.']),
  ];
};
