/** A content type or component of Strapi, as far as queries name its parts. */
export interface Model {
  /** Of a content type: whether it has one document or many. */
  readonly kind?: string;
  readonly modelType?: string;
  readonly options?: { readonly draftAndPublish?: boolean };
  readonly attributes: Readonly<
    Record<string, { readonly type: string; readonly target?: string; readonly component?: string }>
  >;
}

/** What the sender of a query may read. */
export interface QueryReader {
  /** Returns a content type or component, or undefined if there is none of that name. */
  readonly modelOf: (uid: string) => Model | undefined;
  /** Returns whether a field of a content type may be read; `path` is like `title` or `seo.title`. */
  readonly canRead: (uid: string, path: string) => boolean;
}

/** Where a name stands: a content type, the component inside it that is being looked at, and the path to that. */
interface Place {
  readonly uid: string;
  readonly model: Model | undefined;
  readonly prefix: string;
}

const plainFields: ReadonlySet<string> = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'locale',
]);
const creators: ReadonlySet<string> = new Set(['createdBy', 'updatedBy']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const placeOf = (reader: QueryReader, uid: string): Place => ({ uid, model: reader.modelOf(uid), prefix: '' });

/**
 * Returns where the parts of a name are looked up: the name itself has none (`end`), a component's or a relation's are
 * below it. Null: the name may not be used.
 */
const step = (reader: QueryReader, { uid, model, prefix }: Place, name: string): Place | 'end' | null => {
  if (plainFields.has(name)) return 'end';
  // Of the accounts that wrote something, only the id may be used: it says nothing about them.
  if (creators.has(name)) return { uid: 'admin::user', model: { attributes: {} }, prefix: '' };
  const attribute = model !== undefined && Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined;
  if (attribute === undefined) return null;
  const path = `${prefix}${name}`;
  if (attribute.type === 'component' && attribute.component !== undefined)
    return { uid, model: reader.modelOf(attribute.component), prefix: `${path}.` };
  if (!reader.canRead(uid, path)) return null;
  if (attribute.type === 'relation' && attribute.target !== undefined) return placeOf(reader, attribute.target);
  return attribute.type === 'media' ? { uid, model: { attributes: {} }, prefix: `${path}.` } : 'end';
};

const firstOf = <T>(items: readonly T[], find: (item: T) => string | null): string | null => {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
};

/** Operators such as `$and` contain more filters; others, such as `$eq`, contain values. */
const inFilters = (reader: QueryReader, place: Place, filters: unknown): string | null => {
  if (Array.isArray(filters)) return firstOf(filters, (one: unknown) => inFilters(reader, place, one));
  if (!isObject(filters)) return null;
  return firstOf(Object.entries(filters), ([name, value]) => {
    if (name.startsWith('$') || /^\d+$/.test(name)) return inFilters(reader, place, value);
    // The list's own filter by draft and published, which is no column.
    if (name === '__status') return null;
    const next = step(reader, place, name);
    if (next === null) return name;
    if (next !== 'end') return inFilters(reader, next, value);
    // Only operators may follow the name of a column.
    return isObject(value) ? (Object.keys(value).find((key) => !/^(\$|\d+$)/.test(key)) ?? null) : null;
  });
};

const inPath = (reader: QueryReader, place: Place, [name, ...rest]: readonly string[]): string | null => {
  if (name === undefined) return null;
  const next = step(reader, place, name);
  if (next === null) return name;
  if (next === 'end') return rest[0] ?? null;
  return inPath(reader, next, rest);
};

const inSort = (reader: QueryReader, place: Place, sort: unknown): string | null => {
  if (Array.isArray(sort)) return firstOf(sort, (one: unknown) => inSort(reader, place, one));
  if (typeof sort === 'string')
    return firstOf(sort.split(','), (one) => {
      const path = (one.split(':')[0] ?? '').trim();
      // The list's own order by draft and published, which is no column.
      return path === '' || path === 'status' ? null : inPath(reader, place, path.split('.'));
    });
  if (!isObject(sort)) return null;
  return firstOf(Object.entries(sort), ([name, value]) => {
    if (/^\d+$/.test(name)) return inSort(reader, place, value);
    if (name === 'status') return null;
    const next = step(reader, place, name);
    if (next === null) return name;
    return next === 'end' || !isObject(value) ? null : inSort(reader, next, value);
  });
};

const inPopulate = (reader: QueryReader, place: Place, populate: unknown): string | null => {
  if (populate === undefined || populate === '' || typeof populate === 'boolean') return null;
  if (typeof populate === 'string') return populate === '*' ? '*' : inPopulate(reader, place, populate.split(','));
  if (Array.isArray(populate))
    return firstOf(populate, (one: unknown) => inPath(reader, place, String(one).trim().split('.')));
  if (!isObject(populate)) return 'populate';
  return firstOf(Object.entries(populate), ([name, value]) => {
    const next = step(reader, place, name);
    if (next === null || next === 'end' || Array.isArray(value)) return name;
    return isObject(value) ? inQuery(reader, next, value) : null;
  });
};

const inFields = (reader: QueryReader, place: Place, fields: unknown): string | null => {
  if (fields === undefined) return null;
  const names: unknown[] = Array.isArray(fields) ? fields : typeof fields === 'string' ? fields.split(',') : [''];
  return firstOf(names, (name) => inPath(reader, place, String(name).trim().split('.')));
};

const inQuery = (reader: QueryReader, place: Place, query: Readonly<Record<string, unknown>>): string | null =>
  inFilters(reader, place, query.filters) ??
  inSort(reader, place, query.sort) ??
  inFields(reader, place, query.fields) ??
  inPopulate(reader, place, query.populate);

/**
 * Returns the first name in `filters`, `sort`, `fields` and `populate` that stands for nothing that the sender may
 * read, also inside components and related documents; null if there is none. What may not be read must not be guessed
 * either, by filtering or sorting by it.
 *
 * @param uid the content type that is asked for
 */
export const unreadableName = (
  reader: QueryReader,
  uid: string,
  query: Readonly<Record<string, unknown>>,
): string | null => inQuery(reader, placeOf(reader, uid), query);
