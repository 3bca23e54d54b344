import { cleanText } from 'shared';
import { isOneAddress } from './domain/address';

/** A link on a line of its own, with a label that says where it leads. Made by the CMS, never by a reader. */
interface EmailLink {
  link: string;
  says: string;
}

/** Text that a person wrote, set apart from the email's own; line breaks are kept. */
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

/** The practice as the foot of an email shows it. */
export interface SendingPractice {
  name: string;
  email: string;
  address: string | null;
}

/** What an email says, before it is rendered as plain text and HTML. */
export interface EmailContent {
  /** Shown by phones that lie on a table: nothing that another person in the room should not read. */
  subject: string;
  paragraphs: readonly Paragraph[];
  /** One sentence that begins with “You are receiving this”. */
  because?: string;
  unsubscribe?: {
    /** The page that asks first and then stops these emails. */
    page: string;
    /** Where a mail program's own button posts to (RFC 8058). */
    oneClick: string;
  };
  attachments?: readonly Attachment[];
  /** The practice, if it reads the replies: they go to its address, and the email ends with it. */
  practice?: SendingPractice;
  /** Whether a person wrote it, so that an automatic responder may reply. */
  isPersonal?: boolean;
}

/** An email with the address of its recipient. */
export interface EmailMessage extends EmailContent {
  to: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Returns text that is safe between tags and inside quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const asHtml = (text: string): string => escapeHtml(cleanText(text)).replaceAll('\n', '<br>\n');

/**
 * Returns a link's address in its normal form.
 * @throws Error for anything but http(s): the CMS makes all links, so that is a bug, and not a reader's mistake
 */
const webAddress = (address: string): string => {
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error('An email links to web pages only.');
  return url.href;
};

const anchor = (address: string, says: string): string =>
  `<a href="${escapeHtml(webAddress(address))}" style="color:#2c3f7c">${asHtml(says)}</a>`;

const paragraphStyle = 'margin:0 0 1em';

const paragraphHtml = (paragraph: Paragraph): string => {
  if (typeof paragraph === 'string') return `<p style="${paragraphStyle}">${asHtml(paragraph)}</p>`;
  if ('link' in paragraph) return `<p style="${paragraphStyle}">${anchor(paragraph.link, paragraph.says)}</p>`;
  // `dir` isolates the quotation: characters in it that turn the reading direction have no effect on what follows.
  return `<blockquote dir="auto" style="margin:0 0 1em;padding:0 0 0 1em;border-left:3px solid #dccec3">${asHtml(paragraph.quote)}</blockquote>`;
};

const paragraphText = (paragraph: Paragraph): string => {
  if (typeof paragraph === 'string') return cleanText(paragraph);
  if ('link' in paragraph) return `${cleanText(paragraph.says)}:\n${webAddress(paragraph.link)}`;
  return cleanText(paragraph.quote).replace(/^/gm, '> ');
};

const stopThese = 'Stop these emails';

const signatureOf = ({ name, email, address }: SendingPractice): string =>
  [name, email, address].filter(Boolean).join('\n');

/** Returns the paragraphs below the line: who sends it, why the recipient gets this email, and how to stop it. */
const footOf = ({ because, unsubscribe, practice }: EmailContent): Paragraph[] => [
  ...(practice === undefined ? [] : [signatureOf(practice)]),
  ...(because === undefined ? [] : [because]),
  ...(unsubscribe === undefined ? [] : [{ link: unsubscribe.page, says: stopThese }]),
];

/** Returns the email in plain text, one line a paragraph: mail programs break lines to fit the screen. */
export const emailText = (email: EmailContent): string => {
  const foot = footOf(email);
  return (
    [...email.paragraphs.map(paragraphText), ...(foot.length > 0 ? ['—', ...foot.map(paragraphText)] : [])].join(
      '\n\n',
    ) + '\n'
  );
};

/** Returns the email as simple HTML: all text escaped, and nothing loaded from a server, so that nobody is tracked. */
export const emailHtml = (email: EmailContent): string => {
  const foot = footOf(email);
  const below =
    foot.length === 0
      ? ''
      : `<div style="border-top:1px solid #dccec3;padding-top:1em;font-size:14px;color:#5a5567">\n${foot.map(paragraphHtml).join('\n')}\n</div>\n`;
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(cleanText(email.subject))}</title></head>
<body style="margin:0;padding:24px;background:#fffdfb;color:#24253a;font:16px/1.5 Georgia,serif;overflow-wrap:anywhere">
<div style="max-width:36em;margin:0 auto">
${email.paragraphs.map(paragraphHtml).join('\n')}
${below}</div>
</body>
</html>
`;
};

/**
 * Returns the headers with which a mail program offers its own button to unsubscribe, knows where replies go, and knows
 * whether a person wrote the email.
 * @see RFC 2369, RFC 8058, RFC 5322 (3.6.2) and RFC 3834
 */
export const emailHeaders = ({ unsubscribe, practice, isPersonal }: EmailContent): Record<string, string> => ({
  ...(unsubscribe && {
    'List-Unsubscribe': `<${webAddress(unsubscribe.oneClick)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }),
  ...(practice && isOneAddress(practice.email) && { 'Reply-To': practice.email }),
  ...(isPersonal && { 'Auto-Submitted': 'no' }),
});
