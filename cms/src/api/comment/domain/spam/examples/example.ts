/** A comment as it was typed. */
export interface Example {
  name: string;
  words: string;
  email: string | null;
}

/** Name and words, and an address if one was given. */
export type Typed = readonly [name: string, words: string, email?: string];

export const examplesOf = (typed: readonly Typed[]): Example[] =>
  typed.map(([name, words, email]) => ({ name, words, email: email ?? null }));
