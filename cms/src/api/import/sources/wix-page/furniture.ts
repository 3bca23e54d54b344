/**
 * What Wix writes around a post. A line alone proves nothing, because a post may contain the same words: where it
 * stands decides (see `edges.ts`).
 *
 * - `machine`: a whole sentence that only the page's machinery writes; `counter`: "12 views", "0 comments".
 * - `cards`: the beginning of the list of other posts; `comments`: the beginning of the readers' comments.
 * - `share`, `tags`, `button`, `number`: words of buttons and menus, which a post may well contain.
 * - `rights`: "© 2024 by …".
 */
type Furniture = 'machine' | 'counter' | 'cards' | 'comments' | 'share' | 'tags' | 'button' | 'number' | 'rights';

const likes = String.raw`(?:\d[\d,]*\s*likes?\.?\s*)?post (?:not )?marked as liked\.?\s*(?:\d[\d,]*)?`;
const counters = String.raw`(?:(?:\d[\d,.]*k?|no)\s*(?:views?|likes?|hearts?|comments?)\s*[·•|.]?\s*)+`;

const vocabulary: readonly [Furniture, RegExp][] = [
  ['machine', /^(?:top|bottom) of page$/iu],
  ['machine', /^skip to main content$/iu],
  ['machine', new RegExp(`^(?:${likes}\\s*)+$`, 'iu')],
  ['machine', /^write a comment(?:\.{3}|…)(?:\s*share your thoughts)?(?:\s*be the first to write a comment\.?)?$/iu],
  ['machine', /^be the first to write a comment\.?$/iu],
  ['machine', /^share your thoughts\s*be the first to write a comment\.?$/iu],
  ['machine', /^log ?in (?:or sign ?up )?to (?:leave a )?comment\.?$/iu],
  ['machine', /^rated (?:nan|\d(?:\.\d+)?) out of 5 stars\.?(?:\s*(?:no ratings yet|\d[\d,]* ratings?))?$/iu],
  ['machine', /^(?:no ratings yet|add a rating\s?\*?)$/iu],
  ['machine', /^(?:writer|author)['’]s picture\b.{0,60}$/iu],
  ['machine', /^use tab to navigate\b.{0,60}$/iu],
  ['machine', /^sort by:\s*(?:newest|oldest)?$/iu],
  ['machine', /^commenting (?:on this post )?(?:isn.t available|has been turned off).*$/iu],
  [
    'machine',
    /^(?:©|\(c\)|copyright\b)?.{0,100}\b(?:proudly created|powered and secured|made|created) (?:with|by) wix(?:\.com)?\.?$/iu,
  ],
  [
    'machine',
    /^(?:(?:we|this (?:web)?site) uses? (?:\w+ )?cookies|by (?:continuing|using|clicking|accepting)\b).*\b(?:website|site|browser|experience|analy\w+|consent|agree)\b.*$/iu,
  ],
  ['machine', /^(?:copy link(?: to clipboard)?|print post|share this post|share (?:post )?via .{1,30})$/iu],
  ['counter', new RegExp(`^${counters}$`, 'iu')],
  [
    'cards',
    /^(?:(?:recent|related|latest) posts|you might also like|keep reading|read more posts):?(?:\s*see all)?$/iu,
  ],
  ['comments', /^(?:\d[\d,]*\s+)?comments?(?:\s*\(\d+\))?$/iu],
  ['share', /^(?:share|facebook|twitter|x|x \(twitter\)|linkedin|pinterest|whatsapp|tumblr|reddit|instagram|email)$/iu],
  ['tags', /^(?:tags:?|(?:#[\p{L}\p{N}_]+[\s,]*)+)$/iu],
  [
    'button',
    /^(?:home|about(?: me| us)?|blog|contact(?: me| us)?|services|fees|search(?:\.{3}|…)?|menu|more|more actions|all posts|log ?in(?: \/ sign ?up)?|sign ?up|log ?out|my account|members?|profile|see all|like|reply|follow|subscribe|submit|thanks for submitting!?|load more|view more|show more|book (?:now|online)|accept(?: all)?|decline(?: all)?|reject(?: all)?|(?:cookie )?settings|privacy(?: policy| notice)?|cookie policy|terms(?: (?:and|&) conditions| of use| of service)?|accessibility(?: statement)?)$/iu,
  ],
  ['number', /^\d{1,4}$/u],
  ['rights', /^(?:©|\(c\)|copyright\b\s*©?)\s*(?:20[012]\d)?.*$/iu],
];

/** Returns what a line would be on a Wix page outside of the post; null if it can only be text. */
export const furnitureOf = (text: string): Furniture | null =>
  vocabulary.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

/** Lines that nobody types: where they stand within the text, they are kept and pointed out. */
export const isMachine = (text: string): boolean => ['machine', 'counter', 'cards'].includes(furnitureOf(text) ?? '');
