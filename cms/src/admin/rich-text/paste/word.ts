import type { ListFormat } from '#src/admin/rich-text/list-tree';
import type { Form } from './lines';
import { attribute, elementsIn, hasClass, type HtmlElement, textIn } from './styles';

/** The bullet or number that Word writes in front of an item, for programs that know no lists. */
export const isMarker = (element: HtmlElement): boolean => /mso-list:\s*ignore/iu.test(attribute(element, 'style'));

/** What Word writes beside the text: comments in the margin. */
export const isWordComment = (element: HtmlElement): boolean =>
  /mso-element:\s*comment|mso-special-character:\s*comment/iu.test(attribute(element, 'style')) ||
  hasClass(element, /^msocom(?:off|anchor|txt)?$/iu);

const placeInList = /mso-list:\s*(l\d+)\s+level(\d+)/iu;
/** 1. a) iv. (2) */
const numbered = /^\W*(?:\d+|[a-z]{1,2}|[ivxlcdm]+)[.)]/iu;

/**
 * Word's lists are paragraphs that say which list and level they belong to, with their bullet or number as text. This
 * remembers the kind of each level, because an item says only its own.
 */
export class WordLists {
  private readonly formats = new Map<string, ListFormat>();

  /** Returns the form of a paragraph that is an item of a list; null for others. */
  formOf(element: HtmlElement): Form | null {
    const [, list, level] = placeInList.exec(attribute(element, 'style')) ?? [];
    if (list === undefined || level === undefined) return null;
    const marker = [...elementsIn(element)].find(isMarker);
    const format: ListFormat = numbered.test(marker ? textIn(marker) : '') ? 'ordered' : 'unordered';
    this.formats.set(`${list} ${level}`, format);
    const path = Array.from(
      { length: Math.min(Number(level), 9) },
      (_, at) => this.formats.get(`${list} ${at + 1}`) ?? format,
    );
    return { kind: 'item', path };
  }
}

/** Returns what a paragraph is by the names of Word's own styles. */
export const wordStyle = (element: HtmlElement): Form | null => {
  if (hasClass(element, /^Mso(?:Title|Heading)$/iu)) return { kind: 'heading', level: 2 };
  return hasClass(element, /^Mso(?:Intense)?Quote/iu) ? { kind: 'quote' } : null;
};
