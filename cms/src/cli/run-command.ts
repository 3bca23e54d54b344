/** Why a command failed, as one sentence for the person who ran it. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** The arguments are invalid; the message is one sentence. */
export class UsageError extends Error {
  override name = 'UsageError';
}

interface Command<Order> {
  usage: string;
  /**
   * Parses the arguments; null when the usage was asked for.
   * @throws UsageError
   */
  read: (args: string[]) => Order | null;
  /**
   * Runs the command and returns its exit code.
   * @throws CommandError
   */
  run: (order: Order) => Promise<number>;
}

async function exitCodeOf<Order>({ usage, read, run }: Command<Order>): Promise<number> {
  try {
    const order = read(process.argv.slice(2));
    if (order) return await run(order);
    process.stdout.write(usage);
    return 2;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${usage}`);
      return 2;
    }
    if (!(error instanceof CommandError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** Runs a command as this process. Exit codes: 0 success or nothing to do, 1 failed or incomplete, 2 invalid arguments. */
export const runCommand = <Order>(command: Command<Order>): void => {
  // The report is all that the person should read, not what Strapi or its libraries have to say to developers.
  process.env.LOG_LEVEL = 'error';
  Object.assign(process, { noDeprecation: true });
  void exitCodeOf(command).then((code) => {
    process.exitCode = code;
  });
};
