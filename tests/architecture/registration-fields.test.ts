import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { registrationFields } from 'shared';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const workshop = 'cms/src/api/workshop';

interface Place {
  /** Where a field of the registration form has to be known: one of these files must name it. */
  readonly files: string;
  readonly because: string;
  /** Fields that have another name there, and fields that do not belong there (`null`). */
  readonly names?: Readonly<Record<string, string | null>>;
}

/** Consent is asked for and checked, but not stored: access needs are stored only with it. */
const notStored = { consent: null };
/** A price is chosen by its number and stored with its label and amount, so that it stays when prices change. */
const storedPrice = { price: 'price_pence' };

/** Every place that has to know a field of the registration form, in the order of its way through the product. */
const places: readonly Place[] = [
  { files: 'shared/src/contracts/registrations.ts', because: 'its schema: required or not, length, error codes' },
  { files: 'web/app/components/registrations/*.vue', because: 'the control in the form' },
  { files: 'web/app/copy/registrations.ts', because: 'its error messages' },
  { files: 'web/server/forms/handlers/registration.ts', because: 'reads it from the submitted form' },
  { files: `${workshop}/registration/register.ts`, because: 'stores it', names: { consent: null } },
  {
    files: `${workshop}/content-types/registration/schema.json`,
    because: 'its column in the database',
    names: { ...notStored, price: 'pricePence' },
  },
  {
    files: `${workshop}/registration/registration-rows.ts`,
    because: 'the type of its column',
    names: { ...notStored, ...storedPrice, accessNeeds: 'access_needs' },
  },
  {
    files: `${workshop}/personal-data.ts`,
    because: 'shows it to the person who asks what is stored',
    names: notStored,
  },
  {
    files: 'shared/src/contracts/admin/privacy.ts',
    because: 'the contract of what is stored about a person',
    names: notStored,
  },
  { files: `${workshop}/participants/*.ts`, because: 'lists and exports participants', names: notStored },
  { files: `${workshop}/admin/*.tsx`, because: 'shows participants, and adds one by hand', names: notStored },
  { files: 'tests/support/workshops.ts', because: 'the valid registration that tests begin with' },
];

describe('a field of the registration form', () => {
  it.each(Object.keys(registrationFields.shape))('%s is known to every place that has to know it', (field) => {
    const missing = places.filter(({ files, names = {} }) => {
      const name = names[field] === undefined ? field : names[field];
      if (name === null) return false;
      const found = globSync(files, { cwd: root });
      return !found.some((file) => new RegExp(`\\b${name}\\b`).test(readFileSync(path.join(root, file), 'utf8')));
    });
    expect(missing.map(({ files, because }) => `${files}: ${because}`)).toEqual([]);
  });
});
