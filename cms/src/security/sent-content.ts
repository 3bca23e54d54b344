import type { LinkKeys } from './link-keys';

/** What was sent with a form: its fields in any order, and what the site adds. */
type Sent = Readonly<Record<string, string | number | boolean | null>>;

/** What is no part of the content: two sendings of one form may differ in it. */
const notContent: readonly string[] = ['nonce', 'network', 'honeypot'];

/**
 * Returns a MAC of what was sent with a form, which is stored beside the form's nonce. The nonce alone says which form
 * was sent; with the MAC, the same form sent twice is told from a form that was changed and sent again.
 *
 * @param target what the form was sent to, such as `post:abc`
 */
export const macOfContent = (keys: LinkKeys, target: string, sent: Sent): string => {
  const content = Object.entries(sent)
    .filter(([field]) => !notContent.includes(field))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return keys.sign('form content', target, JSON.stringify(content));
};

/** What was stored of one sending of a form. */
interface Sending {
  readonly id: number;
  readonly content_mac: string | null;
  readonly sent_at: Date | number;
}

/** Returns the sending with this content, of all sendings of one form. */
export const sendingWith = <Row extends Pick<Sending, 'content_mac'>>(rows: readonly Row[], mac: string): Row | null =>
  rows.find(({ content_mac }) => content_mac === mac) ?? null;

/** Returns what was sent with the same form before, with other content: the latest of it, or null. */
export const sendingBefore = <Row extends Sending>(rows: readonly Row[], row: Row): Row | null => {
  const time = ({ sent_at }: Sending): number => new Date(sent_at).getTime();
  const before = rows.filter((other) => other.id !== row.id && time(other) <= time(row));
  return before.toSorted((a, b) => time(b) - time(a))[0] ?? null;
};
