const prefix = 'draft:';

/** The browser's storage, or nothing where it is forbidden. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** A draft of a comment under one post, kept on this device only while its writer wants that. */
export const draftOf = (post: string) => ({
  read: (): string | null => storage()?.getItem(prefix + post) ?? null,
  keep: (words: string): void => {
    try {
      storage()?.setItem(prefix + post, words);
    } catch {
      // The storage is full: the words are still on the page.
    }
  },
  drop: (): void => {
    storage()?.removeItem(prefix + post);
  },
});

/** Drops every draft that was kept in this browser. */
export function dropDrafts(): void {
  const kept = storage();
  for (const key of Object.keys(kept ?? {})) if (key.startsWith(prefix)) kept?.removeItem(key);
}
