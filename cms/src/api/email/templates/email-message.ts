/** A link on a line of its own, with the words that say where it leads. Made by us, never by a reader. */
interface EmailLink {
  link: string;
  says: string;
}

/** Somebody's own words, set apart from ours; line breaks are kept. */
interface EmailQuote {
  quote: string;
}

export type Paragraph = string | EmailLink | EmailQuote;

/** A file that goes with an email, such as a calendar entry. */
export interface Attachment {
  name: string;
  /** Media type, such as `text/calendar; charset=utf-8; method=PUBLISH`. */
  type: string;
  content: string;
}

/** What an email says, before it is set as text and HTML. */
export interface EmailMessage {
  to: string;
  /** Shown by phones that lie on a table: nothing that another person in the room should not read. */
  subject: string;
  paragraphs: readonly Paragraph[];
  /** One sentence that begins with “You get this because”. */
  because?: string;
  unsubscribe?: {
    /** The page that asks and then stops these emails. */
    page: string;
    /** Where a mail program's own button posts to (RFC 8058). */
    oneClick: string;
  };
  attachments?: readonly Attachment[];
}
