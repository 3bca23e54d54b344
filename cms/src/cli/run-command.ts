import { failureSentence } from './failure-sentence';

/** Why a command failed, as one sentence for the person who ran it. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** The arguments are invalid; the message is one sentence. */
export class UsageError extends Error {
  override name = 'UsageError';
}

interface Command<Options> {
  usage: string;
  /**
   * Parses the arguments; null when the usage was asked for.
   * @throws UsageError
   */
  parse: (args: string[]) => Options | null;
  /**
   * Runs the command and returns its exit code.
   * @throws CommandError
   */
  run: (options: Options) => Promise<number>;
}

async function exitCodeOf<Options>({ usage, parse, run }: Command<Options>): Promise<number> {
  try {
    const options = parse(process.argv.slice(2));
    if (options) return await run(options);
    process.stdout.write(usage);
    return 2;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${usage}`);
      return 2;
    }
    process.stderr.write(`${error instanceof CommandError ? error.message : failureSentence(error)}\n`);
    return 1;
  }
}

/**
 * Runs a command as this process. Exit codes: 0 success or nothing to do, 1 failed or incomplete, 2 invalid arguments.
 */
export const runCommand = <Options>(command: Command<Options>): void => {
  // Hides what Strapi and its libraries log for developers, so that only the command's own report is shown.
  process.env.LOG_LEVEL = 'error';
  process.env.LOG_FORMAT = 'pretty';
  // A copy of somebody's data is for the person who asked for it alone.
  process.umask(0o077);
  Object.assign(process, { noDeprecation: true });
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => {
      process.stderr.write(`${failureSentence(error)}\n`);
      process.exit(1);
    });
  void exitCodeOf(command).then((code) => {
    process.exitCode = code;
  });
};
