import { parseArgs } from 'node:util';
import { UsageError } from '#src/cli/run-command';
import { dayInLondon, isoDay } from './calendar';
import { readWrittenDay } from './written-days';

/**
 * The command's options. `year` overrides every other way to find a year that the file leaves out, and `date` (an ISO
 * day) whatever the page says about the day.
 */
export interface Options {
  files: string[];
  publish: boolean;
  dryRun: boolean;
  keepsAll: boolean;
  year: number | undefined;
  date: string | undefined;
  author: string | null;
}

export const usage = `Imports posts from your old site.

  npm run import -- <file> [<file> …] [--publish] [--dry-run] [--keep-all]
                    [--date 2025-07-25] [--year 2025] [--author "Name"]

  <file>      the page of one post on the old Wix site: open it in a browser and save it as a web page (HTML, MHTML or
              a web archive). Its copied text will do, too, as plain or rich text or as a Word document (.docx)
  --dry-run   show what would be done, and change nothing
  --publish   publish the post at once, with its original date; otherwise it becomes a draft
  --keep-all  leave out nothing under the title: for a post of which a line was taken for a part of the old page
  --date      the day on which it was published, if the page doesn't say or it can't be read
  --year      the year in which it was published, if the page doesn't say and the guess is wrong
  --author    who wrote it, if the guess is wrong

Importing the same page twice changes nothing. A post that has been edited since is left unchanged.
`;

const options = {
  publish: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  'keep-all': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  year: { type: 'string' },
  date: { type: 'string' },
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
    const withValue = args.some((arg) => /^--(?:publish|dry-run|keep-all|help)=/u.test(arg));
    throw new UsageError(
      withValue
        ? '“--publish”, “--dry-run” and “--keep-all” take no value.'
        : 'Enter a value after “--date”, “--year” and “--author”.',
    );
  }
};

const readYear = (typed: string | undefined): number | undefined => {
  if (typed === undefined) return undefined;
  if (!/^(?:19|20)\d\d$/u.test(typed)) throw new UsageError(`“--year ${typed}” is not a year such as 2025.`);
  return Number(typed);
};

const readDate = (typed: string | undefined): string | undefined => {
  if (typed === undefined) return undefined;
  const day = readWrittenDay(typed.trim());
  const iso = day?.year && day.doubt === undefined ? isoDay(day.year, day.month, day.day) : null;
  if (!iso) throw new UsageError(`“--date ${typed}” is not a day such as 2025-07-25.`);
  if (iso > dayInLondon(new Date())) throw new UsageError(`“--date ${typed}” is in the future.`);
  return iso;
};

/** Parses the arguments; null if there are none or the usage was asked for. Throws `UsageError`. */
export function parseArguments(args: string[]): Options | null {
  const { values, positionals } = parse(args);
  if (values.help || (positionals.length === 0 && args.length === 0)) return null;
  if (positionals.length === 0) throw new UsageError('Which file do you want to import?');
  const date = readDate(values.date);
  if (date !== undefined && positionals.length > 1)
    throw new UsageError('“--date” is for one file: import the files one at a time.');
  const author = values.author?.trim() ?? null;
  if (author === '') throw new UsageError('“--author” needs a name after it.');
  return {
    files: positionals,
    publish: values.publish,
    dryRun: values['dry-run'],
    keepsAll: values['keep-all'],
    year: readYear(values.year),
    date,
    author,
  };
}
