const longest = 180;

/** Letters that Unicode does not take apart into a letter and its mark. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  '&': ' and ',
};

/**
 * What a title is called in an address: lower-case words joined by hyphens, as the contract's `slug` wants them.
 * Accents and apostrophes go ("don’t" is "dont"), a long title is cut after a word. Empty if no letter or digit is left.
 */
export const slugFrom = (title: string): string => {
  const plain = title
    .toLowerCase()
    .replaceAll(/[ßæœøđðþłı&]/gu, (letter) => letters[letter] ?? '')
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’‘`´]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain.length <= longest
    ? plain
    : plain
        .slice(0, longest + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, longest);
};

/** The wanted slug, or the first of `wanted-2`, `wanted-3`, … that nobody has. */
export const freeSlug = (wanted: string, isTaken: (slug: string) => boolean): string => {
  let free = wanted;
  for (let n = 2; isTaken(free); n += 1) free = `${wanted}-${n}`;
  return free;
};
