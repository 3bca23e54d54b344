const prefix = 'draft:';

/** The browser's storage, or null where it is forbidden. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** The draft of a comment under one post. It is stored on this device only while its writer wants that. */
export const draftOf = (slug: string) => ({
  read: (): string | null => storage()?.getItem(prefix + slug) ?? null,
  save: (text: string): void => {
    try {
      storage()?.setItem(prefix + slug, text);
    } catch {
      // The storage is full: the text is still on the page.
    }
  },
  delete: (): void => {
    storage()?.removeItem(prefix + slug);
  },
});

/** Deletes every draft that this browser stores. */
export function deleteAllDrafts(): void {
  const stored = storage();
  for (const key of Object.keys(stored ?? {})) if (key.startsWith(prefix)) stored?.removeItem(key);
}
