import { z } from 'zod';
import type { Values } from '#src/admin/saving/form-values';
import type { ComparedField } from './changes';

/** Fetches from the content manager, below `/content-manager`. */
type Get = (path: string) => Promise<unknown>;

interface Piece {
  readonly model: string;
  readonly documentId: string;
}

const stored = z.object({ data: z.record(z.string(), z.unknown()) });
const listed = z.object({
  results: z.array(z.looseObject({ documentId: z.string(), title: z.unknown(), name: z.unknown() }).partial()),
});

interface Related {
  readonly documentId: string;
  readonly label: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const relatedIn = async (
  get: Get,
  { model, documentId }: Piece,
  field: string,
  status: 'draft' | 'published',
): Promise<Related[]> => {
  const answer = await get(`/relations/${model}/${documentId}/${field}?status=${status}&pageSize=100`);
  return listed.parse(answer).results.map(({ documentId: id = '', title, name }) => ({
    documentId: id,
    label: text(title) || text(name) || 'without a title',
  }));
};

const changedRelation = z.looseObject({
  documentId: z.string().optional(),
  label: z.unknown().optional(),
  apiData: z.looseObject({ documentId: z.string().optional() }).optional(),
});
const relationChange = z.object({ connect: z.array(changedRelation), disconnect: z.array(changedRelation) }).partial();

/** Returns what is related after what the form connects and disconnects. */
export const relatedAfter = (saved: readonly Related[], change: unknown): Related[] => {
  const { connect = [], disconnect = [] } = relationChange.safeParse(change).data ?? {};
  const idOf = ({ documentId, apiData }: z.output<typeof changedRelation>): string =>
    documentId ?? apiData?.documentId ?? '';
  const gone = new Set([...disconnect, ...connect].map(idOf));
  const added = connect.map((one) => ({ documentId: idOf(one), label: text(one.label) || 'without a title' }));
  return [...saved.filter(({ documentId }) => !gone.has(documentId)), ...added];
};

const labels = (related: readonly Related[]): string[] => related.map(({ label }) => label).sort();

/** What is compared: what readers see, and what the form holds, both with related pieces as lists of their names. */
export interface Versions {
  readonly readers: Values;
  readonly now: Values;
}

/** Fetches what readers see of a piece, and completes what its form holds with what is related to it. */
export const fetchVersions = async (
  get: Get,
  piece: Piece,
  fields: readonly ComparedField[],
  values: Values,
): Promise<Versions> => {
  const { model, documentId } = piece;
  const { data } = stored.parse(await get(`/collection-types/${model}/${documentId}?status=published`));
  const related = await Promise.all(
    fields
      .filter(({ attribute }) => attribute.type === 'relation')
      .map(async ({ name }) => {
        const [before, saved] = await Promise.all([
          relatedIn(get, piece, name, 'published'),
          relatedIn(get, piece, name, 'draft'),
        ]);
        return [name, labels(before), labels(relatedAfter(saved, values[name]))] as const;
      }),
  );
  const readers = { ...data, ...Object.fromEntries(related.map(([name, before]) => [name, before])) };
  const now = { ...values, ...Object.fromEntries(related.map(([name, , after]) => [name, after])) };
  return { readers, now };
};
