import type { InlineNode, TextNode } from 'shared';

/** A link that may appear on a page. `external` links lead to another host: the browser sends no referrer there. */
export interface SafeLink {
  href: string;
  external: boolean;
}

/** A formatting mark, outermost first. The names are those of the HTML elements. */
type Mark = 'strong' | 'em' | 'u' | 's' | 'code';

/** A run of text with the same formatting; each of `lines` but the first begins on a new line. */
export interface TextRun {
  kind: 'text';
  lines: string[];
  marks: Mark[];
}

interface LinkRun {
  kind: 'link';
  link: SafeLink;
  runs: TextRun[];
}

export type Inline = (TextRun | LinkRun)[];

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:']);
// Browsers drop tabs and line breaks inside a URL and read `\` as `/`, so both can hide a scheme or a host.
// eslint-disable-next-line no-control-regex
const deceptive = /[\u0000-\u001f\u007f\\\u202a-\u202e\u2066-\u2069]/;

/**
 * Returns the link for a URL that a person typed, or null if no link may have it. Allowed are http(s), mailto, tel and
 * sms, a path of this site and a fragment of this page; not allowed are other schemes (`javascript:`, `data:`),
 * `//host` and incomplete URLs.
 */
export function safeLink(url: string): SafeLink | null {
  const href = url.trim();
  if (href === '' || deceptive.test(href)) return null;
  if (href.startsWith('#')) return { href, external: false };
  if (href.startsWith('/')) return href.startsWith('//') ? null : { href, external: false };
  if (!URL.canParse(href)) return null;
  const { protocol } = new URL(href);
  if (!schemes.has(protocol)) return null;
  return { href, external: protocol === 'http:' || protocol === 'https:' };
}

// Bidirectional overrides and embeddings can make a line read differently from what it says (CVE-2021-42574). The marks
// that right-to-left names need (U+200E, U+200F, U+061C) stay.
const bidiOverrides = /[\u202a-\u202e\u2066-\u2069]/g;

function textRun(node: TextNode): TextRun {
  const marks: Mark[] = [];
  if (node.bold) marks.push('strong');
  if (node.italic) marks.push('em');
  if (node.underline) marks.push('u');
  if (node.strikethrough) marks.push('s');
  if (node.code) marks.push('code');
  return { kind: 'text', lines: node.text.replace(bidiOverrides, '').split(/\r\n|\r|\n/), marks };
}

const textRuns = (nodes: readonly TextNode[]): TextRun[] => nodes.filter((node) => node.text !== '').map(textRun);

/**
 * Returns the inline content of a block. A link with an unsafe URL becomes text; nodes of an unknown kind are dropped.
 */
export function inlineOf(nodes: readonly InlineNode[]): Inline {
  return nodes.flatMap((node): Inline => {
    if (node.type === 'text') return textRuns([node]);
    if (node.type !== 'link') return [];
    const runs = textRuns(node.children);
    const link = safeLink(node.url);
    return link && runs.length > 0 ? [{ kind: 'link', link, runs }] : runs;
  });
}

/** Returns the text alone. Each line break becomes a space, or `lineBreak`. */
export const plainText = (inline: Inline, lineBreak = ' '): string =>
  inline.map((run) => (run.kind === 'text' ? run.lines.join(lineBreak) : plainText(run.runs, lineBreak))).join('');

/** Returns whether there is nothing to read: the editor stores an empty paragraph for each blank line. */
export const isBlank = (inline: Inline): boolean => plainText(inline).trim() === '';
