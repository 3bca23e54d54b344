import { z } from 'zod';

/** The longest path of RFC 5321 (4.5.3.1.3), without its brackets. */
export const maxAddressCharacters = 254;
/** What is pasted may have a name around it; nothing longer than this is looked into. */
const maxTypedCharacters = 1_000;

const invisible = /[\ufe00-\ufe0f\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u034f\u115f\u1160\u2800\u3164\uffa0]/gu;
/** Punctuation of the sentence or list from which an address was copied. */
const before = new Set([...' \u0022\u0027<([,;:“‘«']);
const after = new Set([...' \u0022\u0027>)],;:.!?”’»']);

/** Returns text without these characters at its ends. */
function trimmed(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && before.has(text.charAt(from))) from += 1;
  while (to > from && after.has(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** `Ann <ann@example.org>`: the address is in the brackets. */
function inBrackets(text: string): string {
  const close = text.lastIndexOf('>');
  const open = text.lastIndexOf('<', close === -1 ? text.length : close);
  return open === -1 ? text : text.slice(open + 1, close > open ? close : text.length);
}

/** `mailto:ann@example.org?subject=Hello` (RFC 6068) */
function withoutScheme(text: string): string {
  const address = text.replace(/^mailto:(?:\/\/)?/i, '');
  if (address === text) return text;
  const [path = ''] = address.split('?', 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const isAscii = (text: string): boolean => /^[\x21-\x7e]*$/.test(text);

/**
 * Returns a domain in ASCII and lower case (UTS 46, as browsers do): `müller.example` is `xn--mller-kva.example`. Returns
 * it as it was if it is none.
 */
function toAsciiDomain(domain: string): string {
  if (isAscii(domain)) return domain.toLowerCase();
  if (/[\s/?#@:\\[\]%<>|^]/u.test(domain)) return domain;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return domain;
  }
}

/**
 * Returns an address as it is stored: without what cannot belong to it (invisible characters, spaces and punctuation
 * around it, a name, `mailto:`), with ordinary letters for full-width ones, and with its domain in ASCII and lower case.
 * The part before the @ stays as it was typed, because that is where emails are sent (RFC 5321, 2.4).
 */
export function cleanAddress(typed: string): string {
  const text = typed.slice(0, maxTypedCharacters).toWellFormed().replace(invisible, '').normalize('NFKC');
  const address = trimmed(withoutScheme(trimmed(inBrackets(text.replace(/\s/gu, ' '))))).replace(/ ?@ ?/, '@');
  const at = address.lastIndexOf('@');
  return at === -1 ? address : `${address.slice(0, at)}@${toAsciiDomain(address.slice(at + 1))}`;
}

/**
 * Returns whether a text is one plain address, by the rule of `<input type=email>`.
 * @see https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
 */
export const isAddress = (text: string): boolean =>
  text.length <= maxAddressCharacters && z.regexes.html5Email.test(text);

/**
 * Returns the same text for all spellings of one mailbox: capitals, invisible characters, and the two spellings of an
 * international domain. It is what is compared everywhere, and nowhere sent to.
 */
export const mailboxKey = (address: string): string => cleanAddress(address).toLowerCase();

/** Returns whether an address can be reached from anywhere: nobody has a mailbox at `ann@gmail`. */
const isReachable = (address: string): boolean =>
  isAddress(address) && address.slice(address.lastIndexOf('@')).includes('.');

/** An address that somebody typed. The messages of its issues are `missing`, `not-an-address` and `too-long`. */
export const emailAddress = z
  .string({ error: 'missing' })
  .transform(cleanAddress)
  .superRefine((address, context) => {
    const message =
      address === ''
        ? 'missing'
        : address.length > maxAddressCharacters
          ? 'too-long'
          : isReachable(address)
            ? null
            : 'not-an-address';
    if (message !== null) context.addIssue({ code: 'custom', message });
  });

/** The same where an address may be left out: null for an empty field. */
export const optionalEmailAddress = z
  .string({ error: 'not-an-address' })
  .nullable()
  .transform((typed) => (typed === null || cleanAddress(typed) === '' ? null : typed))
  .pipe(z.union([z.null(), emailAddress]));
