/** Details that can tell a stranger who or where someone is. */
export const personalDetailKinds = ['email', 'phone', 'address'] as const;
export type PersonalDetailKind = (typeof personalDetailKinds)[number];

export interface PersonalDetail {
  kind: PersonalDetailKind;
  /** As typed. */
  found: string;
}

// Every pattern starts at a boundary and has bounds, so that the time is linear in the length of the text. The boundary
// is matched, not looked behind at: Safari up to 16.3 cannot even parse a lookbehind. Group 1 is what was found.
const email = /(?:^|[^\w.+-])([\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,4})/gi;
const spelledEmail = /(?:^|[^\w.+-])([\w.+-]{2,64} at [a-z\d-]{2,40} (?:dot|\.) ?(?:com|co|org|net|uk)\b)/gi;
const digitGroups = /(?:^|[^\w£$€#@/.,:+-])((?:\+|\(\+?)?\d[\d ().\-–]{5,22}\d(?![\w:/%]|[.,]\d))/g;
const street =
  /(?:^|[^\w£$€.,/-])(\d{1,4}[a-z]?,? (?:[\p{L}'’.-]{2,20} ){1,2}(?:street|st|road|rd|avenue|ave|lane|crescent|terrace|close|drive|gardens|grove|court|mews|square|way|place|hill|row|walk)\b)/giu;
const postcode = new RegExp(
  '\\b((?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|' +
    'S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2})\\b',
  'gi',
);

const betweenNumberAndStreet =
  /^(?:the|a|an|of|my|our|your|this|that|in|on|at|to|down|up|and|or|by|for|from|with|is|was|minutes?|hours?|days?|weeks?|months?|years?|miles?|metres?|yards?|times?|people|cars?|steps?|long|busy|different|pm|am)$/i;
const weakStreet = /\b(?:st|close|drive|gardens|grove|court|mews|square|way|place|hill|row|walk)$/i;

const isStreet = (found: string): boolean => {
  const names = found.split(' ').slice(1, -1);
  return names.every(
    (name) => !betweenNumberAndStreet.test(name) && (!weakStreet.test(found) || /^\p{Lu}/u.test(name)),
  );
};

/** Numbers of services (freephone, shared-cost, help lines) identify nobody. */
const serviceNumber = /^(?:\+?44|0044)?\(?0?\)?(?:800|808|3\d\d|84\d|87\d|116)/;

const isPhone = (found: string, before: string): boolean => {
  if (/isbn\S*\s*$/i.test(before) || /\d[.-]\d{1,2}[.-](?:19|20)\d\d\b/.test(found) || /^0-/.test(found)) return false;
  const number = found.replaceAll(/[^\d+]/g, '');
  if (serviceNumber.test(number)) return false;
  const { length } = number.replace('+', '');
  if (number.startsWith('+') || number.startsWith('00')) return length >= 9 && length <= 16;
  if (number.startsWith('0')) return length === 10 || length === 11;
  return (number.startsWith('44') && length === 12) || /^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$/.test(found);
};

/**
 * Returns what looks like an email address, a phone number (British or international) or a postal address, so that a
 * comment's writer can be warned before it is sent. Dates, times, prices, ISBNs and the numbers of help lines are left
 * out. Takes time linear in the length of the text.
 */
export function personalDetailsIn(text: string): PersonalDetail[] {
  const findAll = (
    kind: PersonalDetailKind,
    pattern: RegExp,
    matches: (found: string, before: string) => boolean = () => true,
  ): PersonalDetail[] =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const found = match[1] ?? '';
      const at = match.index + match[0].length - found.length;
      return matches(found, text.slice(Math.max(0, at - 12), at)) ? [{ kind, found }] : [];
    });
  const emails = [...(/@|[([]at/i.test(text) ? findAll('email', email) : []), ...findAll('email', spelledEmail)];
  // Most comments have no digit, and nothing to look for any further.
  if (!/\d/.test(text)) return emails;
  return [
    ...emails,
    ...findAll('phone', digitGroups, isPhone),
    ...findAll('address', street, isStreet),
    ...findAll('address', postcode, (found) => !/\d(?:st|nd|rd|th)$/.test(found)),
  ];
}
