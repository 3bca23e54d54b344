import type { Block, ListBlock, Picture } from 'shared';
import { hasOwnNumbers, type HeadingLevel, headingLevels, uniqueHeadingIds } from './headings';
import { type Inline, inlineOf, isBlank, plainText, type TextRun } from './inline';

/** `isLead` marks the larger first paragraph of a post, `isEnd` the one that carries the end mark. */
interface Paragraph {
  kind: 'paragraph';
  inline: Inline;
  isLead: boolean;
  isEnd: boolean;
}

interface Heading {
  kind: 'heading';
  level: HeadingLevel;
  id: string;
  inline: Inline;
}

/** A list as HTML nests it: an inner list belongs to the item before it. */
export interface List {
  kind: 'list';
  isOrdered: boolean;
  /** Every item is a quotation: the design shows such a list as inner voices. */
  isAllQuotes: boolean;
  items: ListItem[];
}

interface ListItem {
  inline: Inline;
  lists: List[];
}

export type Part =
  | Paragraph
  | Heading
  | List
  | { kind: 'quote'; inline: Inline }
  /** A sentence of the text, once more and large. */
  | { kind: 'pull-quote'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'picture'; picture: Picture };

/** A rich text, ready to render. `isNumbered`: its sections have numbers in the margin. */
export interface Body {
  parts: Part[];
  postscript: Inline[];
  isNumbered: boolean;
}

/** Ids that the page around the body uses. */
const reservedIds = ['main', 'start', 'comments', 'comment-form'];

const quotation = /^\s*(?:“[^”]*”|"[^"]*"|‘[^‘]*’|«[^»]*»|„[^“]*“)[\s.,;:!?…]*$/u;

/**
 * Returns whether a text is one quotation from the first character to the last; punctuation may follow the closing
 * mark.
 */
export const isQuotation = (text: string): boolean => quotation.test(text);

/** Returns a list with its inner lists inside their items: Strapi stores them as siblings. */
export function listOf(block: ListBlock): List {
  const items: ListItem[] = [];
  for (const child of block.children) {
    if (child.type === 'list') {
      const inner = listOf(child);
      if (inner.items.length === 0) continue;
      const owner = items.at(-1);
      if (owner) owner.lists.push(inner);
      else items.push(...inner.items);
    } else if (child.type === 'list-item') {
      const inline = inlineOf(child.children);
      if (!isBlank(inline)) items.push({ inline, lists: [] });
    }
  }
  const isOrdered = block.format === 'ordered';
  const isAllQuotes =
    !isOrdered &&
    items.length > 0 &&
    items.every((item) => item.lists.length === 0 && isQuotation(plainText(item.inline)));
  return { kind: 'list', isOrdered, isAllQuotes, items };
}

function partOf(block: Block, headingOf: (inline: Inline) => Heading): Part | null {
  switch (block.type) {
    case 'list': {
      const list = listOf(block);
      return list.items.length > 0 ? list : null;
    }
    case 'image':
      return { kind: 'picture', picture: block.image };
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'code': {
      const inline = inlineOf(block.children);
      if (isBlank(inline)) return null;
      if (block.type === 'heading') return headingOf(inline);
      if (block.type === 'code') return { kind: 'code', text: plainText(inline, '\n') };
      if (block.type === 'quote') return { kind: 'quote', inline };
      return { kind: 'paragraph', inline, isLead: false, isEnd: false };
    }
    default:
      // A kind of block that a later version of the CMS may send is left out.
      return null;
  }
}

function headingFactory(blocks: readonly Block[]): (inline: Inline) => Heading {
  const levels = headingLevels(
    blocks.flatMap((block) => (block.type === 'heading' && !isBlank(inlineOf(block.children)) ? [block.level] : [])),
  );
  const idOf = uniqueHeadingIds(reservedIds);
  return (inline) => ({ kind: 'heading', level: levels.shift() ?? 2, id: idOf(plainText(inline)), inline });
}

/** Returns the words of a text in lower case, without punctuation and quotation marks, a space around each. */
const wordsOf = (text: string): string => ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

/** Fewer words are in many texts by chance. */
const minPullQuoteWords = 4;

/** Turns quotations into pull quotes where they repeat what a paragraph says. */
function withPullQuotes(parts: readonly Part[]): Part[] {
  const paragraphs = parts.flatMap((part) => (part.kind === 'paragraph' ? [wordsOf(plainText(part.inline))] : []));
  return parts.map((part) => {
    if (part.kind !== 'quote') return part;
    const text = plainText(part.inline);
    const words = wordsOf(text);
    const isRepeated =
      words.trim().split(' ').length >= minPullQuoteWords && paragraphs.some((paragraph) => paragraph.includes(words));
    return isRepeated ? { kind: 'pull-quote', text } : part;
  });
}

const postscriptMark = /^\s*(?:P\.\s?S\.?|PS(?=[\s:.,]))\s*[:.,–-]?\s*/;
/** More paragraphs than this are no afterthought: they stay in the text. */
const maxPostscriptParagraphs = 3;

/** Returns a run without its first `count` characters; a line break counts as one. */
const dropCharacters = (run: TextRun, count: number): TextRun => ({
  ...run,
  lines: run.lines.join('\n').slice(count).split('\n'),
});

/**
 * Removes the author's own "P.S.", because the page renders one. A mark that reaches into a link leaves the link whole.
 */
function withoutMark(inline: Inline): Inline {
  let left = postscriptMark.exec(plainText(inline))?.[0].length ?? 0;
  return inline.flatMap((run): Inline => {
    const length = plainText([run]).length;
    const count = Math.min(left, length);
    left -= count;
    if (count === length && run.kind === 'text') return length === 0 ? [run] : [];
    return [run.kind === 'text' ? dropCharacters(run, count) : run];
  });
}

/**
 * Splits a closing "P.S." off a post: the last paragraphs, from the one that begins with it. The postscript is empty
 * where there is none, and where nothing else would be left of the post.
 */
function splitPostscript(parts: readonly Part[]): { before: readonly Part[]; postscript: Inline[] } {
  const start = parts.findLastIndex((part) => part.kind === 'paragraph' && postscriptMark.test(plainText(part.inline)));
  const closing = parts.slice(start).filter((part): part is Paragraph => part.kind === 'paragraph');
  const isClosing = start > 0 && closing.length === parts.length - start && closing.length <= maxPostscriptParagraphs;
  const postscript = isClosing
    ? closing.map((part, n) => (n === 0 ? withoutMark(part.inline) : part.inline)).filter((inline) => !isBlank(inline))
    : [];
  return postscript.length > 0 ? { before: parts.slice(0, start), postscript } : { before: parts, postscript: [] };
}

/**
 * Returns what the CMS serves as blocks, ready to render: safe links, headings from h2 with unique ids, nested lists,
 * no blank parts. A post also has a lead, an end mark, pull quotes, section numbers (from two sections, unless the
 * author wrote numbers) and a postscript.
 */
export function bodyOf(blocks: readonly Block[], as: 'post' | 'page'): Body {
  const headingOf = headingFactory(blocks);
  const parts = blocks.flatMap((block) => partOf(block, headingOf) ?? []);
  if (as === 'page') return { parts, postscript: [], isNumbered: false };

  const { before, postscript } = splitPostscript(parts);
  const [first, last] = [before.at(0), before.at(-1)];
  const marked = withPullQuotes(before).map((part) =>
    part.kind === 'paragraph' ? { ...part, isLead: part === first, isEnd: part === last && part !== first } : part,
  );
  const headings = before.filter((part) => part.kind === 'heading');
  const isNumbered =
    headings.filter((part) => part.level === 2).length > 1 &&
    !hasOwnNumbers(headings.map((part) => plainText(part.inline)));
  return { parts: marked, postscript, isNumbered };
}

/**
 * Puts a post's picture after its lead, so that the first thing to read is on the first screen of a phone and need not
 * wait for the picture; above the text where that does not begin with a paragraph.
 */
export const withCover = (parts: readonly Part[], cover: Picture): Part[] => {
  const place = parts[0]?.kind === 'paragraph' ? 1 : 0;
  return [...parts.slice(0, place), { kind: 'picture', picture: cover }, ...parts.slice(place)];
};
