import { type Credential, credentialWords, currentCredentials, isRecord } from 'shared';
import { checkedError, daysOf } from '#src/api/practice/typed-dates';
import type { FieldError } from '#src/documents/check-before-publishing';
import { textOrNull } from '#src/text/text-or-null';

/** A credential as it is stored. */
export interface StoredCredential {
  kind: Credential['kind'];
  title: string;
  body?: string | null;
  number?: string | null;
  url?: string | null;
  renewsOn?: string | null;
  checked?: string | null;
}

/** Returns credentials as readers may know them, those that have lapsed among them. */
export const credentialsOf = (stored: readonly StoredCredential[] | null | undefined): Credential[] =>
  (stored ?? []).map(({ kind, title, body, number, url, renewsOn, checked }) => ({
    kind,
    title: title.trim(),
    body: textOrNull(body),
    number: textOrNull(number),
    url: textOrNull(url),
    renewsOn: textOrNull(renewsOn),
    checked: textOrNull(checked),
  }));

/** A certificate has room for this many characters. */
const maxMembershipCharacters = 300;

/**
 * Returns the memberships that are current, in the words of a certificate; null if there is none. Those that there is
 * no room for are left out.
 */
export const membershipWords = (credentials: readonly Credential[], timeZone: string, now: Date): string | null => {
  const { current } = currentCredentials(credentials, timeZone, now.getTime());
  const words = current
    .filter(({ kind }) => kind === 'membership')
    .map((held) => (credentialWords(held).length > maxMembershipCharacters ? held.title : credentialWords(held)));
  const fitting = words.filter((_, at) => words.slice(0, at + 1).join('; ').length <= maxMembershipCharacters);
  return fitting.length === 0 ? null : fitting.join('; ');
};

/** What tells one credential from another, and what somebody looked up in a register. */
const identityOf = (entry: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(
    [entry['title'], entry['body'], entry['number'], entry['url']].map((part) =>
      textOrNull(typeof part === 'string' ? part : null),
    ),
  );

/**
 * Returns the credentials without the day of the last check where what was checked has changed since, unless it was
 * checked again today.
 */
export const withoutStaleCredentialChecks = (entered: unknown, stored: unknown, now: Date): unknown => {
  if (!Array.isArray(entered)) return entered;
  const before = new Set((Array.isArray(stored) ? stored : []).filter(isRecord).map(identityOf));
  return entered.map((entry: unknown) =>
    isRecord(entry) && !before.has(identityOf(entry)) && !daysOf(now).includes(String(entry['checked']))
      ? { ...entry, checked: null }
      : entry,
  );
};

/** Returns an error for each day on which a credential can't have been checked. */
export const credentialErrors = (credentials: unknown, now: Date): FieldError[] =>
  (Array.isArray(credentials) ? credentials : []).filter(isRecord).flatMap(({ checked }, index) => {
    const message = checkedError(checked, now);
    return message === null ? [] : [{ field: `credentials.${index}.checked`, message }];
  });
