import { dayInLondon, inWords } from '#src/api/import/dates/calendar-day';
import { completeDay, completeLaterDay } from '#src/api/import/dates/missing-year';
import type { KnownDay, Note } from '#src/api/import/neutral-post';
import type { SourceInput } from '#src/api/import/sources/source';
import { NotDone } from '#src/cli/command-error';
import type { HeadDay, PageHead } from './page-head';

const countedBack = (day: string): KnownDay => ({
  day,
  sure: false,
  why: 'the page counts back from when it was saved, taken as today',
});

function publishedDay(head: PageHead, words: string, { now, year }: SourceInput): KnownDay {
  const { published } = head;
  if ('counted' in published) return countedBack(published.counted);
  const day = completeDay(published.written, { text: words, today: dayInLondon(now), year });
  if (day) return day;
  const asked = year === undefined ? '' : ` of ${year}`;
  throw new NotDone(`The day “${published.text}”${asked} does not exist or is still to come.`);
}

const updatedDay = (updated: HeadDay, published: KnownDay, now: Date): KnownDay | null =>
  'counted' in updated ? countedBack(updated.counted) : completeLaterDay(updated.written, published, dayInLondon(now));

/**
 * The two days of the post. `words` is the text in which a missing year may be named. Throws `NotDone` if the day of
 * publication can't have been; an impossible day of the update is left out.
 */
export function readPostDays(
  head: PageHead,
  words: string,
  input: SourceInput,
): { published: KnownDay; updated: KnownDay | null; notes: Note[] } {
  const published = publishedDay(head, words, input);
  const notes: Note[] = [
    published.sure
      ? { kind: 'recognised', text: `Published on ${inWords(published.day)}: ${published.why}` }
      : {
          kind: 'guessed',
          text: `“${head.published.text}” is ${inWords(published.day)}: ${published.why}`,
          mend: 'import again with --year and the right year',
        },
  ];
  if (!head.updated) return { published, updated: null, notes };
  const said = `“Updated: ${head.updated.text}”`;
  const updated = updatedDay(head.updated, published, input.now);
  if (!updated)
    notes.push({ kind: 'left out', text: `${said}: that day is still to come, or was before it was published` });
  else if (updated.sure) notes.push({ kind: 'recognised', text: `Updated on ${inWords(updated.day)}: ${updated.why}` });
  else
    notes.push({
      kind: 'guessed',
      text: `${said} is ${inWords(updated.day)}: ${updated.why}`,
      mend: 'change “updated” in the editor',
    });
  return { published, updated, notes };
}
