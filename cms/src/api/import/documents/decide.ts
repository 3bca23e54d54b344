/** Three fingerprints of one post: in the file, in the CMS at this moment, and in the CMS when it was imported. */
export interface Known {
  inFile: string;
  inCms: string;
  asImported: string;
}

/**
 * What to do with a post that may have been imported before. `same`: the CMS says what the file says. `edited`: she has
 * changed it in the CMS, and the file is the old one. `both changed`: the file has changed, too. Only what nobody has
 * touched in the CMS is replaced.
 */
export type Decision = 'create' | 'update' | 'same' | 'edited' | 'both changed';

export function decide(known: Known | null): Decision {
  if (known === null) return 'create';
  if (known.inCms === known.inFile) return 'same';
  if (known.inCms === known.asImported) return 'update';
  return known.inFile === known.asImported ? 'edited' : 'both changed';
}
