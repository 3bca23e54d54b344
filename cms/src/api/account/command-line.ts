import { parseArgs } from 'node:util';
import { UsageError } from '#src/cli/run-command';

const commands = ['new-password', 'turn-off-two-step'] as const;

/** The subcommand with the account that it is about. */
export interface Options {
  command: (typeof commands)[number];
  address: string;
}

export const usage = `Helps someone who can't sign in to the admin any more.

  npm run account -- new-password <address>
  npm run account -- turn-off-two-step <address>

  new-password        gives the account with this email address a new password, prints it and signs all its devices out.
                      For a forgotten password, when “Forgot your password?” on the sign-in page doesn't help because no
                      email arrives
  turn-off-two-step   turns two-step sign-in off for the account: the password alone is enough until its owner turns it
                      on again. For a lost phone without recovery codes

The owner is told by email. Make sure first that it is really the owner who asks.
`;

const options = { help: { type: 'boolean', short: 'h', default: false } } as const;

const parse = (args: string[]) => {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new UsageError('There is no such option.');
  }
};

/** Parses the arguments; null if there are none or the usage was asked for.
 * @throws UsageError */
export function parseArguments(args: string[]): Options | null {
  const { values, positionals } = parse(args);
  if (values.help || args.length === 0) return null;
  const [command, address, ...more] = positionals;
  const known = commands.find((name) => name === command);
  if (known === undefined) throw new UsageError('Write “new-password” or “turn-off-two-step”.');
  if (address === undefined || !/^\S+@\S+$/u.test(address)) throw new UsageError('Which email address?');
  if (more.length > 0) throw new UsageError('One address at a time, please.');
  return { command: known, address: address.toLowerCase() };
}
