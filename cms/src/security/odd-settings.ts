import { isAddress, mailboxKey } from 'shared';

type Values = Readonly<Record<string, string | undefined>>;

/**
 * A typing error would be taken for the opposite: `DELIVER_EMAILS=no` would send, and `NEW_DATABASE=yes` do nothing.
 */
const trueOrFalse = [
  'ACCEPT_LOST_ERASURES',
  'ACCEPT_NEW_SECRETS',
  'DELIVER_EMAILS',
  'DEMO_CONTENT',
  'NEW_DATABASE',
  'SMTP_INSECURE',
  'SMTP_SECURE',
  'TRUST_PROXY',
];

const accounts = ['COUNSELLOR_EMAIL', 'WEB_TEAM_EMAIL', 'EMERGENCY_EMAIL'];

/**
 * Returns what is odd about settings that the CMS would otherwise take for something else, as sentences; never a value.
 */
export const oddSettings = (values: Values): string[] => {
  const given = (names: readonly string[]): [name: string, value: string][] =>
    names.flatMap((name) => {
      const value = values[name]?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    });
  const addresses = given(accounts).map(([, address]) => mailboxKey(address));
  const [database] = given(['DATABASE_URL']);
  return [
    ...given(trueOrFalse)
      .filter(([, value]) => value !== 'true' && value !== 'false')
      .map(([name]) => `${name} must be true or false.`),
    ...given(accounts)
      .filter(([, address]) => !isAddress(address))
      .map(([name]) => `${name} must be one email address such as ann@example.org.`),
    ...(new Set(addresses).size === addresses.length
      ? []
      : [`${accounts.join(', ')} must be three different addresses.`]),
    ...(database === undefined || /^postgres(?:ql)?:\/\/./.test(database[1])
      ? []
      : ['DATABASE_URL must look like postgres://user:password@host:5432/name.']),
  ];
};

/** @throws Error with a sentence about each setting that is odd */
export const refuseOddSettings = (values: Values): void => {
  const odd = oddSettings(values);
  if (odd.length > 0) throw new Error(`${odd.join(' ')} Correct it in .env or the environment.`);
};
