import type { UID } from '@strapi/strapi';
import type request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { workshopFields } from '../support/workshop-fields.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

interface Form {
  uid: string;
  /** What a new one is made of; null for the practice, of which there is one. */
  fields: Record<string, unknown> | null;
  /** A field of one line. */
  title: string;
  hasDrafts: boolean;
}

/** Every form in which content is edited. */
const forms: readonly Form[] = [
  { uid: 'api::post.post', fields: { body: paragraphs('A harbour.') }, title: 'title', hasDrafts: true },
  { uid: 'api::page.page', fields: { body: paragraphs('A harbour.') }, title: 'title', hasDrafts: true },
  { uid: 'api::workshop.workshop', fields: workshopFields({}), title: 'title', hasDrafts: true },
  { uid: 'api::topic.topic', fields: {}, title: 'name', hasDrafts: false },
  { uid: 'api::author.author', fields: {}, title: 'name', hasDrafts: false },
  { uid: 'api::practice.practice', fields: null, title: 'name', hasDrafts: false },
];

let cms: CmsHere;
let counsellor: SignedIn;
let emergency: SignedIn;
beforeAll(async () => {
  cms = await startCmsHere();
  counsellor = await signIn(cms, cms.logins.counsellor);
  emergency = await signIn(cms, cms.logins.emergency);
});
afterAll(() => cms.stop());

interface Entry {
  path: string;
  documentId: string;
  revision: string;
}

const list = (uid: string): string => `/content-manager/collection-types/${uid}`;
const keyOf = (() => {
  let count = 0;
  return (): string => `opened-form-number-${(count += 1)}`;
})();
const withKey = (test: request.Test, key: string): request.Test => test.set('Idempotency-Key', key);
const dataOf = ({ body }: request.Response) => (body as { data: Record<string, string> }).data;
const show = async (path: string): Promise<Record<string, string>> => dataOf(await counsellor.get(path).expect(200));
let named = 0;

/** A document as a form shows it when it is opened. */
const opened = async ({ uid, fields, title }: Form): Promise<Entry> => {
  if (fields === null) {
    const path = `/content-manager/single-types/${uid}`;
    const { documentId = '', updatedAt = '' } = await show(path);
    return { path, documentId, revision: updatedAt };
  }
  const name = `A lighthouse with a green door ${(named += 1)}`;
  const sent = await counsellor
    .post(list(uid))
    .send({ ...fields, [title]: name })
    .expect(201);
  const { documentId = '', updatedAt = '' } = dataOf(sent);
  return { path: `${list(uid)}/${documentId}`, documentId, revision: updatedAt };
};

const rowsOf = (uid: string, documentId: string) =>
  cms.strapi.db.query(uid).findMany({ where: { documentId } }) as Promise<Record<string, unknown>[]>;

const save = ({ title }: Form, { path, revision }: Entry, name: string, key = keyOf()): request.Test =>
  withKey(counsellor.put(path), key).send({ [title]: name, updatedAt: revision });

describe.each(forms)('the form of $uid', (form) => {
  const { uid, title } = form;

  it('saves over the revision that it was opened with', async () => {
    const entry = await opened(form);
    const first = dataOf(await save(form, entry, 'Once').expect(200));
    expect(first[title]).toBe('Once');
    await save(form, { ...entry, revision: first.updatedAt ?? '' }, 'Twice').expect(200);
    expect((await show(entry.path))[title]).toBe('Twice');
  });

  it('overwrites nothing that was changed after it was opened, and gets the other version', async () => {
    const entry = await opened(form);
    await save(form, entry, 'From the first tab').expect(200);
    const { status, body } = await save(form, entry, 'From the second tab');
    expect(status).toBe(409);
    const { error } = body as {
      error: { message: string; details: { current: Record<string, string>; fields: string[] } };
    };
    expect(error.message).toContain('Nothing was saved');
    expect(error.details.fields).toEqual([title]);
    expect(error.details.current[title]).toBe('From the first tab');
    expect((await show(entry.path))[title]).toBe('From the first tab');
    await save(form, { ...entry, revision: error.details.current.updatedAt ?? '' }, 'Settled').expect(200);
  });

  it('lets one of two tabs save that press the button at the same moment', async () => {
    const entry = await opened(form);
    const answers = await Promise.all([save(form, entry, 'Left'), save(form, entry, 'Right')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('takes the same save twice, and a later one of the same form whose answer was lost', async () => {
    const entry = await opened(form);
    const key = keyOf();
    await save(form, entry, 'Once', key).expect(200);
    await save(form, entry, 'Once', key).expect(200);
    await save(form, entry, 'Typed on', key).expect(200);
    await save(form, entry, 'From another tab').expect(409);
    expect((await show(entry.path))[title]).toBe('Typed on');
    await save(form, { ...entry, revision: (await show(entry.path)).updatedAt ?? '' }, 'By another form').expect(200);
    await save(form, entry, 'Typed later', key).expect(409);
  });

  it('is refused with a key and without a revision, or with an unreadable one', async () => {
    const entry = await opened(form);
    await withKey(counsellor.put(entry.path), keyOf())
      .send({ [title]: 'Blind' })
      .expect(409);
    await save(form, { ...entry, revision: 'yesterday' }, 'Unreadable').expect(400);
    await save(form, entry, 'A short key', 'k').expect(400);
  });

  it('leaves calls without a key and a revision, and the project’s own code, as they were', async () => {
    const entry = await opened(form);
    await counsellor
      .put(entry.path)
      .send({ [title]: 'By a script' })
      .expect(200);
    await documentsOf(cms.strapi, uid as UID.ContentType).update(entry.documentId, { [title]: 'By the importer' });
    expect((await show(entry.path))[title]).toBe('By the importer');
  });
});

describe.each(forms.filter(({ fields }) => fields !== null))('a new form of $uid', ({ uid, fields, title }) => {
  it('makes one entry, however often a new one is sent', async () => {
    const key = keyOf();
    const create = (name: string) => withKey(counsellor.post(list(uid)), key).send({ ...fields, [title]: name });
    const [first, second] = await Promise.all([create('New from a form'), create('New from a form')]);
    expect([first?.status, second?.status]).toEqual([201, 201]);
    const ids = new Set([first, second].map((answer) => answer && dataOf(answer).documentId));
    expect(ids.size).toBe(1);
    const later = dataOf(await create('New, and typed on').expect(201));
    expect(ids).toContain(later.documentId);
    expect((await show(`${list(uid)}/${later.documentId}`))[title]).toBe('New, and typed on');
    expect(await rowsOf(uid, later.documentId ?? '')).toHaveLength(1);
    const path = `${list(uid)}/${later.documentId}`;
    await counsellor
      .put(path)
      .send({ [title]: 'From another tab' })
      .expect(200);
    const { body } = await create('Over it').expect(409);
    expect((body as { error: { details: { fields: string[] } } }).error.details.fields).toEqual([title]);
    const other = await withKey(emergency.post(list(uid)), key).send({ ...fields, [title]: 'By somebody else' });
    expect(ids).not.toContain(dataOf(other).documentId);
  });
});

describe.each(forms.filter(({ hasDrafts }) => hasDrafts))(
  'publishing from the form of $uid',
  ({ uid, fields, title }) => {
    it('publishes once, and nothing over what was changed since', async () => {
      const key = keyOf();
      const publish = (path: string, sent: object, withThisKey = key) =>
        withKey(counsellor.post(`${path}/actions/publish`), withThisKey).send(sent);
      const content = { ...fields, [title]: `Published from a form ${uid}` };
      const [one, two] = await Promise.all([publish(list(uid), content), publish(list(uid), content)]);
      expect([one?.status, two?.status]).toEqual([200, 200]);
      const { documentId = '' } = one ? dataOf(one) : {};
      expect(two && dataOf(two).documentId).toBe(documentId);
      expect(await rowsOf(uid, documentId)).toHaveLength(2);
      const path = `${list(uid)}/${documentId}`;
      const { updatedAt = '' } = await show(path);
      await publish(path, { ...content, [title]: 'Changed', updatedAt }, keyOf()).expect(200);
      await publish(path, { ...content, updatedAt }, keyOf()).expect(409);
      const published = await documentsOf(cms.strapi, uid as UID.ContentType).live(documentId);
      expect(published?.[title]).toBe('Changed');
    });
  },
);
