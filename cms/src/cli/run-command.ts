import { Misunderstood, NotDone } from './command-error';

interface Command<Order> {
  usage: string;
  /** What was asked for; null if that is the usage. Throws `Misunderstood`. */
  read: (args: string[]) => Order | null;
  /** Does it; gives the exit code. Throws `NotDone`. */
  run: (order: Order) => Promise<number>;
}

async function exitCodeOf<Order>({ usage, read, run }: Command<Order>): Promise<number> {
  try {
    const order = read(process.argv.slice(2));
    if (order) return await run(order);
    process.stdout.write(usage);
    return 2;
  } catch (error) {
    if (error instanceof Misunderstood) {
      process.stderr.write(`${error.message}\n\n${usage}`);
      return 2;
    }
    if (!(error instanceof NotDone)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** Runs a command as this process. Exit codes: 0 done or nothing to do, 1 not done or not wholly, 2 the command line makes no sense. */
export const runCommand = <Order>(command: Command<Order>): void => {
  // The report is all that the person should read, not what Strapi or its libraries have to say to developers.
  process.env.LOG_LEVEL = 'error';
  Object.assign(process, { noDeprecation: true });
  void exitCodeOf(command).then((code) => {
    process.exitCode = code;
  });
};
