/** `+44 (0)113 496 0142` and `+44 113 496 0142` are `0113 496 0142`, dialled from elsewhere. */
const nationalOf = (digits: string): string => digits.replace(/^\+440?(?=[1-9])/, '0');

/**
 * Calls that cost nothing from any phone in the UK: the emergency services and NHS 111, 116 and its siblings, 0800 and
 * 0808.
 */
const free = /^(?:999|112|111|101|105|116(?:000|006|111|117|123)|08001111|0800\d{6,7}|0808\d{7})$/;
/** Geographic numbers, 03, 055, 056 and mobile ones. */
const ordinary = /^(?:01[1-9]\d{7,8}|02[03489]\d{8}|03[0347]\d{8}|05[56]\d{8}|07[1-57-9]\d{8})$/;
/** Premium rate, revenue sharing, personal and directory numbers. */
const costly = /^(?:070\d{8}|076\d{8}|08[47]\d{7,8}|09[018]\d{8}|118\d{3})$/;

/**
 * Returns whether a number of digits can exist and be called from a UK phone.
 * @see https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbering-policy
 */
export const isCallable = (digits: string): boolean =>
  [free, ordinary, costly].some((numbers) => numbers.test(nationalOf(digits)));

/** Returns whether calling it costs nothing from any phone. */
export const isFree = (digits: string): boolean => free.test(nationalOf(digits));

/**
 * Returns whether it can be texted: short codes of five digits, 999 for those who are registered, and mobile numbers.
 */
export const isTextable = (digits: string): boolean => /^(?:[6-8]\d{4}|999|07[1-57-9]\d{8})$/.test(nationalOf(digits));

const relayPrefix = '18001';

/** Returns whether it calls somebody through Relay UK: 18000 for 999, otherwise 18001 and the number. */
export const isRelay = (digits: string): boolean =>
  digits === '18000' || (digits.startsWith(relayPrefix) && isCallable(digits.slice(relayPrefix.length)));

/** Returns whether a Relay UK number calls this number. */
export const isRelayOf = (relay: string, call: string): boolean =>
  relay === '18000' ? call === '999' : nationalOf(relay.slice(relayPrefix.length)) === nationalOf(call);
