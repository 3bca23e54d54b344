/** Words of one style within a line. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  url?: string;
}

/**
 * One piece of a post's body, without any system's own format. `level` 2 is a section, 3 stands under one. `runs` are
 * the same words by their style, if they have any; `itemRuns` those of a list's items, in their order.
 */
export type NeutralBlock =
  | { kind: 'heading'; level: 2 | 3; text: string; runs?: Run[] }
  | { kind: 'paragraph'; text: string; runs?: Run[] }
  | { kind: 'quote'; text: string; runs?: Run[] }
  | { kind: 'list'; ordered: boolean; items: string[]; itemRuns?: (Run[] | undefined)[] };

/** A calendar day (`2025-07-25`), whether the source names all of it (`sure`), and how the rest was found (`why`). */
export interface KnownDay {
  day: string;
  sure: boolean;
  why: string;
}

export type NoteKind = 'recognised' | 'guessed' | 'changed' | 'left out' | 'look';

/** Something that the person who imports should know; `mend` says what to do if it is wrong. */
export interface Note {
  kind: NoteKind;
  text: string;
  mend?: string;
}

/**
 * A post in the form that every source returns. `key` identifies it within its source and stays the same when its text
 * is corrected. `author` is a name, or a sign-in name if `authorIsSignIn`. `oldPath` is its path on the old site. The
 * `postscript` begins with “P.S.” and ends the body.
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
  /** The words of the postscript by their style, if they have any. */
  postscriptRuns?: Run[];
  oldPath: string | null;
  /**
   * Why the post should be seen before it is published, as the end of a sentence; null if nothing speaks against it.
   */
  holdBack: string | null;
  notes: Note[];
}

/**
 * What a source is given: the text of the file (with markup if its format is HTML), the clock, when the file was saved,
 * and what the caller insists on: the year or the whole day (ISO) of publication, and that no line under the title is
 * left out.
 */
export interface SourceInput {
  text: string;
  format?: 'text' | 'html';
  now: Date;
  savedAt?: Date;
  year?: number;
  date?: string;
  keepsAll?: boolean;
}

/**
 * A kind of file that posts can be imported from. Pure: no disk, no clock, no CMS.
 * `recognise` says quickly whether the file is of this kind; `read` throws a `CommandError` when it turns out not to
 * be.
 */
export interface Source {
  name: string;
  /** What such a file is, to finish the sentence "This is not …". */
  description: string;
  recognise: (input: SourceInput) => boolean;
  read: (input: SourceInput) => NeutralPost;
}
