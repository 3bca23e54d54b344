/** Header names and values in turn, the shape that `writeHead` handles fastest. */
export type FlatHeaders = readonly string[];

/** Returns each header's name and value. */
export function* pairs(flat: FlatHeaders): Generator<[string, string]> {
  for (let at = 0; at < flat.length; at += 2) yield [flat[at] ?? '', flat[at + 1] ?? ''];
}

/** Returns headers in which those of `more` replace others of the same name. */
export function addedTo(headers: FlatHeaders, more: FlatHeaders): string[] {
  const names = new Set(Array.from(pairs(more), ([name]) => name));
  return [...more, ...Array.from(pairs(headers)).flatMap((pair) => (names.has(pair[0]) ? [] : pair))];
}
