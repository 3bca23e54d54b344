import { isRecord } from 'shared';
import { dayInWords } from './calendar-input';

type Values = Readonly<Record<string, unknown>>;

/** An item that was taken out of a list of a form, such as a session, and where it was. */
export interface RemovedItem {
  readonly field: string;
  readonly index: number;
  readonly item: Values;
}

/** The form's own key of an item, or the id of its row. */
const keyOf = (item: unknown): unknown => (isRecord(item) ? (item.__temp_key__ ?? item.id) : item);

/** Returns the one item that a list has lost between two states of a form; null if something else happened. */
export const removedBetween = (before: Values, after: Values): RemovedItem | null => {
  for (const [field, list] of Object.entries(before)) {
    const left = after[field];
    if (!Array.isArray(list) || !Array.isArray(left) || left.length !== list.length - 1) continue;
    const keys = new Set(left.map(keyOf));
    const index = list.findIndex((item) => !keys.has(keyOf(item)));
    const item: unknown = list[index];
    if (isRecord(item)) return { field, index, item };
  }
  return null;
};

/**
 * Returns the list with the item where it was. Its row may have been deleted since, because drafts save themselves: it
 * gets another one then.
 * @param stored the list as it was last saved
 */
export const withItemAgain = ({ index, item }: RemovedItem, list: unknown, stored: unknown): unknown[] => {
  const isStored = Array.isArray(stored) && stored.some((other) => isRecord(other) && other.id === item.id);
  const withoutRow = Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'id'));
  return Array.isArray(list) ? list.toSpliced(index, 0, isStored ? item : withoutRow) : [item];
};

/** Returns what an item is called: its day in words, or the first text in it; an empty text if there is none. */
export const itemName = ({ item }: RemovedItem): string => {
  const texts = Object.entries(item).flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' && name !== '__temp_key__' ? [value] : [],
  );
  const day = texts.find((text) => /^\d{4}-\d{2}-\d{2}$/.test(text));
  return day === undefined ? (texts[0] ?? '').slice(0, 60) : dayInWords(day);
};
