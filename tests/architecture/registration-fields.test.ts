import { readFileSync } from 'node:fs';
import path from 'node:path';
import { registrationFields } from 'shared';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const workshop = 'cms/src/api/workshop';

interface Place {
  /** A file that has to name each field of the registration form. */
  readonly file: string;
  /** Where in the file the part begins that has to name it; the part ends before the next export or heading. */
  readonly from?: string;
  readonly because: string;
  /** Fields that have another name there, in prose the words for them, and fields that do not belong there (`null`). */
  readonly names?: Readonly<Record<string, string | null>>;
}

/** Consent is asked for and checked, but not stored: access needs are stored only with it. */
const notStored = { consent: null };
/** A price is chosen by its number and stored with its label and amount, so that it stays when prices change. */
const storedPrice = { price: 'price_pence' };
/** The counsellor asks for consent in person before adding someone. */
const byHand = { consent: null };

/** Every place that has to know a field of the registration form, in the order of its way through the product. */
const places: readonly Place[] = [
  { file: 'shared/src/contracts/registrations.ts', because: 'its schema: required or not, length, error codes' },
  { file: 'web/app/components/registrations/RegistrationForm.vue', because: 'the control in the form' },
  { file: 'web/app/dev/ComponentGallery.vue', because: 'the form with errors, in the component gallery' },
  { file: 'web/app/copy/registrations.ts', because: 'its error messages' },
  { file: 'web/server/forms/handlers/registration.ts', because: 'reads it from the submitted form' },
  { file: `${workshop}/registration/register.ts`, because: 'stores it', names: { consent: null } },
  {
    file: `${workshop}/content-types/registration/schema.json`,
    because: 'its column in the database',
    names: { ...notStored, price: 'pricePence' },
  },
  {
    file: `${workshop}/registration/registration-rows.ts`,
    because: 'the type of its column',
    names: { ...notStored, ...storedPrice, accessNeeds: 'access_needs' },
  },
  {
    file: 'shared/src/contracts/registrations.ts',
    from: 'export const privateRegistration =',
    because: 'the contract of what a participant sees behind their private link',
    // Whoever has the link already has the email that it came in.
    names: { ...notStored, email: null },
  },
  {
    file: `${workshop}/personal-data.ts`,
    because: 'shows it to the person who asks what is stored',
    names: notStored,
  },
  {
    file: 'shared/src/contracts/admin/privacy.ts',
    because: 'the contract of what is stored about a person',
    names: notStored,
  },
  {
    file: `${workshop}/participants/participants-page.ts`,
    because: 'lists participants and saves them for a spreadsheet',
    names: notStored,
  },
  {
    file: `${workshop}/participants/participant-actions.ts`,
    because: 'adds a participant by hand',
    names: byHand,
  },
  { file: `${workshop}/admin/ParticipantTable.tsx`, because: 'shows participants', names: notStored },
  { file: `${workshop}/admin/AddParticipantPage.tsx`, because: 'the form that adds one by hand', names: byHand },
  { file: `${workshop}/admin/participant-form.ts`, because: 'the limits and errors of that form', names: byHand },
  {
    file: 'docs/data-protection.md',
    from: '## 2. ',
    because: 'why it is collected, how long it is kept and who sees it',
    names: { accessNeeds: 'access needs' },
  },
  {
    file: 'web/content/privacy.md',
    from: '## When you register for a workshop',
    because: 'tells participants what is stored',
    names: { ...notStored, accessNeeds: 'easier for you to come' },
  },
  { file: 'tests/support/workshops.ts', because: 'the valid registration that tests begin with' },
];

/** The part of a file from a heading or export to the next, or all of it. */
const partOf = (text: string, from?: string): string => {
  if (from === undefined) return text;
  const start = text.indexOf(from);
  if (start < 0) return '';
  const [part = ''] = text.slice(start + from.length).split(/^(?:export |## )/m);
  return part;
};

describe('a field of the registration form', () => {
  it.each(Object.keys(registrationFields.shape))('%s is known to every place that has to know it', (field) => {
    const missing = places.filter(({ file, from, names = {} }) => {
      const name = names[field] === undefined ? field : names[field];
      if (name === null) return false;
      return !new RegExp(`\\b${name}\\b`).test(partOf(readFileSync(path.join(root, file), 'utf8'), from));
    });
    expect(missing.map(({ file, because }) => `${file}: ${because}`)).toEqual([]);
  });
});
