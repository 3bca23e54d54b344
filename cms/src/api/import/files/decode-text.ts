/** Punctuation that people's programs write by themselves. */
const usual = /[’‘“”–—…£€•·½©®°´]/u;

/**
 * How plausible a text is as a reading of bytes beyond ASCII: curly quotes count, capitals within words count against.
 */
function plausibility(text: string): number {
  let score = 0;
  for (const { 0: char, index } of text.matchAll(/[^\0-\x7F]/gu)) {
    const before = text[index - 1] ?? ' ';
    if (usual.test(char)) score += 2;
    else if (/\p{Ll}/u.test(char)) score += /\p{L}/u.test(before) || /\s/u.test(before) ? 1 : -1;
    else if (/\p{Lu}/u.test(char)) score += /\p{Ll}/u.test(before) || !/[\s“"‘(]/u.test(before) ? -3 : 0;
    else if (char !== '\u00A0') score -= 2;
  }
  return score;
}

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-16 without its mark shows by its zeros: every other byte of a text in Latin letters is one. */
function findUtf16(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 2000);
  if (start.length < 8) return null;
  const zeros = [0, 1].map((odd) => start.filter((byte, index) => index % 2 === odd && byte === 0).length);
  const enough = start.length / 4;
  if ((zeros[1] ?? 0) > enough && zeros[0] === 0) return 'utf-16le';
  return (zeros[0] ?? 0) > enough && zeros[1] === 0 ? 'utf-16be' : null;
}

/**
 * The text in the bytes of a file: UTF-8, UTF-16, or what Windows (windows-1252) or the Macintosh (MacRoman) wrote
 * before, whichever makes the better sense. Null if no text has such bytes.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = findUtf16(bytes);
  const text =
    decode(bytes, utf16 ?? 'utf-8') ??
    ['windows-1252', 'macintosh']
      .flatMap((encoding) => decode(bytes, encoding) ?? [])
      .toSorted((a, b) => plausibility(b) - plausibility(a))[0] ??
    null;
  // Control characters other than tab, line and page ends belong to no text.
  // eslint-disable-next-line no-control-regex
  return text === null || /[\u0000-\u0008\u000E-\u001F]/u.test(text) ? null : text;
}
