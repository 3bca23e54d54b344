/** A comment as it was typed. */
export interface Example {
  name: string;
  text: string;
  email: string | null;
}

/** Name and text, and an address if one was given. */
export type Typed = readonly [name: string, text: string, email?: string];

export const examplesOf = (typed: readonly Typed[]): Example[] =>
  typed.map(([name, text, email]) => ({ name, text, email: email ?? null }));
