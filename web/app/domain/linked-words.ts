/** A piece of a text; `href` where it is a web address. */
export interface Piece {
  words: string;
  href: string | null;
}

/** Up to white space, without the punctuation of the sentence around it. */
const address = /https:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?'’)\]]/g;

/** Finds the web addresses (https alone) in what the counsellor writes as plain text, such as the link to a meeting. Nothing is left out. */
export function linkedPieces(words: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of words.matchAll(address)) {
    if (!URL.canParse(found)) continue;
    if (index > from) pieces.push({ words: words.slice(from, index), href: null });
    pieces.push({ words: found, href: new URL(found).href });
    from = index + found.length;
  }
  return from < words.length ? [...pieces, { words: words.slice(from), href: null }] : pieces;
}
