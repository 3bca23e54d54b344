import type { Session, WorkshopFormat } from 'shared';

/**
 * A session with the number that its calendar entries have. The number is never given to another session of the
 * workshop. `row` is the id of its row in the draft, by which it is known again when it moves.
 */
export interface AnnouncedSession extends Session {
  n: number;
  row: number | null;
}

/** What participants were last told about when and where a workshop takes place. */
export interface Announced {
  sessions: readonly AnnouncedSession[];
  /** The highest number that a session ever had. */
  lastNumber: number;
  timeZone: string;
  format: WorkshopFormat;
  venueName: string | null;
  venueAddress: string | null;
  joiningDetails: string | null;
}

const text = (value: string | null): string => (value ?? '').trim();

type Where = Pick<Announced, 'format' | 'venueName' | 'venueAddress'>;
type When = Pick<Announced, 'timeZone'> & { sessions: readonly Session[] };

/** Returns whether the sessions or their time zone differ. */
const areDatesChanged = (before: When, after: When): boolean =>
  before.timeZone !== after.timeZone ||
  before.sessions.length !== after.sessions.length ||
  before.sessions.some(
    ({ starts, ends }, index) => starts !== after.sessions[index]?.starts || ends !== after.sessions[index]?.ends,
  );

/** Returns whether the workshop takes place elsewhere; spaces around a text make no difference. */
const isPlaceChanged = (before: Where, after: Where): boolean =>
  before.format !== after.format ||
  text(before.venueName) !== text(after.venueName) ||
  text(before.venueAddress) !== text(after.venueAddress);

/** Returns whether a participant needs to hear about the difference. */
export const isChanged = (before: Announced, after: Announced): boolean =>
  areDatesChanged(before, after) ||
  isPlaceChanged(before, after) ||
  text(before.joiningDetails) !== text(after.joiningDetails);

type Unnumbered = Omit<AnnouncedSession, 'n'>;
type Numbers = Pick<Announced, 'sessions' | 'lastNumber'>;

const sameTime = (one: Session, other: Session): boolean => one.starts === other.starts && one.ends === other.ends;
const sameRow = (one: Unnumbered, other: Unnumbered): boolean => one.row !== null && one.row === other.row;

/**
 * Returns the sessions with their numbers: those that were announced keep theirs, found by their time, then by their
 * row. If every row is new, because a program has written the whole list, the sessions left over are paired in order.
 */
export const numberSessions = (before: Numbers | null, sessions: readonly Unnumbered[]): Numbers => {
  const left = [...(before?.sessions ?? [])];
  const isRewritten = !left.some((earlier) => sessions.some((session) => sameRow(earlier, session)));
  const numbers = new Map<Unnumbered, number>();
  const match = (isSame: (earlier: AnnouncedSession, session: Unnumbered) => boolean): void => {
    for (const session of sessions.filter((one) => !numbers.has(one))) {
      const index = left.findIndex((earlier) => isSame(earlier, session));
      const [found] = index === -1 ? [] : left.splice(index, 1);
      if (found) numbers.set(session, found.n);
    }
  };
  match(sameTime);
  match(sameRow);
  match((earlier, { starts }) => earlier.starts === starts);
  if (isRewritten) match(() => true);
  let lastNumber = before?.lastNumber ?? 0;
  const numbered = sessions.map((session) => ({ ...session, n: numbers.get(session) ?? (lastNumber += 1) }));
  return { sessions: numbered, lastNumber };
};

/** Returns the announced sessions that the workshop no longer has. */
export const removedSessions = (before: Announced, after: Announced): AnnouncedSession[] =>
  before.sessions.filter(({ n }) => !after.sessions.some((session) => session.n === n));

/** Reads what is stored in `workshop_seats`. */
export const parseAnnounced = (stored: string | null): Announced | null =>
  stored === null ? null : (JSON.parse(stored) as Announced);

/** Returns when the last of the announced sessions ends; null without sessions. */
export const announcedEnd = ({ sessions }: Announced): string | null => sessions.at(-1)?.ends ?? null;

/**
 * A public change of a published workshop, as the feed and search engines learn of it; `from` is when a moved workshop
 * would have started.
 */
export interface WorkshopChange {
  kind: 'moved' | 'place';
  at: string;
  from: string;
}

/** How many changes are kept. */
const maxChanges = 20;

/** Returns the stored changes of a workshop, the latest last. */
export const parseChanges = (stored: string | null): WorkshopChange[] =>
  stored === null ? [] : (JSON.parse(stored) as WorkshopChange[]);

/** Returns the changes with those between two announcements added. */
export const addChanges = (
  changes: readonly WorkshopChange[],
  before: Announced,
  after: Announced,
  at: string,
): WorkshopChange[] => {
  const from = before.sessions[0]?.starts ?? at;
  const added: WorkshopChange[] = [
    ...(areDatesChanged(before, after) ? [{ kind: 'moved' as const, at, from }] : []),
    ...(isPlaceChanged(before, after) ? [{ kind: 'place' as const, at, from }] : []),
  ];
  return [...changes, ...added].slice(-maxChanges);
};
