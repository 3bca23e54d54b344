import { createHash } from 'node:crypto';

/** What an import writes and a person may change afterwards; `published` is an ISO 8601 instant. */
export interface Written {
  title: string | null;
  body: unknown;
  published: string | null;
}

/** JSON with its keys in order: PostgreSQL gives those of an object back in an order of its own. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** Equal for equal words and the same day, so that a later import sees what has changed since: SHA-256, 64 hex digits. */
export function fingerprint({ title, body, published }: Written): string {
  const day = published === null ? null : new Date(published).toISOString().slice(0, 10);
  return createHash('sha256')
    .update(ordered([title, body, day]))
    .digest('hex');
}
