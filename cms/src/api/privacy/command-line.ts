import { parseArgs } from 'node:util';
import { cleanAddress, isAddress } from 'shared';
import { UsageError } from '#src/cli/run-command';

/** The subcommand with its options. */
export type Options =
  { command: 'export'; address: string; file: string | null } | { command: 'erase'; address: string; sure: boolean };

export const usage = `Shows or deletes everything that is stored about a person, by their email address.

  npm run privacy -- export <address> [--file personal-data.json]
  npm run privacy -- erase <address> [--yes]

  export    prints all of it as JSON, or writes it to a new file that only you can read
  erase     says what would be deleted; with --yes, deletes it for good: comments and notes (a comment with replies
            leaves an empty one), registrations (their places are offered to others), messages, calls (their times are
            free again; please take them out of your own calendar), the address, and emails.
            If all emails to it were stopped, a keyed hash of the address stays, so that none are sent again

Backups are not changed: they are deleted when they are old enough. Reports contain no address, so they can't be
found by one.
`;

const options = {
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  file: { type: 'string' },
} as const;

const parse = (args: string[]) => {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new UsageError('There is no such option, or “--file” has no file name after it.');
  }
};

/** Parses the arguments; null if there are none or the usage was asked for.
 * @throws UsageError */
export function parseArguments(args: string[]): Options | null {
  const { values, positionals } = parse(args);
  if (values.help || args.length === 0) return null;
  const [command, typed, ...more] = positionals;
  const address = cleanAddress(typed ?? '');
  if (command !== 'export' && command !== 'erase') throw new UsageError('Write “export” or “erase”.');
  if (typed === undefined || !isAddress(address)) throw new UsageError('Which email address?');
  if (more.length > 0) throw new UsageError('One address at a time, please.');
  if (command === 'erase') {
    if (values.file !== undefined) throw new UsageError('“--file” can only be used with “export”.');
    return { command, address, sure: values.yes };
  }
  if (values.yes) throw new UsageError('“--yes” can only be used with “erase”.');
  return { command, address, file: values.file ?? null };
}
