import { cleanText } from '#src/text/safe-text';
import type { EmailMessage, Paragraph } from './email-message';

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

/** Addresses in emails are ours; anything but a web address is a fault of the program, not of a reader. */
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
  // With a direction of its own, words that turn the reading direction can't turn what stands after them.
  return `<blockquote dir="auto" style="margin:0 0 1em;padding:0 0 0 1em;border-left:3px solid #dccec3">${asHtml(paragraph.quote)}</blockquote>`;
};

const paragraphText = (paragraph: Paragraph): string => {
  if (typeof paragraph === 'string') return cleanText(paragraph);
  if ('link' in paragraph) return `${cleanText(paragraph.says)}:\n${webAddress(paragraph.link)}`;
  return cleanText(paragraph.quote).replace(/^/gm, '> ');
};

const stopThese = 'Stop these emails';

/** The paragraphs below the line: why this came, and how to stop it. */
const footOf = ({ because, unsubscribe }: EmailMessage): Paragraph[] => [
  ...(because === undefined ? [] : [because]),
  ...(unsubscribe === undefined ? [] : [{ link: unsubscribe.page, says: stopThese }]),
];

/** The email in plain text. Lines are as long as their paragraphs: mail programs break them to fit. */
export const emailText = (email: EmailMessage): string => {
  const foot = footOf(email);
  return (
    [...email.paragraphs.map(paragraphText), ...(foot.length > 0 ? ['—', ...foot.map(paragraphText)] : [])].join(
      '\n\n',
    ) + '\n'
  );
};

/**
 * The same in modest HTML: everything escaped, nothing fetched from anywhere, no picture that tells when it was read.
 */
export const emailHtml = (email: EmailMessage): string => {
  const foot = footOf(email);
  const below =
    foot.length === 0
      ? ''
      : `<div style="border-top:1px solid #dccec3;padding-top:1em;font-size:14px;color:#5a5567">\n${foot.map(paragraphHtml).join('\n')}\n</div>\n`;
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(cleanText(email.subject))}</title></head>
<body style="margin:0;padding:24px;background:#fffdfb;color:#24253a;font:16px/1.5 Georgia,serif">
<div style="max-width:36em;margin:0 auto">
${email.paragraphs.map(paragraphHtml).join('\n')}
${below}</div>
</body>
</html>
`;
};

/** What lets a mail program offer a button of its own that stops these emails (RFC 2369, RFC 8058). */
export const emailHeaders = ({ unsubscribe }: EmailMessage): Record<string, string> =>
  unsubscribe === undefined
    ? {}
    : {
        'List-Unsubscribe': `<${webAddress(unsubscribe.oneClick)}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      };
