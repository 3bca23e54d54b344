import type { PageLine } from '#src/api/import/page-line';
import { readDaysAgo, readWrittenDay } from '#src/api/import/written-days';
import { deepest, isReadingTime, withoutMark } from './head';

/** “4 min read · Updated Jul 26”: what stands behind the reading time. */
const updatedBehindTime = /\d\s*min(?:ute)?s? read[\s·•|–-]*(updated\b.*)$/iu;

/** "alisonJul 25, 2024": the longest end that is a day; null if there is none. */
function readTrailingDay(text: string): { before: string; day: string } | null {
  for (let at = 0; at < text.length; at++) {
    const day = text.slice(at).replace(/^[\s·•|,–-]+/u, '');
    const starts = at === 0 || !/\p{L}/u.test(text[at - 1] ?? '') || /\p{Lu}|\d/u.test(day[0] ?? '');
    if (starts && (readWrittenDay(day) ?? readDaysAgo(day, new Date(0))) !== null)
      return { before: text.slice(0, at), day };
  }
  return null;
}

const separator = /(?<!\s)\s+[·•|]\s+/u;

/** "Alison Reed · 25/07/2025", without a reading time. */
function splitAuthorAndDay(text: string): string[] | null {
  const parts = text.split(separator);
  const [author = '', day = ''] = parts;
  return parts.length === 2 && readWrittenDay(day) !== null ? [`- ${author}`, day] : null;
}

/** The parts of a head that stand in one line ("Jul 25, 20244 min read"), each as a line; null for an ordinary line. */
function splitHeadLine(text: string): string[] | null {
  const plain = withoutMark(text);
  if (isReadingTime(plain)) return null;
  const [, updated] = updatedBehindTime.exec(plain) ?? [];
  const upper = updated ? plain.slice(0, -updated.length).trim() : plain;
  const minutes = /(\d{1,3})(\s*min(?:ute)?s? read)\s*[·•|–-]?$/iu.exec(upper);
  if (!minutes) return splitAuthorAndDay(upper);
  const digits = minutes[1] ?? '';
  // "Jul 254 min read": the day takes as many of the digits as it can, and leaves one to the minutes.
  for (let kept = digits.length - 1; kept >= 0; kept--) {
    const left = upper.slice(0, minutes.index + kept).replace(/(?<![\s·•|,–-])[\s·•|,–-]+$/u, '');
    const parts = readTrailingDay(left);
    if (!parts) continue;
    const before = parts.before.replace(/(?<![\s·•|,–-])[\s·•|,–-]+$/u, '');
    const time = `${digits.slice(kept)}${minutes[2] ?? ''}`;
    return [...(before ? [`- ${before}`] : []), parts.day, time, ...(updated ? [updated] : [])];
  }
  return updated && isReadingTime(upper.replace(/(?<!\s)\s*[·•|–-]$/u, '')) ? [upper, updated] : null;
}

/** Gives each part of the first head that is fused into one line a line of its own. */
export function splitFusedHead(lines: PageLine[]): PageLine[] {
  const at = lines.slice(0, deepest).findIndex(({ text }) => isReadingTime(text) || splitHeadLine(text) !== null);
  const parts = splitHeadLine(lines[at]?.text ?? '');
  const line = lines[at];
  return parts && line ? lines.toSpliced(at, 1, ...parts.map((text) => ({ ...line, text }))) : lines;
}
