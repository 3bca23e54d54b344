/** One piece of a post's body, without any system's own format. Text is plain; `level` 2 is a section, 3 stands under one. */
export type NeutralBlock =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'quote'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] };

/** A calendar day (`2025-07-25`), whether the source said all of it, and how the rest was found. */
export interface KnownDay {
  day: string;
  sure: boolean;
  why: string;
}

export type NoteKind = 'recognised' | 'guessed' | 'changed' | 'left out' | 'look';

/** Something that the person who imports should know; `mend` says what to do when it is wrong. */
export interface Note {
  kind: NoteKind;
  text: string;
  mend?: string;
}

/**
 * A post as any source hands it over. `key` names it within its source and stays the same when its words are corrected.
 * `author` is what the source calls its writer: a name, or a sign-in name if `authorIsSignIn`. `oldPath` is where it
 * stood on the old site. The `postscript` begins with "P.S." and closes the body.
 */
export interface NeutralPost {
  source: string;
  key: string;
  title: string;
  author: string | null;
  authorIsSignIn: boolean;
  published: KnownDay;
  updated: KnownDay | null;
  body: NeutralBlock[];
  postscript: string | null;
  oldPath: string | null;
  notes: Note[];
}
