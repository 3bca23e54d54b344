/** The first stack frame in the CMS's own code, such as `src/api/email/delivery/send-due.js:12`. */
const ownFrame = ({ name, message, stack = '' }: Error): string | undefined =>
  stack
    .replace(`${name}: ${message}`, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !line.includes('node_modules'))
    .map((line) => /((?:src|config)\/[\w./-]+:\d+):\d+\)?$/.exec(line)?.[1])
    .find((frame) => frame !== undefined);

/** Returns the code of an error, such as `ENOENT` or `23505`, or null; never a text that only looks like one. */
const plainCodeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && /^[\w-]{1,40}$/.test(String(error.code)) ? String(error.code) : null;

/** Returns the code of an error or else its name, for a sentence to the person who runs the CMS. */
export const codeOf = (error: unknown): string =>
  plainCodeOf(error) ?? (error instanceof Error ? error.name : 'unknown error');

/**
 * Returns what may be logged about an error: its name, its code or that of its cause, and where in the CMS it was
 * thrown. Never its message, which may repeat personal data.
 */
export const describeError = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const code = plainCodeOf(error) ?? plainCodeOf(error.cause);
  const frame = ownFrame(error);
  return `${error.name}${code === null ? '' : ` ${code}`}${frame === undefined ? '' : ` at ${frame}`}`;
};
