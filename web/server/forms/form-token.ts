import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a form may lie open before it is sent, in seconds. */
export const stampLasts = 24 * 3600;
/** A clock that was set back a little makes no stamp a forgery, in seconds. */
const ahead = 300;

/** Which form a stamp is for: one of another form is no stamp. */
export type StampedForm = 'comment' | 'report' | 'your-comment' | 'decide' | 'registration' | 'your-place';

/** `nonce` names the sending for good, `age` is in seconds. */
export type ReadStamp = { state: 'good'; nonce: string; age: number } | { state: 'missing' | 'old' | 'forged' };

const macOf = (key: Buffer, form: StampedForm, nonce: string, time: string): Buffer =>
  createHmac('sha256', key).update(`${form} ${nonce} ${time}`).digest();

/**
 * The hidden field that is stamp and idempotency key in one: `nonce.time.mac`, with 128 random bits, seconds since 1970 in base 36
 * and a MAC over both and the form. Nothing of it is kept, so it outlives a restart.
 *
 * @param now milliseconds
 */
export function makeStamp(key: Buffer, form: StampedForm, now: number): string {
  const nonce = randomBytes(16).toString('base64url');
  const time = Math.floor(now / 1000).toString(36);
  return `${nonce}.${time}.${macOf(key, form, nonce, time).toString('base64url')}`;
}

/** What a form's stamp says. `now` in milliseconds. */
export function readStamp(key: Buffer, form: StampedForm, stamp: string, now: number): ReadStamp {
  if (stamp === '') return { state: 'missing' };
  const [, nonce, time, mac] = /^([\w-]{22})\.([0-9a-z]{1,8})\.([\w-]{43})$/.exec(stamp) ?? [];
  if (nonce === undefined || time === undefined || mac === undefined) return { state: 'forged' };
  if (!timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(key, form, nonce, time))) return { state: 'forged' };
  const age = Math.floor(now / 1000) - parseInt(time, 36);
  if (age < -ahead) return { state: 'forged' };
  return age > stampLasts ? { state: 'old' } : { state: 'good', nonce, age: Math.max(0, age) };
}
