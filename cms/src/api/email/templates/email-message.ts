/** A link on a line of its own, with the words that say where it leads. Made by us, never by a reader. */
interface LetterLink {
  link: string;
  says: string;
}

/** Somebody's own words, set apart from ours; line breaks are kept. */
interface LetterQuote {
  quote: string;
}

export type Paragraph = string | LetterLink | LetterQuote;

/** A file that goes with a letter, such as a calendar entry. */
export interface Attachment {
  name: string;
  /** Media type, such as `text/calendar; charset=utf-8; method=PUBLISH`. */
  type: string;
  content: string;
}

/** What a letter says, before it is set as text and HTML. */
export interface Letter {
  to: string;
  /** Shown by phones that lie on a table: nothing that another person in the room should not read. */
  subject: string;
  paragraphs: readonly Paragraph[];
  /** One sentence that begins with “You get this because”. */
  because?: string;
  unsubscribe?: {
    /** The page that asks and then stops these letters. */
    page: string;
    /** Where a mail program's own button posts to (RFC 8058). */
    oneClick: string;
  };
  attachments?: readonly Attachment[];
}
