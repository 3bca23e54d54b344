const framesOf = ({ name, message, stack = '' }: Error): string[] =>
  stack
    .replace(`${name}: ${message}`, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));

const firstMatch = (frames: readonly string[], place: RegExp): string | undefined =>
  frames.map((frame) => place.exec(frame)?.[1]).find((found) => found !== undefined);

const packages = '/node_modules/';

/** A frame from the name of its package on; nothing for one that is in none. */
const inPackage = (frame: string): string[] => {
  const at = frame.lastIndexOf(packages);
  return at < 0 ? [] : [frame.slice(at + packages.length)];
};

/**
 * The first stack frame in the CMS's own code, such as `src/api/email/delivery/send-due.js:12`; without one, the first
 * in a package, such as `knex/lib/client.js:332`.
 */
const placeOf = (error: Error): string | undefined => {
  const frames = framesOf(error);
  const own = frames.filter((frame) => !frame.includes('node_modules'));
  return (
    firstMatch(own, /((?:src|config)\/[\w./-]+:\d+):\d+\)?$/) ??
    firstMatch(frames.flatMap(inPackage), /^([\w@./-]+:\d+):\d+\)?$/)
  );
};

/** Returns the code of an error, such as `ENOENT` or `23505`, or null; never a text that only looks like one. */
const plainCodeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && /^[\w-]{1,40}$/.test(String(error.code)) ? String(error.code) : null;

/** Returns the code of an error or else its name, for a sentence to the person who runs the CMS. */
export const codeOf = (error: unknown): string =>
  plainCodeOf(error) ?? (error instanceof Error ? error.name : 'unknown error');

/**
 * Returns what may be logged about an error: its name, its code or that of its cause, and where it was thrown. Never
 * its message, which may repeat personal data.
 */
export const describeError = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const code = plainCodeOf(error) ?? plainCodeOf(error.cause);
  const frame = placeOf(error);
  return `${error.name}${code === null ? '' : ` ${code}`}${frame === undefined ? '' : ` at ${frame}`}`;
};
