import { writeFile } from 'node:fs/promises';
import type { PersonalData } from 'shared';
import { type Options, parseArguments, usage } from '#src/api/privacy/command-line';
import { CommandError, runCommand } from './run-command';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What people leave here, by its name in the reports, as one and as several. */
const kinds = {
  comments: ['comment or note', 'comments and notes'],
  registrations: ['registration', 'registrations'],
  enquiries: ['message', 'messages'],
  calls: ['call', 'calls'],
} as const;

type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as Kind[];

/** `2 comments and notes, 0 registrations, 1 message, 1 call, 3 emails`. */
const listOf = (counts: Record<Kind | 'emails', number>): string =>
  kindNames
    .map((kind) => `${counts[kind]} ${kinds[kind][counts[kind] === 1 ? 0 : 1]}`)
    .concat(`${counts.emails} ${counts.emails === 1 ? 'email' : 'emails'}`)
    .join(', ');

const summary = (found: PersonalData): string => {
  const { mailboxes, comments, registrations, enquiries, calls } = found;
  const emails = [mailboxes, comments, registrations, enquiries, calls]
    .flat()
    .flatMap((stored) => ('emails' in stored ? stored.emails : []));
  return listOf({
    comments: comments.length,
    registrations: registrations.length,
    enquiries: enquiries.length,
    calls: calls.length,
    emails: emails.length,
  });
};

const nothing = 'Nothing is stored about this address.';
const isNothing = (found: PersonalData): boolean =>
  found.mailboxes.length === 0 && kindNames.every((kind) => found[kind].length === 0);

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
  const erased = await withCms('Nothing was deleted', (strapi) =>
    erasePersonalData(strapi, options.address, new Date()),
  );
  const { addresses, pages } = erased;
  say(addresses === 0 ? nothing : `Deleted: ${listOf(erased)}, and the address.`);
  if (pages === 'unreachable')
    say(
      'The site can’t be reached at the moment. It removes the pages that showed it as soon as it reaches the CMS again.',
    );
  return 0;
};

runCommand({ usage, parse: parseArguments, run });
