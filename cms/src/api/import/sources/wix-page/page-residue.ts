import type { PageLine } from './page-lines';

const anywhere = [
  /^(?:top|bottom) of page$/i,
  /^skip to main content$/i,
  /^post (?:not )?marked as liked$/i,
  /^write a comment(?:\.{3}|…)?$/i,
  /^rated (?:nan|\d(?:\.\d)?) out of 5 stars\.?$/i,
  /^(?:no ratings yet|add a rating\*?)$/i,
  /^writer's picture\b.*$/i,
  /^use tab to navigate\.*$/i,
];
const aroundThePost = [
  /^(?:home|about(?: me)?|blog|contact(?: me)?|services|fees|search|menu|more|all posts|log ?in|log in \/ sign up|sign ?up|see all|share|share this post|facebook|twitter|x|linkedin|copy link|print post|book (?:now|online))$/i,
  /^\d[\d,]*$/i,
  /^(?:\d[\d,]*\s*(?:views?|likes?|hearts?|comments?)\s*)+$/i,
  /^(?:#[\p{L}\p{N}_]+\s*)+$/iu,
  /^like$/i,
];
const closing = [
  /^(?:\d[\d,]*\s+)?comments?(?:\s*\(\d+\))?$/i,
  /^(?:recent|related) posts$/i,
  /^you might also like:?$/i,
  /^commenting (?:on this post )?(?:isn.t available|has been turned off).*$/i,
  /^(?:©|\(c\)|copyright\b).*$/i,
  /^(?:proudly created|powered and secured|made) (?:with|by) wix(?:\.com)?\.?$/i,
];

const oneOf =
  (patterns: readonly RegExp[]) =>
  (line: string): boolean =>
    patterns.some((pattern) => pattern.test(line));

const isResidue = oneOf(anywhere);

/** Takes out the lines that only the page's machinery writes, wherever they stand. */
export function takeOutResidue(lines: PageLine[]): { lines: PageLine[]; residue: PageLine[] } {
  return { lines: lines.filter(({ text }) => !isResidue(text)), residue: lines.filter(({ text }) => isResidue(text)) };
}

/** A word of menus, buttons and counters: residue before the title and after the post, but nothing to remove within it. */
export const isAroundThePost = oneOf(aroundThePost);

/** The line with which Wix ends a post: everything from here on belongs to the page, or to those who commented. */
export const closesThePost = oneOf(closing);
