/** The ends of elements that begin a new line, where the next tag follows at once, and line breaks before a word. */
const endOfBlock =
  /<\/(?:address|article|aside|blockquote|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|label|legend|li|main|nav|ol|p|pre|section|ul)>(?=<)|<br>(?=\S)/g;

/**
 * Returns the HTML of a page with white space behind each block and line, so that its text keeps words apart for those
 * who take it without its layout: search engines, text browsers, and programs that read it aloud.
 */
export const separateBlocks = (html: string): string => html.replaceAll(endOfBlock, '$&\n');
