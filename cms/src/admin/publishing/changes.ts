import { diffArrays, diffWords } from 'diff';
import { looksTheSame } from 'shared';
import { type Attribute, linesOf } from './value-lines';

/** A piece of a line; the others are in both versions. */
export interface Part {
  readonly text: string;
  readonly mark?: 'added' | 'removed';
}

/** What differs in one field, line by line; lines that are the same in both versions are left out. */
export interface FieldChange {
  readonly label: string;
  readonly lines: readonly (readonly Part[])[];
}

/** How much of two lines has to be the same for one to pass for a new wording of the other. */
const sameWording = 0.3;
/** How many lines further down a new wording is looked for: a text of a thousand paragraphs must not take seconds. */
const maxAhead = 8;

/** Returns a line whose words have changed, or null if it is another line altogether. */
const rewording = (before: string, after: string): Part[] | null => {
  const parts = diffWords(before, after).map(({ value, added, removed }): Part => {
    if (added) return { text: value, mark: 'added' };
    return removed ? { text: value, mark: 'removed' } : { text: value };
  });
  const kept = parts.reduce((length, { text, mark }) => length + (mark ? 0 : text.trim().length), 0);
  return kept >= sameWording * Math.max(before.length, after.length) ? parts : null;
};

/** Finds for each line that is gone its new wording, if there is one, and keeps the order of the new lines. */
const replaced = (removed: readonly string[], added: readonly string[]): Part[][] => {
  const lines: Part[][] = [];
  let next = 0;
  const addUntil = (end: number): void => {
    lines.push(...added.slice(next, end).map((text): Part[] => [{ text, mark: 'added' }]));
    next = end;
  };
  for (const before of removed) {
    const wordings = added.slice(next, next + maxAhead).map((after) => rewording(before, after));
    const found = wordings.findIndex((wording) => wording !== null);
    const wording = wordings[found];
    if (wording) {
      addUntil(next + found);
      lines.push(wording);
      next += 1;
    } else lines.push([{ text: before, mark: 'removed' }]);
  }
  addUntil(added.length);
  return lines;
};

/** Returns the lines that differ, with what was added and removed in them. */
export const changedLines = (before: readonly string[], after: readonly string[]): Part[][] => {
  const lines: Part[][] = [];
  let removed: readonly string[] = [];
  const put = (added: readonly string[]): void => {
    lines.push(...replaced(removed, added));
    removed = [];
  };
  for (const change of diffArrays([...before], [...after])) {
    if (change.removed) removed = change.value;
    else put(change.added ? change.value : []);
  }
  put([]);
  return lines;
};

/** A field of a form, in the order in which the form shows it. */
export interface ComparedField {
  readonly name: string;
  readonly label: string;
  readonly attribute: Attribute;
}

type Version = Readonly<Record<string, unknown>>;

/**
 * Returns what differs between what readers see and what the form holds, by field; fields without a difference are left
 * out.
 */
export const changesBetween = (fields: readonly ComparedField[], readers: Version, now: Version): FieldChange[] =>
  fields.flatMap(({ name, label, attribute }) => {
    const before = readers[name];
    const after = now[name];
    if (looksTheSame(before, after)) return [];
    const lines = changedLines(linesOf(attribute, before), linesOf(attribute, after));
    if (lines.length > 0) return [{ label, lines }];
    // Bold, italics, the level of a heading.
    return attribute.type === 'blocks'
      ? [{ label, lines: [[{ text: 'The words are the same; how they are set has changed.' }]] }]
      : [];
  });
