/**
 * `failed` needs a person soon and makes the whole process not ready; `warning` is worth knowing; `ok` needs nobody.
 */
export type CheckStatus = 'ok' | 'warning' | 'failed';

/** What one check found. */
export interface Finding {
  name: string;
  status: CheckStatus;
  /** A sentence, with what to do unless the status is `ok`. It contains nothing private. */
  message: string;
}

/** The response of `/_ready` on the machine itself. */
export interface Readiness {
  status: 'ready' | 'not-ready';
  checks: Finding[];
}

/** The same for everybody else. */
export interface ReadinessWithoutReasons {
  status: Readiness['status'];
  checks: Pick<Finding, 'name' | 'status'>[];
}

/** Where a request comes from, as Node tells it. */
interface Visitor {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  socket: { remoteAddress?: string | undefined };
}

/** Whether somebody asks on the machine itself. Whom a reverse proxy speaks for is elsewhere, wherever the proxy is. */
export const isOnThisMachine = ({ headers, socket }: Visitor): boolean =>
  /^(?:::1|(?:::ffff:)?127(?:\.\d+){3})$/.test(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers['forwarded'] === undefined;

/**
 * Returns what a request may read of the checks: their reasons tell how much room is left, which version of the
 * database is expected and when nobody looks, and that is for those who run the machine.
 */
export const readinessFor = (visitor: Visitor, readiness: Readiness): Readiness | ReadinessWithoutReasons =>
  isOnThisMachine(visitor)
    ? readiness
    : { status: readiness.status, checks: readiness.checks.map(({ name, status }) => ({ name, status })) };

export const readinessOf = (checks: Finding[]): Readiness => ({
  status: checks.some(({ status }) => status === 'failed') ? 'not-ready' : 'ready',
  checks,
});

/** Returns the response of `/_ready.txt`: one line for the whole, then one for each check. */
export const readinessText = ({ status, checks }: Readiness | ReadinessWithoutReasons): string =>
  [
    status,
    ...checks.map((check) => {
      const found = `${check.status.padEnd(7)} ${check.name}`;
      return 'message' in check ? `${found}: ${check.message}` : found;
    }),
    '',
  ].join('\n');

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
