import type { NeutralPost } from '#src/api/import/neutral-post';

/** What a source is given: the text of the file, the clock, and the year that the caller insists on. */
export interface SourceInput {
  text: string;
  now: Date;
  year?: number;
}

/**
 * A kind of file that posts can be imported from. Pure: no disk, no clock, no CMS.
 * `recognise` says quickly whether the file is of this kind; `read` throws a `NotDone` when it turns out not to be.
 */
export interface Source {
  name: string;
  /** What such a file is, to finish the sentence "This is not …". */
  description: string;
  recognise: (text: string) => boolean;
  read: (input: SourceInput) => NeutralPost;
}
