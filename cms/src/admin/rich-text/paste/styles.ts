import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;

export const attribute = (element: HtmlElement, name: string): string =>
  element.attrs.find((attr) => attr.name === name)?.value ?? '';

export const hasClass = (element: HtmlElement, pattern: RegExp): boolean =>
  attribute(element, 'class')
    .split(/\s+/u)
    .some((name) => pattern.test(name));

/** Returns the text in an element, as it is in the source. */
export const textIn = (parent: HtmlParent): string =>
  parent.childNodes
    .map((node) => (isElement(node) ? textIn(node) : 'value' in node && node.nodeName === '#text' ? node.value : ''))
    .join('');

/** Returns the elements under a parent, in their order. */
export function* elementsIn(parent: HtmlParent): Generator<HtmlElement> {
  for (const node of parent.childNodes)
    if (isElement(node)) {
      yield node;
      yield* elementsIn(node);
    }
}

/** How text is written; `url` of the link that it is in. */
export interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
  readonly code: boolean;
  readonly underline: boolean;
  readonly url: string | null;
}

export const plainStyle: Style = {
  bold: false,
  italic: false,
  strikethrough: false,
  code: false,
  underline: false,
  url: null,
};

const declared = (css: string, property: string): string =>
  new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`, 'iu').exec(css)?.[1]?.trim().toLowerCase() ?? '';

/** Returns what a declaration says of a style: yes, no, or nothing. */
const says = (value: string, yes: RegExp, no: RegExp): boolean | null =>
  yes.test(value) ? true : no.test(value) ? false : null;

const schemes = /^(?:https?:\/\/|mailto:|tel:|sms:)\S+$/iu;

/** Returns the address that a link in a page leads to; null for those that lead nowhere for others, such as files. */
export const linkAddress = (href: string): string | null => {
  const address = href.trim();
  if (!schemes.test(address)) return null;
  if (!/^https?:/iu.test(address) || !URL.canParse(address)) return address;
  // Google's documents lead to their links by a page of Google's own.
  const url = new URL(address);
  const target =
    /^(?:www\.)?google\.[a-z.]+$/u.test(url.hostname) && url.pathname === '/url' && url.searchParams.get('q');
  return target && schemes.test(target) ? target : address;
};

const tags = {
  bold: /^(?:b|strong)$/u,
  italic: /^(?:i|em|cite|dfn)$/u,
  strikethrough: /^(?:s|strike|del)$/u,
  code: /^(?:code|kbd|samp|tt)$/u,
  underline: /^u$/u,
};

/**
 * Returns the style of the text in an element, of its tag and of what its `style` says, which Google Docs relies on.
 */
export const styleIn = (element: HtmlElement, outer: Style): Style => {
  const { tagName: tag } = element;
  const css = attribute(element, 'style');
  const line = `${declared(css, 'text-decoration')} ${declared(css, 'text-decoration-line')}`;
  const isLink = tag === 'a' && attribute(element, 'href') !== '';
  return {
    bold:
      says(declared(css, 'font-weight'), /^(?:bold|bolder|[6-9]00)/u, /^(?:normal|lighter|[1-5]00)/u) ??
      (outer.bold || tags.bold.test(tag)),
    italic:
      says(declared(css, 'font-style'), /^(?:italic|oblique)/u, /^normal/u) ?? (outer.italic || tags.italic.test(tag)),
    strikethrough: outer.strikethrough || tags.strikethrough.test(tag) || line.includes('line-through'),
    code: outer.code || tags.code.test(tag),
    underline: outer.underline || tags.underline.test(tag) || line.includes('underline'),
    url: isLink ? linkAddress(attribute(element, 'href')) : outer.url,
  };
};

/** Whether nobody saw it where it was copied. */
export const isHidden = (element: HtmlElement): boolean =>
  element.attrs.some(({ name }) => name === 'hidden') ||
  /display:\s*none|visibility:\s*hidden|mso-hide:\s*all/iu.test(attribute(element, 'style'));
