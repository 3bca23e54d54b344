/**
 * `failed` needs a person soon and makes the whole process not ready; `warning` is worth knowing; `ok` needs nobody.
 */
export type CheckStatus = 'ok' | 'warning' | 'failed';

/** What one check found. Anybody can read it, so the message contains nothing private. */
export interface Finding {
  name: string;
  status: CheckStatus;
  /** A sentence, with what to do unless the status is `ok`. */
  message: string;
}

/** The response of `/_ready`. */
export interface Readiness {
  status: 'ready' | 'not-ready';
  checks: Finding[];
}

export const readinessOf = (checks: Finding[]): Readiness => ({
  status: checks.some(({ status }) => status === 'failed') ? 'not-ready' : 'ready',
  checks,
});

/** Returns the response of `/_ready.txt`: one line for the whole, then one for each check. */
export const readinessText = ({ status, checks }: Readiness): string =>
  [status, ...checks.map((check) => `${check.status.padEnd(7)} ${check.name}: ${check.message}`), ''].join('\n');

const megabyte = 1024 * 1024;
const asMegabytes = (bytes: number): string => `${Math.floor(bytes / megabyte).toLocaleString('en-GB')} MB`;

/**
 * Judges the space that is left for the data folder.
 * @param free and `min` in bytes
 */
export const freeSpaceFinding = (free: number, min: number): Finding => {
  const name = 'free space';
  if (free >= min) return { name, status: 'ok', message: `${asMegabytes(free)} are free where DATA_DIR is.` };
  return {
    name,
    status: 'failed',
    message: `Only ${asMegabytes(free)} are free where DATA_DIR is, and MIN_FREE_MB asks for ${asMegabytes(min)}: make room, or nothing can be stored soon.`,
  };
};
