import type { ListBlock } from 'shared';
import { isBlank, plainText, type Words, wordsOf } from './words';

/** A list as HTML wants it: an inner list belongs to the item before it. */
export interface List {
  kind: 'list';
  ordered: boolean;
  /** Each item is something that somebody says: shown as the inner voice. */
  voices: boolean;
  items: ListItem[];
}

interface ListItem {
  words: Words;
  inner: List[];
}

const quoted = /^\s*(?:“[^”]*”|"[^"]*"|‘[^‘]*’|«[^»]*»|„[^“]*“)[\s.,;:!?…]*$/u;

/** Whether a text is one quotation from its first character to its last; stops may follow the closing mark. */
export const isQuoted = (text: string): boolean => quoted.test(text);

const speaks = (items: readonly ListItem[]): boolean =>
  items.length > 0 && items.every((item) => item.inner.length === 0 && isQuoted(plainText(item.words)));

/** Strapi stores an inner list as the sibling of the item it belongs to; here it moves into that item. */
export function listOf(block: ListBlock): List {
  const items: ListItem[] = [];
  for (const child of block.children) {
    if (child.type === 'list') {
      const inner = listOf(child);
      if (inner.items.length === 0) continue;
      const owner = items.at(-1);
      if (owner) owner.inner.push(inner);
      else items.push(...inner.items);
    } else if (child.type === 'list-item') {
      const words = wordsOf(child.children);
      if (!isBlank(words)) items.push({ words, inner: [] });
    }
  }
  const ordered = block.format === 'ordered';
  return { kind: 'list', ordered, voices: !ordered && speaks(items), items };
}
