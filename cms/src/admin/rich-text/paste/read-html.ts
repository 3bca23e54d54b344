import { parse } from 'parse5';
import type { ListFormat } from '#src/admin/rich-text/list-tree';
import { LeftOut } from './left-out';
import { blocksOfLines, type Form, type Pasted, type PastedLine, type Run, tidyRuns } from './lines';
import {
  attribute,
  elementsIn,
  type HtmlElement,
  type HtmlParent,
  isElement,
  isHidden,
  linkAddress,
  plainStyle,
  type Style,
  styleIn,
} from './styles';
import { isMarker, isWordComment, WordLists, wordStyle } from './word';

const skipped = new Set(
  'head script style noscript template select option textarea button input svg canvas iframe embed object video audio img hr'.split(
    ' ',
  ),
);
const blockTags = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const invisible = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/gu;

/** What is around the text that is being read. */
interface Around {
  readonly style: Style;
  readonly form: Form;
  readonly container: unknown;
  readonly keepsSpaces: boolean;
}

/** The level of a heading, which Word on the web says in attributes; null for what is none. */
const headingLevel = (element: HtmlElement): 2 | 3 | null => {
  const level =
    /^h([1-6])$/u.exec(element.tagName)?.[1] ??
    (attribute(element, 'role') === 'heading' ? attribute(element, 'aria-level') : '');
  if (level === '') return null;
  return Number(level) <= 2 ? 2 : 3;
};

/** A quotation of Google Docs, which has no style for it: a paragraph that is moved in. Half an inch is 36 points. */
const isMovedIn = (element: HtmlElement): boolean => {
  const margin = /margin-left:\s*([\d.]+)pt/iu.exec(attribute(element, 'style'))?.[1];
  return element.tagName === 'p' && Number(margin ?? 0) >= 24;
};

class HtmlReader {
  readonly lines: PastedLine[] = [];
  readonly leftOut = new LeftOut();
  private readonly word = new WordLists();
  private runs: Run[] = [];
  private isUnderlined = false;

  constructor(private readonly isFromDocs: boolean) {}

  private flush({ form, container }: Around): void {
    const runs = tidyRuns(this.runs);
    this.runs = [];
    if (runs.length > 0) this.lines.push({ form, container, runs });
  }

  private readText(source: string, { style, form, keepsSpaces }: Around): void {
    const visible = source.replaceAll(invisible, '');
    const text = keepsSpaces ? visible.replaceAll(/\r\n?/gu, '\n') : visible.replaceAll(/\s+/gu, ' ');
    if (text === '') return;
    const { bold, italic, strikethrough, code, underline, url } = style;
    if (underline && url === null && text.trim() !== '' && !this.isUnderlined) {
      this.isUnderlined = true;
      this.leftOut.add('u');
    }
    this.runs.push({
      text,
      // A heading is bold by itself.
      ...(bold && form.kind !== 'heading' && { bold }),
      ...(italic && { italic }),
      ...(strikethrough && { strikethrough }),
      ...(code && { code }),
      ...(url !== null && { url }),
    });
  }

  /** Two line breaks one after the other end a paragraph. */
  private readBreak(around: Around): void {
    const last = this.runs.findLast(({ text }) => text.trim() !== '' || text === '\n');
    if (last?.text === '\n' && around.form.kind === 'paragraph') this.flush(around);
    else this.runs.push({ text: '\n' });
  }

  private skip(element: HtmlElement, around: Around): void {
    const { tagName: tag } = element;
    const alt = attribute(element, 'alt').trim();
    // An emoji that a page shows as a picture.
    if (tag === 'img' && /^\p{Extended_Pictographic}/u.test(alt)) this.readText(alt, around);
    // A picture of one pixel counts visitors.
    else if (tag !== 'img' || !/^[01]$/u.test(attribute(element, 'width'))) this.leftOut.add(tag);
  }

  private formOf(element: HtmlElement, outer: Form): Form {
    const { tagName: tag } = element;
    const level = headingLevel(element);
    const item = this.word.formOf(element);
    if (item) return item;
    if (level !== null) return { kind: 'heading', level };
    if (tag === 'ul' || tag === 'ol') return this.listForm(tag === 'ol' ? 'ordered' : 'unordered', outer);
    if (tag === 'li') return this.itemForm(element, outer);
    if (outer.kind === 'item') return outer;
    if (tag === 'blockquote' || (this.isFromDocs && isMovedIn(element))) return { kind: 'quote' };
    return wordStyle(element) ?? outer;
  }

  private listForm(format: ListFormat, outer: Form): Form {
    return { kind: 'item', path: [...(outer.kind === 'item' ? outer.path : []), format] };
  }

  /** Word on the web puts each item into a list of its own, and says the level in an attribute. */
  private itemForm(element: HtmlElement, outer: Form): Form {
    const path = outer.kind === 'item' ? outer.path : (['unordered'] as const);
    const level = Math.min(Number(attribute(element, 'data-aria-level') || attribute(element, 'aria-level')), 9);
    const missing = Math.max(0, level - path.length);
    const format = path.at(-1) ?? 'unordered';
    return { kind: 'item', path: [...path, ...Array.from({ length: missing }, () => format)] };
  }

  private readBlock(element: HtmlElement, around: Around): void {
    const { tagName: tag } = element;
    if (tag === 'table' && [...elementsIn(element)].filter(({ tagName }) => /^t[dh]$/u.test(tagName)).length > 1)
      this.leftOut.add('table');
    if (tag === 'form') this.leftOut.add('form');
    this.flush(around);
    const form = this.formOf(element, around.form);
    const isContainer = tag === 'li' || tag === 'blockquote';
    const inner = {
      style: styleIn(element, around.style),
      form,
      container: isContainer ? element : form.kind === 'heading' ? null : around.container,
      keepsSpaces: around.keepsSpaces || tag === 'pre',
    };
    this.read(element, inner);
    this.flush(inner);
  }

  private readInline(element: HtmlElement, around: Around): void {
    const href = element.tagName === 'a' ? attribute(element, 'href') : '';
    if (href !== '' && linkAddress(href) === null) this.leftOut.add('link');
    this.read(element, { ...around, style: styleIn(element, around.style) });
  }

  private readElement(element: HtmlElement, around: Around): void {
    const { tagName: tag } = element;
    if (isHidden(element) || isMarker(element)) return;
    if (isWordComment(element)) {
      if (tag === 'a' || tag === 'div') this.leftOut.add('comment');
    } else if (skipped.has(tag)) this.skip(element, around);
    else if (tag === 'br') this.readBreak(around);
    else if (blockTags.has(tag)) this.readBlock(element, around);
    else this.readInline(element, around);
  }

  read(parent: HtmlParent, around: Around): void {
    for (const node of parent.childNodes) {
      if (isElement(node)) this.readElement(node, around);
      else if (node.nodeName === '#text' && 'value' in node) this.readText(node.value, around);
    }
  }

  finish(): Pasted {
    this.flush(plain);
    return { blocks: blocksOfLines(this.lines), leftOut: this.leftOut.list() };
  }
}

const plain: Around = { style: plainStyle, form: { kind: 'paragraph' }, container: null, keepsSpaces: false };

/**
 * Returns the HTML of a clipboard as blocks: headings, bold, italic, struck out text and code, links, lists and
 * quotations. Everything else about how it looked is dropped; what is more than looks is named. No element of it ever
 * becomes part of a page, so nothing in it can run.
 */
export const readHtml = (html: string): Pasted => {
  const reader = new HtmlReader(html.includes('docs-internal-guid'));
  reader.read(parse(html), plain);
  return reader.finish();
};
