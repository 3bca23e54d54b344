import type { Note } from '#src/api/import/neutral-post';
import type { PageLine } from './page-lines';
import { splitClosingRemarks } from './quotations';
import { tidyTyping } from './typing-slips';

/** Mends slips in every line, and says each change and each lost link. */
export function tidyLines(lines: PageLine[]): { lines: PageLine[]; notes: Note[] } {
  const remarks = splitClosingRemarks(lines);
  const notes: Note[] = remarks.changes.map((text) => ({ kind: 'changed', text }));
  const tidy = remarks.lines.map((line) => {
    const { text, changes, lostLink } = tidyTyping(line.text);
    for (const change of changes) notes.push({ kind: 'changed', text: change });
    if (lostLink)
      notes.push({
        kind: 'look',
        text: `“${lostLink}” was a link, of which the file has only the word: link it again`,
      });
    return { ...line, text };
  });
  return { lines: tidy, notes };
}

const pointers =
  /\b(?:(?:click|tap) here|(?:booking|following) link|(?:email address|link|form|button) (?:below|above))\b/giu;

/** A note on words that point at something beside the post ("use the booking link"), which may not be on the new page. */
export function findPointers(lines: PageLine[]): Note[] {
  const found = lines.flatMap(({ text }) => text.match(pointers) ?? []).map((words) => `“${words}”`);
  if (found.length === 0) return [];
  return [
    {
      kind: 'look',
      text: `${found.join(' and ')}: words that point at something on the old page; see that they are still right`,
    },
  ];
}
