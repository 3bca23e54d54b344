import { writeFile } from 'node:fs/promises';
import type { PersonalData } from 'shared';
import { type Options, parseArguments, usage } from '#src/api/privacy/command-line';
import { CommandError, runCommand } from './run-command';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const count = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;
const commentsIn = (n: number): string => count(n, 'comment or note', 'comments and notes');
const emailsIn = (n: number): string => count(n, 'email', 'emails');
const registrationsIn = (n: number): string => count(n, 'registration', 'registrations');

const summary = ({ mailboxes, comments, registrations }: PersonalData): string => {
  const emails = [...mailboxes, ...registrations].flatMap((stored) => stored.emails);
  return [commentsIn(comments.length), registrationsIn(registrations.length), emailsIn(emails.length)].join(', ');
};

const nothing = 'Nothing is stored about this address.';
const isNothing = ({ mailboxes, comments, registrations }: PersonalData): boolean =>
  mailboxes.length + comments.length + registrations.length === 0;

/** Writes a file that only its owner can read, and never overwrites one. */
const writeNew = (file: string, text: string): Promise<void> =>
  writeFile(file, text, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(
      error.code === 'EEXIST' ? 'A file with that name already exists.' : `The file can’t be written: ${error.message}`,
    );
  });

/** Imports Strapi only now, after the arguments were validated: it takes seconds to load. */
const run = async (options: Options): Promise<number> => {
  const { withCms } = await import('./with-cms.js');
  const { erasePersonalData, findPersonalData } = await import('#src/api/privacy/personal-data');
  const find = (): Promise<PersonalData> =>
    withCms('Nothing was read', (strapi) => findPersonalData(strapi, options.address));
  if (options.command === 'export') {
    const found = await find();
    const json = JSON.stringify(found, null, 2);
    if (options.file === null) say(json);
    else {
      await writeNew(options.file, `${json}\n`);
      say(isNothing(found) ? nothing : `Written: ${summary(found)}.`);
    }
    return 0;
  }
  if (!options.sure) {
    const found = await find();
    say(
      isNothing(found)
        ? nothing
        : `Stored: ${summary(found)}. Nothing was deleted. Add --yes to delete all of it for good.`,
    );
    return 0;
  }
  const { comments, registrations, emails, addresses, pages } = await withCms('Nothing was deleted', (strapi) =>
    erasePersonalData(strapi, options.address, new Date()),
  );
  say(
    addresses === 0
      ? nothing
      : `Deleted: ${commentsIn(comments)}, ${registrationsIn(registrations)}, ${emailsIn(emails)} and the address.`,
  );
  if (pages === 'unreachable')
    say(
      'The site can’t be reached at the moment. It removes the pages that showed it as soon as it reaches the CMS again.',
    );
  return 0;
};

runCommand({ usage, parse: parseArguments, run });
