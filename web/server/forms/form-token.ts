import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a form may stay open before it is sent, in seconds. */
export const formTokenTtl = 24 * 3600;
/** A token from the future is accepted up to this age, in seconds: the clock may have been set back a little. */
const clockTolerance = 300;

/** The forms with a token; a token of one form is not valid for another. */
const tokenForms = [
  'comment',
  'report',
  'private-comment',
  'decision',
  'registration',
  'private-registration',
  'contact',
  'private-enquiry',
  'call',
  'private-call',
] as const;
export type TokenForm = (typeof tokenForms)[number];

/** `nonce` is the idempotency key of the form. */
export type FormToken = { state: 'valid'; nonce: string } | { state: 'missing' | 'expired' | 'forged' };

/**
 * Returns a key of 32 bytes for one purpose. It is derived from the token that the site shares with the CMS, so that
 * there is no further secret to look after.
 * @see https://www.rfc-editor.org/rfc/rfc5869
 */
export const deriveKey = (purpose: 'form token' | 'sealed state' | 'network', webToken: string): Buffer =>
  Buffer.from(hkdfSync('sha256', webToken, 'quiet-room', purpose, 32));

/** What stands in a page of the page cache where each reader gets a form token of their own. No form would take it. */
export const formTokenPlaceholder = (form: TokenForm): string => `form-token:${form}:`;

/** Returns where the placeholder is in a page, in bytes, and for which form; null if there is none. */
export function findPlaceholder(page: Buffer): { form: TokenForm; at: number; end: number } | null {
  for (const form of tokenForms) {
    const placeholder = formTokenPlaceholder(form);
    const at = page.indexOf(`value="${placeholder}"`);
    if (at >= 0) return { form, at: at + 'value="'.length, end: at + 'value="'.length + placeholder.length };
  }
  return null;
}

const macOf = (key: Buffer, form: TokenForm, nonce: string, time: string): Buffer =>
  createHmac('sha256', key).update(`${form} ${nonce} ${time}`).digest();

/**
 * Returns the value of the hidden field that is form token and idempotency key in one: `nonce.time.mac`, with 128
 * random bits, the seconds since 1970 in base 36, and a MAC over both and the form. The server stores nothing, so a
 * token survives a restart.
 * @param now milliseconds since 1970
 */
export function createFormToken(key: Buffer, form: TokenForm, now: number): string {
  const nonce = randomBytes(16).toString('base64url');
  const time = Math.floor(now / 1000).toString(36);
  return `${nonce}.${time}.${macOf(key, form, nonce, time).toString('base64url')}`;
}

/**
 * Returns what a form token says.
 * @param now milliseconds since 1970
 */
export function verifyFormToken(key: Buffer, form: TokenForm, token: string, now: number): FormToken {
  if (token === '') return { state: 'missing' };
  const [, nonce, time, mac] = /^([\w-]{22})\.([0-9a-z]{1,8})\.([\w-]{43})$/.exec(token) ?? [];
  if (nonce === undefined || time === undefined || mac === undefined) return { state: 'forged' };
  if (!timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(key, form, nonce, time))) return { state: 'forged' };
  const age = Math.floor(now / 1000) - parseInt(time, 36);
  if (age < -clockTolerance) return { state: 'forged' };
  return age > formTokenTtl ? { state: 'expired' } : { state: 'valid', nonce };
}
