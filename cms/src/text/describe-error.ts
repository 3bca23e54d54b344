/** The first stack frame in the CMS's own code, such as `src/api/email/delivery/send-due.js:12`. */
const ownFrame = ({ name, message, stack = '' }: Error): string | undefined =>
  stack
    .replace(`${name}: ${message}`, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !line.includes('node_modules'))
    .map((line) => /((?:src|config)\/[\w./-]+:\d+):\d+\)?$/.exec(line)?.[1])
    .find((frame) => frame !== undefined);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && /^[\w-]{1,40}$/.test(String(error.code)) ? ` ${String(error.code)}` : '';

/**
 * Returns what may be logged about an error: its name, its code or that of its cause, and where in the CMS it was
 * thrown. Never its message, which may repeat personal data.
 */
export const describeError = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const frame = ownFrame(error);
  return `${error.name}${codeOf(error) || codeOf(error.cause)}${frame === undefined ? '' : ` at ${frame}`}`;
};
