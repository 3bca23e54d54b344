interface Model {
  readonly attributes: Readonly<Record<string, { readonly type: string; readonly component?: string }>>;
}

type ModelOf = (uid: string) => Model | undefined;
type Body = Readonly<Record<string, unknown>>;

/** What the CMS alone sets. */
const setByCms: ReadonlySet<string> = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
]);

const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const without = (body: Body, names: ReadonlySet<string>): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.has(name)));

const ids: ReadonlySet<string> = new Set(['id', 'documentId']);

/** Returns a body whose components have no ids: a new document has none, and must not take those of another. */
const withoutComponentIds = (modelOf: ModelOf, model: Model | undefined, body: Body): Body =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const component = model && Object.hasOwn(model.attributes, name) ? model.attributes[name]?.component : undefined;
      if (component === undefined) return [name, value];
      const cleaned = (one: unknown): unknown =>
        isObject(one) ? withoutComponentIds(modelOf, modelOf(component), without(one, ids)) : one;
      return [name, Array.isArray(value) ? value.map(cleaned) : cleaned(value)];
    }),
  );

/**
 * Returns what a client sent for a document, without what the CMS alone sets: ids, times and who wrote it. The admin
 * sends all of it back with every change, so it is left out rather than refused.
 *
 * @param isNew the document does not exist yet, so that its components have no ids either
 */
export const writableBody = (modelOf: ModelOf, uid: string, body: Body, { isNew }: { isNew: boolean }): Body => {
  const writable = without(body, setByCms);
  return isNew ? withoutComponentIds(modelOf, modelOf(uid), writable) : writable;
};
