import { dayInLondon, inWords } from '#src/api/import/calendar';
import { completeDay, completeLaterDay } from '#src/api/import/dates';
import type { KnownDay, Note, SourceInput } from '#src/api/import/source';
import { CommandError } from '#src/cli/run-command';
import type { HeadDay, PageHead } from './head';

/** The day from which "3 days ago" counts back: when the file was saved, if that is known. */
export const countsFrom = ({ now, savedAt }: SourceInput): Date => (savedAt && savedAt < now ? savedAt : now);

const countedBack = (day: string, input: SourceInput): KnownDay => ({
  day,
  sure: false,
  why: `counted back from ${inWords(dayInLondon(countsFrom(input)))}, ${input.savedAt ? 'when the file was saved' : 'which is today'}`,
});

const wayOn = 'import it again and give the day, for example: --date 2025-07-25';

/** An earlier year is mistyped; whoever means it says so with `--date`. */
const earliestDay = '1990-01-01';

function publishedDay({ title, published }: PageHead, words: string, input: SourceInput): KnownDay {
  const { now, year, date } = input;
  if (date !== undefined) return { day: date, sure: true, why: 'you said so' };
  if (published === null)
    throw new CommandError(
      `This is not the text of a saved Wix post as it should be: no day stands under its title, “${title}”; ${wayOn}`,
    );
  if ('unreadable' in published)
    throw new CommandError(
      `Under the title “${title}”, the line “${published.text}” stands where the day should be, but it can’t be read as one; ${wayOn}`,
    );
  if ('counted' in published) return countedBack(published.counted, input);
  const day = completeDay(published.written, { text: words, today: dayInLondon(now), year });
  if (day && day.day < earliestDay)
    throw new CommandError(
      `The day “${published.text}” was long before there were blogs: if its year is mistyped, ${wayOn}`,
    );
  if (day) return day;
  const asked = year === undefined ? '' : ` of ${year}`;
  throw new CommandError(
    `The day “${published.text}”${asked} does not exist or is in the future: import again with --date and the right day.`,
  );
}

function updatedNote(updated: HeadDay, published: KnownDay, input: SourceInput): { day: KnownDay | null; note: Note } {
  const said = `“Updated: ${updated.text}”`;
  const mend = 'enter the day under “updated” in the editor';
  if ('unreadable' in updated)
    return { day: null, note: { kind: 'left out', text: `${said}: this can’t be read as a day`, mend } };
  const day =
    'counted' in updated
      ? countedBack(updated.counted, input)
      : completeLaterDay(updated.written, published, dayInLondon(input.now));
  if (!day || day.day < published.day)
    return {
      day: null,
      note: { kind: 'left out', text: `${said}: that day is in the future, or before the post was published`, mend },
    };
  return {
    day,
    note: day.sure
      ? { kind: 'recognised', text: `Updated on ${inWords(day.day)}: ${day.why}` }
      : { kind: 'guessed', text: `${said} is ${inWords(day.day)}: ${day.why}`, mend: 'change “updated” in the editor' },
  };
}

/**
 * The two days of the post. `words` is the text in which a missing year may be named. An unreadable or impossible day
 * of the update is left out, with a note.
 * @throws CommandError if there is no day of publication, if it can't be read, or if it can't have been
 */
export function readPostDays(
  head: PageHead,
  words: string,
  input: SourceInput,
): { published: KnownDay; updated: KnownDay | null; notes: Note[] } {
  const published = publishedDay(head, words, input);
  const isCounted = head.published !== null && 'counted' in head.published;
  const notes: Note[] = [
    published.sure
      ? { kind: 'recognised', text: `Published on ${inWords(published.day)}: ${published.why}` }
      : {
          kind: 'guessed',
          text: `“${head.published?.text ?? ''}” is ${inWords(published.day)}: ${published.why}`,
          mend: isCounted
            ? 'import again with the right day, for example: --date 2025-07-25'
            : 'import again with --year and the right year, or with --date and the right day',
        },
  ];
  if (!head.updated) return { published, updated: null, notes };
  const { day, note } = updatedNote(head.updated, published, input);
  return { published, updated: day, notes: [...notes, note] };
}
