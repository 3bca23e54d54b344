import { z } from 'zod';

/** The last entry of an archive: a file that was cut short has none. */
export const manifestName = 'manifest.json';
/** The folder of an archive with the pictures and other uploads. */
export const uploadsFolder = 'uploads';
export const databaseFolder = 'database';
/** The settings of the site, with its secrets, as `.env` writes them. */
export const envName = 'env';
/** What has been erased, as keyed hashes: see `security/erasure-record.ts`. */
export const erasuresName = 'erasures.jsonl';
/** The keys of these hashes: see `security/erasure-keys.ts`. */
export const erasureKeysName = 'erasure-keys';

const tableCopy = z.object({ name: z.string(), columns: z.array(z.string()), file: z.string() });

/** What is needed to load the database again. A file of SQLite is complete in itself; `none` was left of a site without one. */
const databaseCopy = z.discriminatedUnion('client', [
  z.object({ client: z.literal('none') }),
  z.object({ client: z.literal('sqlite') }),
  z.object({
    client: z.literal('postgres'),
    tables: z.array(tableCopy),
    sequences: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
  }),
]);
export type DatabaseCopy = z.infer<typeof databaseCopy>;
export type PostgresCopy = Extract<DatabaseCopy, { client: 'postgres' }>;

const fileInArchive = z.object({ name: z.string(), bytes: z.int().min(0), sha256: z.string().length(64) });
export type FileInArchive = z.infer<typeof fileInArchive>;

/** What an archive contains, with the checksum of each file. */
export const manifest = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  /** The version of Quiet Room that made it. */
  version: z.string(),
  database: databaseCopy,
  /** How many rows each table has. */
  rows: z.record(z.string(), z.int().min(0)),
  /** `bucket`: they are in the S3 bucket, which has backups of its own. */
  uploads: z.enum(['included', 'bucket']),
  files: z.array(fileInArchive),
});
export type Manifest = z.infer<typeof manifest>;
