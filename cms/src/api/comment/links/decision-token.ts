import type { LinkKeys } from '#src/security/link-keys';

/** What a link in an email to the counsellor decides about: a comment in the version that the email showed. */
export interface DecisionLink {
  number: number;
  version: number;
}

const sevenDays = 7 * 24 * 60 * 60 * 1000;

/** The secret of a link that can decide about a comment, for seven days from `now`. Made from what it says, so nothing is stored. */
export const decisionTokenOf = (keys: LinkKeys, { number, version }: DecisionLink, now: Date): string => {
  const ends = Math.floor((now.getTime() + sevenDays) / 1000);
  return `${number}.${version}.${ends}.${keys.sign('decision link', number, version, ends)}`;
};

/** What a token decides about, or null when it was not made with these keys or has ended. */
export const readDecisionToken = (keys: LinkKeys, token: string, now: Date): DecisionLink | null => {
  const [number = '', version = '', ends = '', mac = ''] = token.split('.');
  const link = { number: Number(number), version: Number(version) };
  return keys.verify(mac, 'decision link', link.number, link.version, Number(ends)) &&
    Number(ends) * 1000 > now.getTime()
    ? link
    : null;
};
