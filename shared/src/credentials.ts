import type { Credential } from './contracts/practice-facts.js';
import { isoDay, offsetOf } from './session-times.js';

const dayMs = 86_400_000;

/** Returns how far ahead of UTC a zone is at an instant, in milliseconds. */
const offsetMs = (at: number, timeZone: string): number => {
  const instant = new Date(at).toISOString();
  return Date.parse(instant) - Date.parse(instant.replace('Z', offsetOf(instant, timeZone)));
};

/** Returns the instant at which a day such as `2027-03-31` ends in a zone, in milliseconds since 1970. */
const endOf = (day: string, timeZone: string): number => {
  const midnight = Date.parse(`${day}T00:00:00Z`) + dayMs;
  // Near the change of the clocks, the offset at midnight in UTC may be another one.
  return midnight - offsetMs(midnight - offsetMs(midnight, timeZone), timeZone);
};

/** Returns whether a credential may still be shown: its last day is the one on which it has to be renewed. */
export const isCurrent = ({ renewsOn }: Pick<Credential, 'renewsOn'>, today: string): boolean =>
  renewsOn === null || renewsOn >= today;

/** Returns a credential in words: `Registered member MBACP, British Association …, no. 000000`. */
export const credentialWords = ({ title, body, number }: Pick<Credential, 'title' | 'body' | 'number'>): string =>
  [title, body, number === null ? null : `no. ${number}`].filter((part) => part !== null).join(', ');

/**
 * Returns those of the credentials that may be shown now, and when the clock alone changes that (ISO 8601); null if it
 * never does.
 *
 * @param now milliseconds since 1970
 */
export const currentCredentials = <Held extends Pick<Credential, 'renewsOn'>>(
  credentials: readonly Held[],
  timeZone: string,
  now: number,
): { current: Held[]; changesAt: string | null } => {
  const today = isoDay(new Date(now).toISOString(), timeZone);
  const current = credentials.filter((credential) => isCurrent(credential, today));
  const ends = current.flatMap(({ renewsOn }) => (renewsOn === null ? [] : [endOf(renewsOn, timeZone)]));
  return { current, changesAt: ends.length === 0 ? null : new Date(Math.min(...ends)).toISOString() };
};
