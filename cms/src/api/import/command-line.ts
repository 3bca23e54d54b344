import { parseArgs } from 'node:util';
import { UsageError } from '#src/cli/run-command';

/** The command's options. `year` overrides every other way to find a year that the file leaves out. */
export interface Options {
  file: string;
  publish: boolean;
  dryRun: boolean;
  year: number | undefined;
  author: string | null;
}

export const usage = `Imports a post from your old site.

  npm run import -- <file> [--publish] [--dry-run] [--year 2025] [--author "Name"]

  <file>      a text file with the content of the post's page on the old Wix site: open the page in a browser, select
              all, copy, paste it into a plain text file and save that
  --dry-run   show what would be done, and change nothing
  --publish   publish the post at once, with its original date; otherwise it becomes a draft
  --year      the year in which it was published, if the page doesn't say and the guess is wrong
  --author    who wrote it, if the guess is wrong

Importing the same page twice changes nothing. A post that has been edited since is left unchanged.
`;

const options = {
  publish: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  year: { type: 'string' },
  author: { type: 'string' },
} as const;

const parse = (args: string[]) => {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const unknown = args.find(
      (arg) => arg.startsWith('-') && !Object.keys(options).includes(arg.replace(/^--|=.*$/gu, '')),
    );
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && unknown) throw new UsageError(`There is no option “${unknown}”.`);
    const withValue = args.some((arg) => /^--(?:publish|dry-run|help)=/u.test(arg));
    throw new UsageError(
      withValue ? '“--publish” and “--dry-run” take no value.' : 'Enter a value after “--year” and after “--author”.',
    );
  }
};

const readYear = (typed: string | undefined): number | undefined => {
  if (typed === undefined) return undefined;
  if (!/^(?:19|20)\d\d$/u.test(typed)) throw new UsageError(`“--year ${typed}” is not a year such as 2025.`);
  return Number(typed);
};

/** Parses the arguments; null if there are none or the usage was asked for. Throws `UsageError`. */
export function parseArguments(args: string[]): Options | null {
  const { values, positionals } = parse(args);
  const [file, second] = positionals;
  if (values.help || (file === undefined && args.length === 0)) return null;
  if (file === undefined) throw new UsageError('Which file do you want to import?');
  if (second !== undefined) throw new UsageError('One file at a time, please.');
  const author = values.author?.trim() ?? null;
  if (author === '') throw new UsageError('“--author” needs a name after it.');
  return { file, publish: values.publish, dryRun: values['dry-run'], year: readYear(values.year), author };
}
