import { describe, expect, it } from 'vitest';
import { lengthOf } from '../clean-text.js';
import { legalHold } from './admin/comments.js';
import { emailDraft } from './admin/workshops.js';
import { comparedName } from './certificates.js';
import { commentFields } from './comments.js';
import { registrationChange, registrationFields } from './registrations.js';

/** Every field of one line that a person types into a form or an endpoint of the admin. */
const fields = {
  'the name of a comment': commentFields.shape.name,
  'the name of a registration': registrationFields.shape.name,
  'the name on a certificate': registrationChange.shape.certificateName,
  'the name that is compared with a certificate': comparedName.shape.name,
  'the subject of an email': emailDraft.shape.subject,
  'the reason of a legal hold': legalHold.shape.reason,
};

const nothingToSee = [
  ...[
    '',
    ' ',
    '\t\n',
    '\u00a0',
    '\u200b',
    '\u200e\u200f',
    '\u202e\u2066\u2069',
    '\ufeff',
    '\u2060',
    '\u00ad',
    '\u034f',
  ],
  ...[
    '\u2800',
    '\ufffc',
    '\u3164',
    '\uffa0',
    '\u115f\u1160',
    '\u180e',
    '\u{e0041}',
    '\ufe0f',
    '\u0301\u0301',
    '\u0085',
    '\u2028',
  ],
];
const between = [
  ...['\n', '\r\n', '\r', '\u000b', '\u000c', '\u001c', '\u001d', '\u001e', '\u0085', '\u2028', '\u2029', '\t'],
  ...['\u00a0', '\u3000', '\u2003 \n'],
];
const gone = [
  '\u0000',
  '\u0007',
  '\u001b',
  '\u007f',
  '\u0080',
  '\u009f',
  '\u200b',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u00ad',
];

describe.each(Object.entries(fields))('%s', (_what, field) => {
  it('is missing where nothing can be seen', () => {
    for (const typed of nothingToSee)
      expect(
        field.safeParse(typed).error?.issues.map(({ message }) => message),
        JSON.stringify(typed),
      ).toEqual(['missing']);
  });

  it('is one line, and glues no words together', () => {
    for (const character of between)
      expect(field.parse(`one${character}two`), JSON.stringify(character)).toBe('one two');
  });

  it('keeps no control character, and nothing that hides or turns letters', () => {
    for (const character of gone) expect(field.parse(`on${character}e`), JSON.stringify(character)).toBe('one');
  });

  it('keeps what people write with: joiners, marks, emoji, markup', () => {
    for (const typed of ['می\u200cخواهم', 'क्\u200dष', '👩\u200d👧', 'Zoë <b>&amp;', '=1+1', '🙏'])
      expect(field.parse(typed)).toBe(typed);
  });

  it('has at most six marks on a letter', () => {
    expect(lengthOf(field.parse(`Z${'\u0301'.repeat(500)}`))).toBe(7);
  });
});
