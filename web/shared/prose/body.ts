import type { Block, Picture } from 'shared';
import { anchors, type HeadingLevel, headingLevels, numbersItself } from './headings';
import { type List, listOf } from './lists';
import { splitPostscript } from './postscript';
import { isBlank, plainText, type Words, wordsOf } from './words';

/** `lead` is the larger first paragraph of a post, `end` the paragraph that bears the end mark. */
export interface Paragraph {
  kind: 'paragraph';
  words: Words;
  lead: boolean;
  end: boolean;
}

interface Heading {
  kind: 'heading';
  level: HeadingLevel;
  id: string;
  words: Words;
}

export type Part =
  | Paragraph
  | Heading
  | List
  | { kind: 'quote'; words: Words }
  | { kind: 'code'; text: string }
  | { kind: 'picture'; picture: Picture };

/** A body as it stands on the page. `numbered`: its sections bear numbers in the margin. */
export interface Body {
  parts: Part[];
  postscript: Words[];
  numbered: boolean;
}

/** Ids of the page around the body: no heading may take one. */
const idsOfThePage = ['main', 'start', 'comments', 'comment-form'];

function partOf(block: Block, heading: (words: Words) => Heading): Part | null {
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
      const words = wordsOf(block.children);
      if (isBlank(words)) return null;
      if (block.type === 'heading') return heading(words);
      if (block.type === 'code') return { kind: 'code', text: plainText(words, '\n') };
      return block.type === 'quote' ? { kind: 'quote', words } : { kind: 'paragraph', words, lead: false, end: false };
    }
    default:
      // A kind of block that a later CMS may send: the page does without it.
      return null;
  }
}

function headingMaker(blocks: readonly Block[]): (words: Words) => Heading {
  const levels = headingLevels(
    blocks.flatMap((block) => (block.type === 'heading' && !isBlank(wordsOf(block.children)) ? [block.level] : [])),
  );
  const id = anchors(idsOfThePage);
  return (words) => ({ kind: 'heading', level: levels.shift() ?? 2, id: id(plainText(words)), words });
}

/**
 * What the CMS serves as blocks, made ready for a page: safe links, headings from h2 on with ids of their own, inner
 * lists inside their items, nothing blank. A post (`as: 'post'`) also has a lead, an end mark, numbered sections (from
 * two on, unless she numbered them) and a postscript.
 */
export function bodyOf(blocks: readonly Block[], as: 'post' | 'page'): Body {
  const heading = headingMaker(blocks);
  const parts = blocks.flatMap((block) => partOf(block, heading) ?? []);
  if (as === 'page') return { parts, postscript: [], numbered: false };

  const { before, postscript } = splitPostscript(parts);
  const [first, last] = [before.at(0), before.at(-1)];
  const marked = before.map((part) =>
    part.kind === 'paragraph' ? { ...part, lead: part === first, end: part === last && part !== first } : part,
  );
  const headings = before.filter((part) => part.kind === 'heading');
  const numbered =
    headings.filter((part) => part.level === 2).length > 1 &&
    !numbersItself(headings.map((part) => plainText(part.words)));
  return { parts: marked, postscript, numbered };
}
