/** How often a path may be encoded over again; whoever encodes it more often asks for something else. */
const maxDecodings = 4;

const strict = new TextDecoder('utf-8', { fatal: true });

/** Returns the text of escapes: UTF-8, or Latin-1 as in addresses of the nineties. */
function textOfEscapes(escapes: string): string {
  const bytes = Buffer.from(escapes.replaceAll('%', ''), 'hex');
  try {
    return strict.decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** Returns a path with its escapes decoded, once; a percent sign that begins none stays. */
const decodeOnce = (path: string): string => path.replace(/(?:%[0-9a-f]{2})+/gi, textOfEscapes);

/** Node passes on bytes that no client should send unescaped as Latin-1. */
function fromBytes(raw: string): string {
  if (!/[\u0080-\u00ff]/.test(raw)) return raw;
  try {
    return strict.decode(Buffer.from(raw, 'latin1'));
  } catch {
    return raw;
  }
}

/** Returns a path without escapes, however often they were escaped again. */
export function decodeFully(raw: string): string {
  let path = fromBytes(raw);
  for (let left = maxDecodings; left > 0; left -= 1) {
    const decoded = decodeOnce(path);
    if (decoded === path) break;
    path = decoded;
  }
  return path;
}

/** The line break in an email that was wrapped, also the one of quoted-printable. */
const wrapped = /=?\r?\n/g;
/** What word processors and phones write for a hyphen. */
const hyphens = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const unseen = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\ufe00-\ufe0f\u034f]/gu;

/** What stands behind an address in a sentence, a list, a quotation or an email: no path of the site ends with it. */
const behind = new Set([...' \u00a0.,;:!?\'"`)]}>|*<=…“”‘’«»‹›。，、；：！？）】」』》']);
/** Spaces and brackets as quoted-printable and HTML write them. */
const writtenBehind = /(?:=(?:20|09|0a|0d|3d|a0)|&(?:gt|lt|quot|amp|nbsp|#39);?)$/i;

function withoutEnd(path: string): string {
  let end = path.length;
  for (;;) {
    const before = end;
    while (end > 1 && (path.charAt(end - 1) === '/' || behind.has(path.charAt(end - 1)))) end -= 1;
    const written = writtenBehind.exec(path.slice(Math.max(0, end - 8), end))?.[0].length ?? 0;
    end = Math.max(1, end - written);
    if (end === before) return path.slice(0, end);
  }
}

/**
 * Returns the path that somebody meant who copied it from paper, a chat or an email: without what cannot be seen, with
 * single slashes, plain hyphens, composed letters (NFC), and without what stands behind it.
 * @param decoded a path without escapes
 */
export function tidyPath(decoded: string): string {
  const seen = decoded
    .replace(wrapped, '')
    .replace(unseen, '')
    .replace(hyphens, '-')
    .replaceAll('\\', '/')
    .normalize('NFC');
  return withoutEnd(seen.replace(/\/{2,}/g, '/'));
}
