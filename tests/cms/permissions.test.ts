import type { Core, UID } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart } from '../support/cms-parts.ts';
import { documentsOf } from '../support/written.ts';

interface Attribute {
  type: string;
  component?: string;
  repeatable?: boolean;
  enum?: string[];
}
interface Right {
  action: string;
  uid: string;
  fields?: string[];
}
type Role = 'counsellor' | 'webTeam';
interface AdminEndpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  permission: { roles: Role[] };
}
interface Feature {
  contentAccess?: { uid: string; closed?: string }[];
  adminEndpoints?: AdminEndpoint[];
}

const { features } = cmsPart<{ features: Feature[] }>('features.js');
const { accessRulesOf } = cmsPart<{ accessRulesOf: (strapi: Core.Strapi, of: Feature[]) => object }>('setup/roles.js');
const { contentRights } = cmsPart<{ contentRights: (rules: object, role: Role) => Right[] }>(
  'security/content-access.js',
);
const types = features.flatMap(({ contentAccess = [] }) => contentAccess);
const openUids = types.filter(({ closed }) => closed === undefined).map(({ uid }) => uid);
const closedUids = types.filter(({ closed }) => closed !== undefined).map(({ uid }) => uid);
const isSingle = (uid: string): boolean => uid === 'api::practice.practice';

let cms: CmsHere;
const signedIn = new Map<Role, SignedIn>();
const as = (role: Role): SignedIn => {
  const found = signedIn.get(role);
  if (!found) throw new Error(`${role} is not signed in`);
  return found;
};

beforeAll(async () => {
  cms = await startCmsHere();
  signedIn.set('counsellor', await signIn(cms, cms.logins.counsellor));
  signedIn.set('webTeam', await signIn(cms, cms.logins.webTeam));
});
afterAll(() => cms.stop());

const attributesOf = (uid: string): [string, Attribute][] => {
  const { attributes } = cms.strapi.getModel(uid as UID.Schema);
  const own = (name: string): boolean =>
    !/^(id|documentId|(created|updated|published)(At|By)|locale|localizations)$/.test(name);
  return Object.entries(attributes as Record<string, Attribute>).filter(([name]) => own(name));
};

/** Two values for each phone number. */
const numbers: Record<string, [string, string]> = {
  phone: ['0113 496 0142', '0113 496 0143'],
  call: ['116 123', '111'],
  text: ['85258', '86463'],
  relay: ['18001 116 123', '18001 111'],
};

/** Two values of each type, so that it shows which of them is stored. */
const valueOf = (name: string, { type, enum: values = [] }: Attribute, n: 0 | 1): unknown => {
  const day = `2025-0${n + 1}-03`;
  const word = ['first', 'second'][n] ?? '';
  const samples: Record<string, unknown> = {
    email: `${word}@example.org`,
    uid: `${word}-${name.toLowerCase()}`,
    blocks: [{ type: 'paragraph', children: [{ type: 'text', text: `${word} ${name}` }] }],
    integer: 3 + n,
    decimal: 5.5 + n,
    boolean: n === 0,
    date: day,
    time: `1${n}:00:00.000`,
    // The end of an absence has to be in the future, the first publication of a post in the past.
    datetime: `${name === 'awayUntil' ? day.replace('2025', '2099') : day}T10:00:00.000Z`,
    enumeration: values.at(-n),
  };
  // A changed help line loses the day of its last check, unless it was called today.
  if (name === 'checked' && n === 1) return new Date().toISOString().slice(0, 10);
  if (type in samples) return samples[type];
  const number = type === 'string' ? numbers[name]?.[n] : undefined;
  if (number !== undefined) return number;
  if (name === 'path') return `/old/${word}`;
  return /url|chat/i.test(name) ? `https://${word}.example` : `${word} ${name}`;
};

const isWritten = ({ type }: Attribute): boolean => type !== 'media' && type !== 'relation';

/** A value for every field, inside components too; none for pictures and relations. */
const filled = (uid: string, n: 0 | 1): Record<string, unknown> =>
  Object.fromEntries(
    attributesOf(uid)
      .filter(([, attribute]) => isWritten(attribute))
      .map(([name, attribute]) => {
        if (attribute.component === undefined) return [name, valueOf(name, attribute, n)];
        const one = filled(attribute.component, n);
        return [name, attribute.repeatable ? [one] : one];
      }),
  );

/** The path of every field, inside components too. */
const pathsOf = (uid: string): string[] =>
  attributesOf(uid).flatMap(([name, { component }]) =>
    component === undefined ? [name] : pathsOf(component).map((path) => `${name}.${path}`),
  );
const writtenPaths = (uid: string): string[] =>
  attributesOf(uid).flatMap(([name, attribute]) => {
    if (!isWritten(attribute)) return [];
    return attribute.component === undefined
      ? [name]
      : writtenPaths(attribute.component).map((path) => `${name}.${path}`);
  });

/** What is at a path; of a list its first entry. */
const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inside, name) => {
    const one: unknown = Array.isArray(inside) ? inside[0] : inside;
    return (one as Record<string, unknown> | null | undefined)?.[name];
  }, value);
/** PostgreSQL keeps the keys of JSON in an order of its own, and times without milliseconds. */
const shown = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, inside: unknown) =>
    typeof inside === 'object' && inside !== null && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inside,
  ).replace(/:00\.000"/g, ':00"');

const fieldsOf = (role: Role, uid: string, action: string): string[] =>
  contentRights(accessRulesOf(cms.strapi, features), role).find((one) => one.uid === uid && one.action === action)
    ?.fields ?? [];

/** Deletes what the last call of `written` has made: two documents may not have the same old address. */
let deleteLast = async (): Promise<unknown> => undefined;

/** Makes a document with the first value of every field; returns its address in the content manager. */
const written = async (uid: string): Promise<{ documentId: string; address: string }> => {
  const documents = documentsOf(cms.strapi, uid as UID.ContentType);
  await deleteLast();
  deleteLast = async () => undefined;
  if (!isSingle(uid)) {
    const { documentId } = await documents.create(filled(uid, 0));
    deleteLast = () => cms.strapi.documents(uid as UID.ContentType).delete({ documentId });
    return { documentId, address: `/content-manager/collection-types/${uid}/${documentId}` };
  }
  const { documentId } = (await cms.strapi.db.query(uid).findOne({})) as { documentId: string };
  await documents.update(documentId, filled(uid, 0));
  return { documentId, address: `/content-manager/single-types/${uid}` };
};

const stored = async (uid: string, documentId: string): Promise<unknown> => {
  const populate = Object.fromEntries(
    attributesOf(uid).flatMap(([name, { component }]) => (component === undefined ? [] : [[name, true]])),
  );
  return await cms.strapi.documents(uid as UID.ContentType).findOne({ documentId, populate: populate as never });
};

/** What was read, as the admin sends it back: components with their ids, and the second value in every field. */
const rewritten = (uid: string, read: unknown): Record<string, unknown> => {
  const ids = (name: string, one: unknown) => {
    const id = at(read, `${name}.id`);
    return id === undefined ? one : { ...(one as object), id };
  };
  return Object.fromEntries(
    Object.entries(filled(uid, 1)).map(([name, value]) => [
      name,
      Array.isArray(value) && attributesOf(uid).find(([own]) => own === name)?.[1].component !== undefined
        ? value.map((one) => ids(name, one))
        : typeof value === 'object' && value !== null && !Array.isArray(value)
          ? ids(name, value)
          : value,
    ]),
  );
};

describe.each(['counsellor', 'webTeam'] as const)('in the content manager the %s', (role) => {
  it('reads of every content type the fields that are named, and no other', async () => {
    for (const uid of openUids) {
      const { address } = await written(uid);
      const { data } = (await as(role).get(address).expect(200)).body;
      const readable = pathsOf(uid).filter((path) => at(data, path) !== undefined);
      expect(readable.sort(), uid).toEqual(fieldsOf(role, uid, 'read').sort());
    }
  });

  it('changes of every content type the fields that are named, and no other', async () => {
    for (const uid of openUids) {
      const { documentId, address } = await written(uid);
      const before = await stored(uid, documentId);
      // Where emails to her go, and what they say, needs the password.
      const currentPassword = cms.logins[role].password;
      const { status } = await as(role)
        .put(address)
        .send({ ...rewritten(uid, before), currentPassword });
      const changeable = fieldsOf(role, uid, 'update');
      if (changeable.length === 0) expect(status, uid).toBe(403);
      const after = await stored(uid, documentId);
      const wanted = filled(uid, 1);
      const changed = writtenPaths(uid).filter((path) => {
        const [is, was, sent] = [after, before, wanted].map((value) => shown(at(value, path)));
        return is !== was && is === sent;
      });
      expect(changed.sort(), uid).toEqual(changeable.filter((path) => writtenPaths(uid).includes(path)).sort());
    }
  });

  it('is refused every content type that holds what readers sent', async () => {
    for (const uid of closedUids) {
      const list = `/content-manager/collection-types/${uid}`;
      const statuses = [
        (await as(role).get(list)).status,
        (await as(role).get(`${list}/1`)).status,
        (await as(role).post(list).send({})).status,
        (await as(role).put(`${list}/1`).send({})).status,
        (await as(role).del(`${list}/1`)).status,
      ];
      expect(statuses, uid).toEqual([403, 403, 403, 403, 403]);
    }
  });

  it('is let in to the endpoints of the admin that name the role, and no other', async () => {
    for (const { method, path, permission } of features.flatMap(({ adminEndpoints = [] }) => adminEndpoints)) {
      const address = `/quiet-room${path.replace(/:\w+/g, '999999')}`;
      const { get, post, put, del } = as(role);
      const { status } = await { GET: get, POST: post, PUT: put, DELETE: del }[method](address);
      expect([method, path, status !== 403]).toEqual([method, path, permission.roles.includes(role)]);
    }
  });
});
