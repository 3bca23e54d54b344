import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { LineForm, PageLine } from '#src/api/import/page-line';
import type { Run } from '#src/api/import/source';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

export type HtmlElement = Element;

const skipped = new Set('script style noscript template head svg canvas select option textarea'.split(' '));
const blocks = new Set(
  'address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul button'.split(
    ' ',
  ),
);
/** What can't become text, and how the report calls it. */
const media: Readonly<Record<string, string>> = {
  img: 'a picture',
  video: 'a video',
  audio: 'a sound',
  iframe: 'something embedded (a video, a map or a form)',
  embed: 'something embedded',
  object: 'something embedded',
  form: 'a form',
  table: 'the form of a table (each of its cells is a paragraph now)',
};

const isElement = (node: Node): node is Element => 'tagName' in node;

export const attribute = (element: Element, name: string): string | null =>
  element.attrs.find((attr) => attr.name === name)?.value ?? null;

/** Every element under `parent`, in the order of the page. */
export function* elementsOf(parent: Parent): Generator<Element> {
  for (const node of parent.childNodes)
    if (isElement(node)) {
      yield node;
      yield* elementsOf(node);
    }
}

export const parseHtml = (html: string): Parent => parse(html);

interface Style {
  bold: boolean;
  italic: boolean;
  url: string | null;
  form: LineForm | null;
}

/** Only addresses that a reader can follow: those of scripts and of the page itself are none. */
const followable = (href: string | null): string | null =>
  href !== null && /^(?:https?:\/\/|mailto:|tel:)\S+$/iu.test(href.trim()) ? href.trim() : null;

const isHidden = (element: Element): boolean =>
  attribute(element, 'hidden') !== null ||
  attribute(element, 'aria-hidden') === 'true' ||
  /display:\s*none|visibility:\s*hidden/iu.test(attribute(element, 'style') ?? '');

const joined = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** Trims the runs of a line, leaves out empty ones and joins those of one style. */
function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  for (const run of runs) {
    const last = tidy.at(-1);
    const text = !last || /\s$/u.test(last.text) ? run.text.trimStart() : run.text;
    if (text === '') continue;
    if (last && last.url === run.url && last.bold === run.bold && last.italic === run.italic) last.text += text;
    else tidy.push({ ...run, text });
  }
  const last = tidy.at(-1);
  if (last) last.text = last.text.trimEnd();
  return tidy.filter(({ text }) => text !== '');
}

const isPlain = (runs: readonly Run[]): boolean => runs.every(({ url, bold, italic }) => !url && !bold && !italic);

class LineReader {
  readonly lines: PageLine[] = [];
  private runs: Run[] = [];
  private apart = false;
  private lists = 0;
  private waiting: string[] = [];

  private flush(form: LineForm | null): void {
    const runs = tidyRuns(this.runs);
    this.runs = [];
    const text = joined(runs);
    if (text === '') return;
    const line: PageLine = { text, number: this.lines.length + 1, apart: this.apart };
    if (form) line.form = form;
    if (!isPlain(runs)) line.runs = runs;
    if (this.waiting.length > 0) line.lost = this.waiting.splice(0).map((what) => `${what} above it`);
    this.apart = false;
    this.lines.push(line);
  }

  private lose(what: string): void {
    const last = this.lines.at(-1);
    if (!last) this.waiting.push(what);
    else last.lost = [...(last.lost ?? []), `${what} below it`];
  }

  private readMedia(element: Element): void {
    const alt = attribute(element, 'alt')?.trim();
    const source = attribute(element, 'src') ?? '';
    // A picture of one pixel counts visitors.
    if (element.tagName === 'img' && /^[01]$/u.test(attribute(element, 'width') ?? '')) return;
    const address = /^https?:/iu.test(source) ? `, ${source}` : '';
    this.lose(`${media[element.tagName] ?? ''}${alt ? ` (“${alt}”)` : ''}${address}`);
  }

  private readText(text: string, { bold, italic, url }: Style): void {
    const words = text.replace(/[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/gu, '').replace(/\s+/gu, ' ');
    if (words !== '')
      this.runs.push({ text: words, ...(bold && { bold }), ...(italic && { italic }), ...(url && { url }) });
  }

  private styleOf(element: Element, style: Style): Style {
    const { tagName: tag } = element;
    const css = attribute(element, 'style') ?? '';
    const heading = /^h([1-6])$/u.exec(tag)?.[1];
    const isHeading = heading !== undefined || style.form?.kind === 'heading';
    return {
      // A heading is bold by itself.
      bold: !isHeading && (style.bold || /^(?:b|strong)$/u.test(tag) || /font-weight:\s*(?:bold|[6-9]00)/iu.test(css)),
      italic: style.italic || /^(?:i|em)$/u.test(tag) || /font-style:\s*italic/iu.test(css),
      url: tag === 'a' ? followable(attribute(element, 'href')) : style.url,
      form: this.formOf(tag, heading, style.form),
    };
  }

  private formOf(tag: string, heading: string | undefined, outer: LineForm | null): LineForm | null {
    if (heading) return { kind: 'heading', level: Number(heading) <= 2 ? 2 : 3 };
    if (tag === 'ul' || tag === 'ol') return { kind: 'item', ordered: tag === 'ol', list: ++this.lists };
    if (tag === 'blockquote') return { kind: 'quote' };
    return outer;
  }

  read(parent: Parent, style: Style = { bold: false, italic: false, url: null, form: null }): void {
    for (const node of parent.childNodes) {
      if (!isElement(node)) {
        if (node.nodeName === '#text' && 'value' in node) this.readText(node.value, style);
        continue;
      }
      const { tagName: tag } = node;
      if (skipped.has(tag) || isHidden(node)) continue;
      if (media[tag] !== undefined) this.readMedia(node);
      const isBlock = blocks.has(tag);
      if (isBlock || tag === 'br') {
        const isEmptyParagraph = tag === 'p' && this.runs.length === 0;
        this.flush(style.form);
        const before = this.lines.length;
        if (isBlock) {
          const inner = this.styleOf(node, style);
          this.read(node, inner);
          this.flush(inner.form);
        }
        if (isEmptyParagraph && this.lines.length === before) this.apart = true;
      } else this.read(node, this.styleOf(node, style));
    }
  }

  finish(): PageLine[] {
    this.flush(null);
    return this.lines;
  }
}

/**
 * Returns the lines of text in a part of a page, each with its form, its links, and what stood beside it and is lost.
 */
export function linesOfHtml(parent: Parent): PageLine[] {
  const reader = new LineReader();
  reader.read(parent);
  return reader.finish();
}
