import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { inTransaction, selectRaw, type UnitOfWork } from '#src/database/unit-of-work';
import { type ContentUid, contentUids } from '#src/documents/document-rules';

/** An upload, as far as it is looked for. `hash` is in the address of each of its sizes, and in no other's. */
export interface StoredFile {
  readonly id: number;
  readonly hash: string;
  readonly name: string;
}

/** How a document is named where a file is used; null: there is one only, and it has no title. */
const kinds: Readonly<Record<ContentUid, { kind: string; title: 'title' | 'name' | null }>> = {
  'api::post.post': { kind: 'the post', title: 'title' },
  'api::page.page': { kind: 'the page', title: 'title' },
  'api::workshop.workshop': { kind: 'the workshop', title: 'title' },
  'api::author.author': { kind: 'the author', title: 'name' },
  'api::topic.topic': { kind: 'the topic', title: 'name' },
  'api::practice.practice': { kind: '“Your practice”', title: null },
};

interface Attribute {
  readonly type: string;
  readonly component?: string;
}

/** Returns a filter for each field in which a file can be chosen, those of components included. */
const filtersOf = (strapi: Core.Strapi, attributes: object, id: number): object[] =>
  Object.entries(attributes as Record<string, Attribute>).flatMap(([name, { type, component }]) => {
    if (type === 'media') return [{ [name]: { id } }];
    const inside = component === undefined ? undefined : strapi.components[component as keyof typeof strapi.components];
    return inside === undefined ? [] : filtersOf(strapi, inside.attributes, id).map((filter) => ({ [name]: filter }));
  });

interface Row {
  documentId: string;
  title: string | null;
}

const chosenIn = async ({ strapi }: UnitOfWork, uid: ContentUid, { id }: StoredFile): Promise<Row[]> => {
  const { title } = kinds[uid];
  const filters = filtersOf(strapi, strapi.contentType(uid).attributes, id);
  if (filters.length === 0) return [];
  const rows = (await strapi.db
    .query(uid)
    .findMany({ select: ['documentId', ...(title === null ? [] : [title])], where: { $or: filters } })) as Record<
    string,
    string
  >[];
  return rows.map((row) => ({ documentId: row.documentId ?? '', title: title === null ? null : (row[title] ?? null) }));
};

/** Looks for a file in rich text and other long text, where its address is written. */
const writtenIn = async (uow: UnitOfWork, uid: ContentUid, { hash }: StoredFile): Promise<Row[]> => {
  const { attributes, tableName } = uow.strapi.db.metadata.get(uid);
  const columns = Object.values(attributes as Record<string, { type: string; columnName?: string }>).flatMap(
    ({ type, columnName }) => (type === 'blocks' || type === 'text' ? (columnName ?? []) : []),
  );
  if (columns.length === 0) return [];
  const { title } = kinds[uid];
  const found = columns.map(() => 'cast(?? as text) like ?').join(' or ');
  return selectRaw<Row>(
    uow,
    `select document_id as "documentId", ${title ?? 'null'} as title from ${tableName} where ${found}`,
    columns.flatMap((column) => [column, `%${hash}%`]),
  );
};

/** How many places a refusal names. */
const maxNamed = 3;

/** Returns the places in a sentence: `the post “One”, the page “Two” and 3 more`. */
const placesInWords = (places: readonly string[]): string => {
  const more = places.length - maxNamed;
  const parts = more > 0 ? [...places.slice(0, maxNamed), `${more} more`] : places;
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
};

/** Returns where a file is used, in drafts or in public, each document once: `the post “A harbour”`. */
const placesOf = async (uow: UnitOfWork, file: StoredFile): Promise<string[]> => {
  const places: string[] = [];
  for (const uid of contentUids) {
    const { kind, title } = kinds[uid];
    const rows = [...(await chosenIn(uow, uid, file)), ...(await writtenIn(uow, uid, file))];
    const named = new Map(
      rows.map((row) => [
        row.documentId,
        title === null ? kind : `${kind} “${row.title?.trim() || 'without a title'}”`,
      ]),
    );
    places.push(...[...named.values()].sort());
  }
  return places;
};

/**
 * Runs `remove` unless one of the files is used somewhere. No content changes meanwhile.
 * @throws ValidationError that names the places
 */
export const removeUnlessUsed = <T>(
  strapi: Core.Strapi,
  lockContent: (uow: UnitOfWork) => Promise<unknown>,
  files: readonly StoredFile[],
  remove: () => Promise<T>,
): Promise<T> =>
  inTransaction(strapi, async (uow) => {
    await lockContent(uow);
    const used: string[] = [];
    for (const file of files) {
      const places = await placesOf(uow, file);
      if (places.length > 0) used.push(`“${file.name}” is used in ${placesInWords(places)}.`);
    }
    if (used.length > 0)
      throw new errors.ValidationError(
        `${used.join(' ')} Take it out there first, and publish that; then it can be deleted.`,
      );
    return remove();
  });
