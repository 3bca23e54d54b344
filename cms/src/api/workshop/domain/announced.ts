import type { Session, WorkshopFormat } from 'shared';

/** What participants were last told of when and where: compared with what is published now. */
export interface Announced {
  sessions: readonly Session[];
  timeZone: string;
  format: WorkshopFormat;
  venueName: string | null;
  venueAddress: string | null;
  joiningDetails: string | null;
}

const text = (value: string | null): string => (value ?? '').trim();

/** Whether somebody who plans to come would have to know of it. */
export const isChanged = (before: Announced, after: Announced): boolean =>
  before.timeZone !== after.timeZone ||
  before.format !== after.format ||
  text(before.venueName) !== text(after.venueName) ||
  text(before.venueAddress) !== text(after.venueAddress) ||
  text(before.joiningDetails) !== text(after.joiningDetails) ||
  before.sessions.length !== after.sessions.length ||
  before.sessions.some(
    ({ starts, ends }, index) => starts !== after.sessions[index]?.starts || ends !== after.sessions[index]?.ends,
  );

/** The sessions that are no more, by their numbers (from 1), as calendars know them. */
export const removedSessions = (before: Announced, after: Announced): { n: number; starts: string; ends: string }[] =>
  before.sessions
    .slice(after.sessions.length)
    .map(({ starts, ends }, index) => ({ n: after.sessions.length + index + 1, starts, ends }));
