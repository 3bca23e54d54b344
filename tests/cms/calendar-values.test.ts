import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { documentsOf } from '../support/written.ts';

type CalendarType = 'date' | 'time' | 'datetime';

/** A field of a form for a day, a time of day or an instant. */
interface CalendarField {
  /** Where it is, such as `sessions.0.day`. */
  path: string;
  type: CalendarType;
  /** Returns what a form sends with a value in this field. */
  entered: (value: unknown) => object;
}

let cms: CmsHere;
/** The account that may change every field. */
let emergency: SignedIn;
beforeAll(async () => {
  cms = await startCmsHere();
  emergency = await signIn(cms, cms.logins.emergency);
});
afterAll(() => cms.stop());

const uids = ['api::post.post', 'api::workshop.workshop', 'api::practice.practice'] as const;

interface Attribute {
  type: string;
  component?: string;
  repeatable?: boolean;
}

const fieldsIn = (attributes: Record<string, Attribute>): CalendarField[] =>
  Object.entries(attributes).flatMap(([name, { type, component, repeatable = false }]): CalendarField[] => {
    if (['date', 'time', 'datetime'].includes(type))
      return [{ path: name, type: type as CalendarType, entered: (value) => ({ [name]: value }) }];
    if (component === undefined) return [];
    const model = cms.strapi.components[component as UID.Component];
    return fieldsIn((model?.attributes ?? {}) as Record<string, Attribute>).map((field) => ({
      ...field,
      path: repeatable ? `${name}.0.${field.path}` : `${name}.${field.path}`,
      entered: (value) => ({ [name]: repeatable ? [field.entered(value)] : field.entered(value) }),
    }));
  });

const fieldsOf = (uid: UID.ContentType): CalendarField[] =>
  fieldsIn(cms.strapi.contentType(uid).attributes as Record<string, Attribute>).filter(
    ({ path }) => !['createdAt', 'updatedAt', 'publishedAt'].includes(path),
  );

/** What a form, or whoever sends something without one, may enter by mistake. */
const wrong: Readonly<Record<CalendarType, readonly unknown[]>> = {
  date: ['2026-02-31', '31/02/2026', 'incomplete', '0202-01-09', '2207-01-09', 20270109],
  time: ['undefined:00.000', '25:00', 'incomplete', 900],
  datetime: ['2026-02-31T10:00:00.000Z', '2027-01-09T14:30', 'incomplete', '0025-01-09T10:00:00.000Z', 7],
};

const save = async (uid: UID.ContentType, data: object) => {
  if (uid === 'api::practice.practice') return emergency.put(`/content-manager/single-types/${uid}`).send(data);
  const { documentId } = await documentsOf(cms.strapi, uid).create({ title: 'Days' });
  return emergency.put(`/content-manager/collection-types/${uid}/${documentId}`).send(data);
};

describe.each(uids)('days and times of %s', (uid) => {
  it('are refused beside their field, in one sentence that names it, unless they exist', async () => {
    const fields = fieldsOf(uid);
    expect(fields.length).toBeGreaterThan(0);
    for (const { path, type, entered } of fields) {
      for (const value of wrong[type]) {
        const { status, body } = await save(uid, entered(value));
        const { message, details } = body.error as { message: string; details: { errors: { path: string[] }[] } };
        expect({ path, value, status }).toEqual({ path, value, status: 400 });
        expect(message, path).toMatch(/^“[A-Z][^”]+” has to be [^.]+\.$/);
        expect(details.errors).toMatchObject([{ path: path.split('.') }]);
      }
    }
  });
});

describe('a day or time that is emptied', () => {
  it.each([null, ''])('is stored as none: %j', async (nothing) => {
    const workshops = documentsOf(cms.strapi, 'api::workshop.workshop');
    const { documentId } = await workshops.create({ title: 'Days', opensDay: '2027-01-09', opensTime: '14:30' });
    const path = `/content-manager/collection-types/api::workshop.workshop/${documentId}`;
    await emergency.put(path).send({ opensDay: nothing, opensTime: nothing }).expect(200);
    expect((await emergency.get(path)).body.data).toMatchObject({ opensDay: null, opensTime: null });
  });
});
