/** A letter that was given up on, without whom it is for or what it says. */
export interface GivenUpLetter {
  id: number;
  kind: string;
  attempts: number;
  /** The class of the last fault, such as `refused`; never the server's own words. */
  fault: string;
  /** ISO 8601. */
  owedAt: string;
}

/** `GET /quiet-room/outbox` */
export interface OutboxAnswer {
  /** A mail server, or .eml files below DATA_DIR/mail. */
  goesTo: 'server' | 'files';
  owed: number;
  /** When the oldest letter that is still owed was written, ISO 8601. */
  oldestOwed: string | null;
  /** How many of the owed ones were tried in vain and are tried again, by class of their last fault. */
  waiting: { fault: string; letters: number }[];
  givenUp: number;
  /** The newest 50 that were given up on. */
  letters: GivenUpLetter[];
}
