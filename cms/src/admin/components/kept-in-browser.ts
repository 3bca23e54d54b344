/**
 * What this browser keeps of what was typed in the admin and has not been saved or sent. Its storage may be full,
 * forbidden or none at all: nobody is kept from typing by that.
 */
const prefix = 'quiet-room:not-saved:';

/** In milliseconds: what is older can still be read, and is to be dropped. */
export const keptForMs = 30 * 86_400_000;

const withStorage = <T>(act: (storage: Storage) => T, otherwise: T): T => {
  try {
    return act(localStorage);
  } catch {
    return otherwise;
  }
};

/** Keeps a value that JSON can hold; returns whether that worked. */
export const keepInBrowser = (place: string, value: object): boolean =>
  withStorage((storage) => {
    storage.setItem(prefix + place, JSON.stringify(value));
    return true;
  }, false);

export const dropFromBrowser = (place: string): void =>
  withStorage((storage) => storage.removeItem(prefix + place), undefined);

/** Returns what is kept; null where nothing is, or what cannot be read. */
export const readFromBrowser = (place: string): unknown =>
  withStorage((storage) => JSON.parse(storage.getItem(prefix + place) ?? 'null') as unknown, null);

/** Returns the places below `beginning` where something is kept. */
export const placesInBrowser = (beginning: string): string[] =>
  withStorage(Object.keys, [])
    .filter((key) => key.startsWith(prefix + beginning))
    .map((key) => key.slice(prefix.length));

/** Drops everything, of every account: whoever signs out leaves nothing behind. */
export const dropAllFromBrowser = (): void => placesInBrowser('').forEach(dropFromBrowser);
