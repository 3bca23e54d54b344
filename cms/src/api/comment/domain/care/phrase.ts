import { lists } from './lists';

/**
 * Compiles a phrase that a counsellor can read into a pattern over plain words with one space between them:
 *
 * - `a|b` one or the other word; `(a b|c)` one or the other phrase
 * - `[a b]` may be left out
 * - `…` up to four words of any kind
 * - `<tablets>` any of the list of that name (lists.ts)
 * - `cut*` any word that begins so
 *
 * Everything that repeats has a bound, so that a pattern takes linear time.
 */
export function phrase(source: string): RegExp {
  const expanded = source.replaceAll(/<([a-z ]+)>/g, (_, name: string) => {
    const list = lists[name];
    if (!list) throw new Error(`The phrase “${source}” names a list that does not exist: <${name}>. Add it to lists.ts.`);
    return `(${list.join('|')})`;
  });
  return new RegExp(`(?<= )(?:${alternatives(expanded)})`, 'g');
}

const alternatives = (source: string): string => {
  const parts = source.match(/\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\]|[^\s()[\]]+/g) ?? [];
  return parts.map(part).join('');
};

const part = (source: string): string => {
  if (source === '…') return '(?:[^ ]+ ){0,4}';
  if (source.startsWith('[')) return `(?:${splitOutside(source.slice(1, -1)).map(alternatives).join('|')})?`;
  if (source.startsWith('(')) return `(?:${splitOutside(source.slice(1, -1)).map(alternatives).join('|')})`;
  if (source.includes('|')) return `(?:${source.split('|').map(alternatives).join('|')})`;
  return `${source.replaceAll('*', '[^ ]*')} `;
};

/** Splits at the bars that stand in no inner brackets. */
const splitOutside = (source: string): string[] => {
  const pieces = [''];
  let depth = 0;
  for (const letter of source) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === '|' && depth === 0) pieces.push('');
    else pieces[pieces.length - 1] += letter;
  }
  return pieces;
};
