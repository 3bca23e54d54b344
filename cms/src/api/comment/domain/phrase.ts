/** Words that stand for one thing in a phrase, by the name of the list. An entry may have several words. */
export type Lists = Readonly<Record<string, readonly string[]>>;

/**
 * Compiles a phrase that a counsellor can read into a pattern over plain words with one space between them:
 *
 * - `a|b` one or the other word; `(a b|c)` one or the other phrase
 * - `[a b]` may be left out
 * - `…` up to four words of any kind
 * - `<tablets>` any of the list of that name
 * - `cut*` any word that begins so; `#` a number; `^` the beginning of the sentence
 *
 * A phrase in Chinese characters is looked for anywhere, because nothing stands between its words.
 *
 * Everything that repeats has a bound, so that a pattern takes linear time.
 */
export function phrase(source: string, lists: Lists = {}): RegExp {
  if (/\p{Script=Han}/u.test(source)) return new RegExp(source, 'gu');
  return new RegExp(`(?<= )(?:${alternatives(withLists(source, lists))})`, 'gu');
}

const withLists = (source: string, lists: Lists): string =>
  source.replaceAll(/<([a-z ]+)>/g, (_, name: string) => {
    const list = lists[name];
    if (!list) throw new Error(`The phrase “${source}” names a list that does not exist: <${name}>.`);
    return `(${list.map((entry) => withLists(entry, lists)).join('|')})`;
  });

const alternatives = (source: string): string => partsOf(source).map(part).join('');

const part = (source: string): string => {
  const choices = splitOutside(source);
  if (choices.length > 1) return `(?:${choices.map(alternatives).join('|')})`;
  if (source === '…') return '(?:[^ ]+ ){0,4}';
  if (source === '#') return '[0-9]+ ';
  if (source.startsWith('[')) return `(?:${splitOutside(source.slice(1, -1)).map(alternatives).join('|')})?`;
  if (source.startsWith('(')) return `(?:${splitOutside(source.slice(1, -1)).map(alternatives).join('|')})`;
  return `${source.replaceAll(/[$+?.^]/g, '\\$&').replaceAll('*', '[^ ]*')} `;
};

/** Splits at a sign where it stands in no inner brackets. */
const splitAt = (sign: string, source: string): string[] => {
  const pieces = [''];
  let depth = 0;
  for (const letter of source) {
    if (letter === '(' || letter === '[') depth += 1;
    if (letter === ')' || letter === ']') depth -= 1;
    if (letter === sign && depth === 0) pieces.push('');
    else pieces[pieces.length - 1] += letter;
  }
  return pieces.filter((piece) => piece !== '');
};

const partsOf = (source: string): string[] => splitAt(' ', source);
const splitOutside = (source: string): string[] => splitAt('|', source);
