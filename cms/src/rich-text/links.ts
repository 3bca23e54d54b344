import { cleanAddress, isAddress } from 'shared';
import { type Addresses, addressKind, isPrivateHost } from './link-hosts';

/**
 * A link as readers get it; `path` is set if it leads to a page or a file of this site. Or why it cannot work, as the
 * end of a sentence.
 */
export type ReadLink = { url: string; path: string | null } | { problem: string };

/** Everything that is not seen; the joiners of Persian and Hindi stay where letters of these stand around them. */
const invisible = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\ufe00-\ufe0f\u034f\u115f\u1160\u2800\u3164\uffa0]/gu;
const joiners = new Set(['\u200c', '\u200d']);
const encodedInvisible = /%(?:E2%80%(?:8[BEF]|A[A-E])|E2%81%A[0-9A-F]|EF%BB%BF|C2%AD)/gi;
const isForeign = (character: string | undefined): boolean => /[^\p{ASCII}\s]/u.test(character ?? '');

/** What is pasted around an address: brackets, quotation marks, spaces, and the comma behind it. */
const around = new Set([...' \u00a0\u202f\u3000"\'<>“”‘’«»,;']);

const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const count = (text: string, character: string): number => text.split(character).length - 1;

/** Drops closing brackets that were opened before the address, as in “(see https://example.org)”. */
const withoutStrayBracket = (text: string): string => {
  const closing = text.slice(-1);
  const opening = brackets[closing];
  return opening !== undefined && count(text, closing) > count(text, opening)
    ? withoutStrayBracket(text.slice(0, -1))
    : text;
};

const tidied = (typed: string): string => {
  const seen = typed
    .replace(/\s/gu, ' ')
    .replace(invisible, (character, at: number) =>
      joiners.has(character) && isForeign(typed[at - 1]) && isForeign(typed[at + 1]) ? character : '',
    )
    .replace(encodedInvisible, '');
  let [from, to] = [0, seen.length];
  while (from < to && around.has(seen.charAt(from))) from += 1;
  while (to > from && around.has(seen.charAt(to - 1))) to -= 1;
  // A telephone number may begin with a bracket, an address never.
  return withoutStrayBracket(seen.slice(from, to).replace(/^[([{]+(?=[a-z/])/i, ''));
};

/** `https://` and how it is mistyped: one slash or none, no colon, a letter too many or missing. */
const webScheme = /^(?:h{1,2}t{1,3}p{1,2}|ttp|htp)(s?)(?:[:;] ?\/*|\/\/+) ?/i;
const otherScheme = /^([a-z][a-z0-9+.-]*) ?: ?/i;
/** `example.org:8080` is no scheme. */
const hostAndPort = /^(?:localhost|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+):\d+(?:[/?#]|$)/u;

/**
 * Returns the last of the schemes that stand before an address, because `https://https://` and `http://mailto:` happen.
 */
const splitScheme = (text: string): { scheme: string | null; rest: string } => {
  let [scheme, rest]: [string | null, string] = [null, text];
  for (;;) {
    const web = webScheme.exec(rest);
    if (web === null && hostAndPort.test(rest)) return { scheme, rest };
    const match = web ?? otherScheme.exec(rest);
    if (match === null || (web === null && scheme !== null && !/^(?:mailto|tel|sms)$/i.test(match[1] ?? '')))
      return { scheme, rest };
    scheme = web === null ? (match[1] ?? '').toLowerCase() : `http${(web[1] ?? '').toLowerCase()}`;
    rest = rest.slice(match[0].length);
  }
};

const mailLink = (rest: string): ReadLink => {
  const [typed = '', ...query] = rest.split('?');
  const addresses = typed.split(',').map(cleanAddress);
  if (!addresses.every(isAddress)) return { problem: `“${rest}” is not an email address.` };
  const headers = query.length === 0 ? '' : `?${query.join('?').replaceAll(' ', '%20')}`;
  return { url: `mailto:${addresses.join(',')}${headers}`, path: null };
};

const phoneLink = (scheme: string, rest: string): ReadLink => {
  const [, typed = '', more = ''] = /^([^?;]*)(.*)$/s.exec(rest) ?? [];
  // No number goes on with 0 after the country code of the UK.
  const number = typed.replace(/[\s()./‐-―-]/gu, '').replace(/^\+440/, '+44');
  if (!/^\+?\d{3,15}$/.test(number)) return { problem: `“${rest}” is not a phone number.` };
  return { url: `${scheme}:${number}${more.replaceAll(' ', '%20')}`, path: null };
};

const dashboardPath = /^\/(?:admin|api|quiet-room|content-manager|upload)(?:\/|$)/;

/** A page or file of this site, which readers reach without the name of any host. */
const ownLink = ({ pathname, search, hash }: URL): ReadLink => {
  const path = pathname.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
  const upload = /^\/(?:uploads|media)\/(?:.*\/)?([^/]+)$/.exec(path)?.[1];
  if (upload !== undefined) return { url: `/media/${upload}`, path: `/media/${upload}` };
  return { url: path + search + hash, path };
};

const webLink = (text: string, addresses: Addresses): ReadLink => {
  const problem = `“${text}” is not a complete web address.`;
  if (!URL.canParse(text)) return { problem };
  const url = new URL(text);
  const kind = addressKind(url, addresses);
  if (kind === 'cms' && dashboardPath.test(url.pathname))
    return { problem: `“${text}” leads to your dashboard, which readers cannot open.` };
  if (kind !== 'elsewhere') return ownLink(url);
  if (url.username !== '' && url.password === '' && url.pathname === '/')
    return mailLink(`${url.username}@${url.hostname}`);
  if (url.username !== '' || url.password !== '')
    return { problem: `“${text}” contains a name or a password, which readers should not get.` };
  if (isPrivateHost(url.hostname))
    return { problem: `“${text}” leads to a private network, which readers cannot reach.` };
  if (!/^\[|[^.]\.[^.]/.test(url.hostname) || url.hostname.includes('..')) return { problem };
  return { url: /\s/.test(text) ? url.href : text, path: null };
};

/** Endings of files, which are no domains. */
const fileName = /\.(?:html?|php|aspx?|pdf|docx?|jpe?g|png|webp|gif|svg|txt)$/i;
const domain = /^(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}$/u;

/** What has no scheme: a path or fragment of this site, an email address, a phone number, or a domain. */
const withoutScheme = (text: string, addresses: Addresses): ReadLink => {
  const [host = ''] = text.replace(/^\/\/+/, '').split(/[/?#:]/, 1);
  const isHost = domain.test(host) && !fileName.test(host);
  if (isHost && !/^\/(?!\/)/.test(text)) return webLink(`https://${text.replace(/^\/+/, '')}`, addresses);
  if (hostAndPort.test(text)) return webLink(`http://${text}`, addresses);
  if (text.startsWith('#')) return text.length > 1 ? { url: text, path: null } : { problem: '“#” leads nowhere.' };
  const mail = cleanAddress(text);
  if (isAddress(mail) && !/[/?#]/.test(text)) return mailLink(text);
  if (/^\+?\(?\d[\d\s().-]{5,}$/.test(text)) return phoneLink('tel', text);
  if (!text.startsWith('/') && /\s/.test(text)) return { problem: `“${text}” is not a web, email or phone address.` };
  return ownLink(new URL(text.replace(/^\/+/, '/'), 'https://site.invalid'));
};

/**
 * Returns the link that somebody meant by what was typed or pasted: without invisible characters, with one scheme, and
 * without a host where it leads to this site or to its uploads in the CMS. Whether there is such a page is not looked
 * up.
 */
export function readLink(typed: string, addresses: Addresses): ReadLink {
  const text = tidied(typed).replaceAll('\\', '/');
  if (text === '') return { problem: 'its address is missing.' };
  const { scheme, rest } = splitScheme(text);
  if (scheme !== null && rest === '') return { problem: `“${text}” is only the beginning of an address.` };
  switch (scheme) {
    case null:
      return withoutScheme(text, addresses);
    case 'http':
    case 'https':
      return webLink(`${scheme}://${rest}`, addresses);
    case 'mailto':
      return mailLink(rest);
    case 'tel':
    case 'sms':
      return phoneLink(scheme, rest);
    default:
      return { problem: `“${text}” is not a web, email or phone address.` };
  }
}
