import { type Credential, isCurrent, type Renewal, renewalNoticeDays, type Renewals } from 'shared';
import { daysBetween } from '#src/time/days';

/** So long the counsellor is told that a credential has left the site, if no CMS was running on the day itself. */
const lapsedNoticeDays = 14;

const [firstNotice, lastNotice] = renewalNoticeDays;

/** Which email is due about a credential: so many days before its renewal, or that it has left the site. */
export type Notice = (typeof renewalNoticeDays)[number] | 'lapsed';

/** Returns the email that is due on a day about a credential; null if there is none. */
export const noticeDue = ({ renewsOn }: Pick<Credential, 'renewsOn'>, today: string): Notice | null => {
  if (renewsOn === null) return null;
  const days = daysBetween(today, renewsOn);
  if (days < 0) return days >= -lapsedNoticeDays ? 'lapsed' : null;
  if (days <= lastNotice) return lastNotice;
  return days <= firstNotice ? firstNotice : null;
};

/** A qualification is for good; everything else ends. */
const renewalOf = (credential: Credential, today: string): Renewal[] => {
  const { kind, title, renewsOn } = credential;
  if (renewsOn === null) return kind === 'qualification' ? [] : [{ title, renewsOn, state: 'no day' }];
  if (!isCurrent(credential, today)) return [{ title, renewsOn, state: 'lapsed' }];
  return daysBetween(today, renewsOn) <= firstNotice ? [{ title, renewsOn, state: 'soon' }] : [];
};

/** Returns what the dashboard says about credentials on a day, by the day of their renewal. */
export const renewalsOf = (credentials: readonly Credential[], today: string): Renewals => ({
  count: credentials.length,
  due: credentials
    .flatMap((credential) => renewalOf(credential, today))
    .sort((a, b) => (a.renewsOn ?? '9').localeCompare(b.renewsOn ?? '9')),
});
