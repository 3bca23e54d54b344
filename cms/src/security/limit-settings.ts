/** How much unconfirmed addresses may cause; see docs/reference/links.md. */
export interface LimitSettings {
  /** Seats that are held for people who have not confirmed their address; null: without limit. */
  readonly unconfirmedSeats: {
    /** Of one workshop, for one network. */
    readonly perNetwork: number;
    /** Of one workshop altogether, in per cent of its capacity. */
    readonly sharePercent: number;
  } | null;
  /** Emails to addresses that somebody typed and nobody has confirmed. */
  readonly emails: {
    /** To one mailbox in a day. */
    readonly perMailbox: number;
    /** The same, of those that one network causes. */
    readonly perMailboxOfNetwork: number;
    /** Caused by one network in an hour. */
    readonly perNetwork: number;
    /** Of the whole site in an hour. */
    readonly perHour: number;
  };
  /** Emails to the counsellor in an hour that go at once; the rest is one email. */
  readonly counsellorEmailsPerHour: number;
}

/**
 * One network is stopped long before it has used up a mailbox's day, in which its owner may want to register, too; and
 * two networks together cannot find out whether somebody else has used the address.
 */
const ofMailboxPerNetwork = 3;

const numberFrom = (values: Readonly<Record<string, string | undefined>>, name: string, usual: number, max: number) => {
  const value = (values[name] ?? '').trim();
  const number = value === '' ? usual : Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= max) return number;
  throw new Error(`${name} must be a whole number from 1 to ${max}. Correct it in .env or the environment.`);
};

/**
 * Reads the limits from the environment. `FORM_LIMITS=off` removes them, for measurements.
 *
 * @throws Error that names the setting which is not a number
 */
export const limitSettings = (values: Readonly<Record<string, string | undefined>>): LimitSettings => {
  const unlimited = Number.MAX_SAFE_INTEGER;
  if (values.FORM_LIMITS === 'off')
    return {
      unconfirmedSeats: null,
      emails: { perMailbox: unlimited, perMailboxOfNetwork: unlimited, perNetwork: unlimited, perHour: unlimited },
      counsellorEmailsPerHour: unlimited,
    };
  const perMailbox = numberFrom(values, 'EMAILS_PER_MAILBOX', 12, 1_000);
  return {
    unconfirmedSeats: {
      perNetwork: numberFrom(values, 'PENDING_PLACES_PER_NETWORK', 3, 1_000),
      sharePercent: numberFrom(values, 'PENDING_PLACES_PERCENT', 75, 100),
    },
    emails: {
      perMailbox,
      perMailboxOfNetwork: Math.min(ofMailboxPerNetwork, perMailbox),
      perNetwork: numberFrom(values, 'EMAILS_PER_NETWORK', 15, 100_000),
      perHour: numberFrom(values, 'EMAILS_PER_HOUR', 200, 100_000),
    },
    counsellorEmailsPerHour: numberFrom(values, 'COUNSELLOR_EMAILS_PER_HOUR', 6, 1_000),
  };
};
