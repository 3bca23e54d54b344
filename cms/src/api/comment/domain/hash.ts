/** Returns 32 bits of a part of a text (FNV-1a, mixed); the same part has another hash for another seed. */
export const hashOf = (text: string, seed: number, from = 0, to = text.length): number => {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
};
