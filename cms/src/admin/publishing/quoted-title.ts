/** A piece of content, as lists and forms have it. */
export interface Titled {
  readonly title?: unknown;
  /** Of authors and topics, which have no title. */
  readonly name?: unknown;
}

/** Returns the title or name of a piece in quotation marks; null if it has none. */
export const quotedTitle = ({ title, name }: Titled = {}): string | null => {
  const called = [title, name].find((text) => typeof text === 'string' && text.trim() !== '');
  return typeof called === 'string' ? `“${called}”` : null;
};
