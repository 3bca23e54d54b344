/** An email that was given up on, without whom it is for or what it says. */
export interface FailedEmail {
  id: number;
  kind: string;
  attempts: number;
  /** The class of the last delivery error, such as `refused`; never the server's own words. */
  fault: string;
  /** ISO 8601. */
  queuedAt: string;
}

/** `GET /quiet-room/outbox` */
export interface OutboxStatus {
  /** A mail server, or .eml files below DATA_DIR/mail. */
  goesTo: 'server' | 'files';
  queued: number;
  /** When the oldest email that is still queued was written, ISO 8601. */
  oldestQueued: string | null;
  /** How many of the queued ones were tried without success and will be retried, by class of their last error. */
  waiting: { fault: string; emails: number }[];
  failed: number;
  /** The newest 50 that were given up on. */
  emails: FailedEmail[];
}
