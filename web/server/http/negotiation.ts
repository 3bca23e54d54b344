/** The forms in which a page is kept: as it is, and compressed once. */
export const codings = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof codings)[number];

function qualities(header: string): Map<string, number> {
  const said = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    if (name === '') continue;
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    const quality = q === undefined ? 1 : Number(q.slice(2));
    said.set(name === 'x-gzip' ? 'gzip' : name, quality >= 0 && quality <= 1 ? quality : 0);
  }
  return said;
}

/**
 * The coding that a reader likes best of those that there are (RFC 9110 12.5.3); among equals the smallest. `identity` is acceptable
 * unless it is refused, but only preferred where it is asked for by name. Who refuses everything gets the page as it is.
 */
export function chooseCoding(header: string | undefined, available: readonly Coding[]): Coding {
  if (!header) return 'identity';
  const said = qualities(header);
  const others = said.get('*') ?? 0;
  let best: Coding = 'identity';
  let quality = said.get('identity') ?? 0;
  for (const coding of ['gzip', 'br'] as const) {
    const liked = said.get(coding) ?? others;
    if (available.includes(coding) && liked > 0 && liked >= quality) {
      best = coding;
      quality = liked;
    }
  }
  return best;
}

/** Whether `If-None-Match` names this entity tag (RFC 9110 13.1.2, weak comparison), so that 304 is answer enough. */
export function namesEtag(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  if (header === etag || header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
