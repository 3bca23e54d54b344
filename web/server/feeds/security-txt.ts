/** For how many months a security.txt may be believed; RFC 9116 2.5.5 recommends less than a year. */
const months = 6;

const monthsAfter = (now: Date, count: number): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + count, 1));

/**
 * Where to report a weakness of this site (RFC 9116), and the moment at which the text changes by itself: its date of expiry
 * moves on with each month, so that it is always good for at least five more.
 */
export function securityTxt(email: string, siteUrl: string, now: Date): { text: string; changes: Date } {
  const lines = [
    `Contact: mailto:${email}`,
    `Expires: ${monthsAfter(now, months).toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${siteUrl}/.well-known/security.txt`,
  ];
  return { text: `${lines.join('\n')}\n`, changes: monthsAfter(now, 1) };
}
