import type { RoleKey } from './permission';

/** What a role may do with a field: `change` includes reading it. */
type FieldRight = 'read' | 'change';

/** Fields with the roles that may read or change them. A role that is not named can do neither. */
type FieldGroup = { readonly fields: readonly string[] } & Readonly<Partial<Record<RoleKey, FieldRight>>>;

type DocumentRight = 'create' | 'delete' | 'publish';

/** A content type that the content manager shows, with every one of its fields. */
export interface OpenType {
  readonly uid: `api::${string}`;
  /** What a role may do with whole documents, besides reading and changing their fields. */
  readonly documents?: Readonly<Partial<Record<RoleKey, readonly DocumentRight[]>>>;
  readonly groups: readonly FieldGroup[];
}

/** A content type that the content manager shows to neither role, and why. */
interface ClosedType {
  readonly uid: `api::${string}`;
  readonly closed: string;
}

/**
 * Who may read and change a content type in the content manager, field by field. Everything that is not named is
 * closed: a new field, a new content type.
 */
export type ContentAccess = OpenType | ClosedType;

/** The fields of a component: whoever may read or change the component may do the same with each of these. */
export interface ComponentAccess {
  readonly uid: string;
  readonly fields: readonly string[];
}

/** The part of a content type or component of Strapi that is needed here. */
interface Model {
  readonly attributes: Readonly<Record<string, { readonly type: string; readonly component?: string }>>;
}

/** What is open, and the models that it names. */
export interface AccessRules {
  readonly types: readonly ContentAccess[];
  readonly components: readonly ComponentAccess[];
  /** Returns a content type or component, or undefined if there is none of that name. */
  readonly modelOf: (uid: string) => Model | undefined;
}

/** One permission of the content manager: an action on a type, and the paths of the fields that it applies to. */
export interface ContentRight {
  readonly action: 'create' | 'read' | 'update' | 'delete' | 'publish';
  readonly uid: string;
  /** Paths such as `seo.title`; none where the action is about whole documents. */
  readonly fields?: readonly string[];
}

const attributeOf = ({ modelOf }: AccessRules, uid: string, name: string) => {
  const attribute = modelOf(uid)?.attributes[name];
  if (attribute === undefined) throw new Error(`The permissions name ${uid} ${name}, which does not exist.`);
  return attribute;
};

/** Returns the paths of a field: itself, or for a component its named fields; none if the component has none. */
const pathsOf = (rules: AccessRules, uid: string, name: string): string[] => {
  const { type, component } = attributeOf(rules, uid, name);
  if (type !== 'component' || component === undefined) return [name];
  const named = rules.components.find((one) => one.uid === component)?.fields ?? [];
  return named.flatMap((field) => pathsOf(rules, component, field).map((path) => `${name}.${path}`));
};

const rightsOfType = (rules: AccessRules, role: RoleKey, { uid, documents, groups }: OpenType): ContentRight[] => {
  const paths = (rights: readonly FieldRight[]): string[] =>
    groups
      .filter((group) => rights.some((right) => group[role] === right))
      .flatMap(({ fields }) => fields.flatMap((field) => pathsOf(rules, uid, field)));
  const readable = paths(['read', 'change']);
  const changeable = paths(['change']);
  const may = documents?.[role] ?? [];
  return [
    ...(may.includes('create') ? [{ action: 'create', uid, fields: changeable } as const] : []),
    ...(readable.length > 0 ? [{ action: 'read', uid, fields: readable } as const] : []),
    ...(changeable.length > 0 ? [{ action: 'update', uid, fields: changeable } as const] : []),
    ...(may.includes('delete') ? [{ action: 'delete', uid } as const] : []),
    ...(may.includes('publish') ? [{ action: 'publish', uid } as const] : []),
  ];
};

/**
 * Returns a role's permissions for content types: exactly what is named.
 *
 * @throws Error when a field is named that does not exist
 */
export const contentRights = (rules: AccessRules, role: RoleKey): ContentRight[] =>
  rules.types.flatMap((type) => ('closed' in type ? [] : rightsOfType(rules, role, type)));
