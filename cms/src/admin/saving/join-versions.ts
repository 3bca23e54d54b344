import { looksTheSame } from 'shared';

/** The types of fields of which two versions can stand one after the other: rich text, and text of several lines. */
const joinableTypes: ReadonlySet<unknown> = new Set(['blocks', 'text']);

export const isJoinable = (type: string | null | undefined): boolean => joinableTypes.has(type);

/** Returns how many parts are the same, from the first on. */
const sameParts = (one: readonly unknown[], other: readonly unknown[]): number => {
  const first = one.findIndex((part, at) => at >= other.length || !looksTheSame(part, other[at]));
  return first < 0 ? one.length : first;
};

/** What is the same at the beginning and at the end stays once; between them, both versions follow one another. */
const joinParts = (mine: readonly unknown[], other: readonly unknown[]): unknown[] => {
  const start = sameParts(mine, other);
  const [mineLeft, otherLeft] = [mine.slice(start), other.slice(start)];
  const end = sameParts(mineLeft.toReversed(), otherLeft.toReversed());
  return [...mine.slice(0, mine.length - end), ...otherLeft];
};

const linesOf = (text: unknown): string[] => (typeof text === 'string' && text !== '' ? text.split('\n') : []);

/**
 * Returns two versions of a text as one, the first before the second, so that somebody can tidy up afterwards. Rich
 * text is compared block by block, other text line by line.
 */
export const joinVersions = (mine: unknown, other: unknown): unknown =>
  Array.isArray(mine) || Array.isArray(other)
    ? joinParts(Array.isArray(mine) ? mine : [], Array.isArray(other) ? other : [])
    : joinParts(linesOf(mine), linesOf(other)).join('\n');
