import type { Session, WorkshopFormat } from 'shared';

/** What participants were last told about when and where a workshop takes place. */
export interface Announced {
  sessions: readonly Session[];
  timeZone: string;
  format: WorkshopFormat;
  venueName: string | null;
  venueAddress: string | null;
  joiningDetails: string | null;
}

const text = (value: string | null): string => (value ?? '').trim();

/** Returns whether a participant needs to hear about the difference; spaces around a text make none. */
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

/** Returns the sessions at the end that were removed, with the numbers (from 1) that their calendar entries have. */
export const removedSessions = (before: Announced, after: Announced): { n: number; starts: string; ends: string }[] =>
  before.sessions
    .slice(after.sessions.length)
    .map(({ starts, ends }, index) => ({ n: after.sessions.length + index + 1, starts, ends }));
