/** Returns the paragraphs of a plain text. Blank lines separate them; single line breaks stay inside. */
export const paragraphs = (text: string): string[] =>
  text.split(/\n(?:[^\S\n]*\n)+/).filter((paragraph) => paragraph.trim() !== '');

/** Returns the lines of a plain text (an address, say) without blank ones. */
export const nonEmptyLines = (text: string | null | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A part of a plain text; `href` is set where it is a web address. */
export interface LinkedText {
  text: string;
  href: string | null;
}

/** An https address up to white space, without the punctuation of the sentence around it. */
const webAddress = /https:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?'’)\]]/g;

/**
 * Splits a plain text at its https addresses, such as the link to a meeting. The parts joined together are the whole
 * text.
 */
export function splitAtLinks(text: string): LinkedText[] {
  const parts: LinkedText[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(webAddress)) {
    if (!URL.canParse(found)) continue;
    if (index > from) parts.push({ text: text.slice(from, index), href: null });
    parts.push({ text: found, href: new URL(found).href });
    from = index + found.length;
  }
  return from < text.length ? [...parts, { text: text.slice(from), href: null }] : parts;
}

// Characters that XML 1.0 (2.2) does not allow, however they are written.
const disallowed =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Returns text in a form that is safe in XML and HTML, between tags and in quoted attributes. */
export const escapeMarkup = (text: string): string =>
  text.replace(disallowed, '').replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** Returns a text with the content note before it, as pages show it. */
export const withContentNote = (contentNote: string | null, text: string): string =>
  [contentNote === null ? '' : `Before you read: ${contentNote}`, text].filter(Boolean).join('\n\n');
