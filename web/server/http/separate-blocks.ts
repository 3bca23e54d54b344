/** The ends of elements that begin a new line, where the next tag follows at once, and line breaks before a word. */
const endOfBlock =
  /<\/(?:address|article|aside|blockquote|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|label|legend|li|main|nav|ol|p|pre|section|ul)>(?=<)|<br>(?=\S)/g;

/** The marks by which Vue would find its way through a page in a browser, where it never runs: a tenth of the page. */
const hydrationMark = /<!--[[\]]?-->/g;

/**
 * Returns the HTML of a page with white space behind each block and line, so that its text keeps words apart for those
 * who take it without its layout: search engines, text browsers, and programs that read it aloud. Vue's marks go.
 */
export const separateBlocks = (html: string): string =>
  html.replaceAll(endOfBlock, '$&\n').replaceAll(hydrationMark, '');
