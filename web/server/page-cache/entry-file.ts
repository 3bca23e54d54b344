import { z } from 'zod';
import type { FlatHeaders } from '#server/http/flat-headers';
import { type EncodedBody, etagOf, storedCodings } from '#server/http/representation';
import { type Entry, makeEntry } from './entry';

/**
 * The first line of an entry's file; the bodies follow it in the order of `bodies`. `digest` is that of each body
 * alone.
 */
const headerLine = z.object({
  layout: z.literal(3),
  key: z.string(),
  status: z.number().int(),
  ownHeaders: z.record(z.string(), z.string()),
  versions: z.record(z.string(), z.number()),
  renderStartedAt: z.number(),
  expiresAt: z.number().nullable(),
  bodies: z
    .array(
      z.object({
        coding: z.enum(storedCodings),
        etag: z.string(),
        length: z.number().int().min(0),
        digest: z.string(),
      }),
    )
    .min(1),
});

/** Returns the content of an entry's file. Only entries whose versions are known are worth storing. */
export function serialiseEntry(entry: Entry): Buffer {
  const bodies = storedCodings.flatMap((coding) => {
    const representation = entry.representations[coding];
    return representation ? [{ coding, ...representation }] : [];
  });
  const line: z.input<typeof headerLine> = {
    layout: 3,
    key: entry.key,
    status: entry.status,
    ownHeaders: entry.ownHeaders,
    versions: { ...entry.versions },
    renderStartedAt: entry.renderStartedAt,
    expiresAt: Number.isFinite(entry.expiresAt) ? entry.expiresAt : null,
    bodies: bodies.map(({ coding, etag, body }) => ({
      coding,
      etag,
      length: body.length,
      digest: etagOf(body, 'identity'),
    })),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(line)}\n`), ...bodies.map(({ body }) => body)]);
}

function parseHeaderLine(line: string): z.infer<typeof headerLine> | undefined {
  try {
    return headerLine.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** Returns the entry of a file, or undefined if the file is cut short, damaged, or of another layout. */
export function parseEntryFile(file: Buffer, security: FlatHeaders): Entry | undefined {
  const end = file.indexOf('\n');
  const line = end < 0 ? undefined : parseHeaderLine(file.subarray(0, end).toString('utf8'));
  if (!line) return undefined;
  let at = end + 1;
  const bodies: EncodedBody[] = [];
  for (const { coding, etag, length, digest } of line.bodies) {
    const body = Buffer.from(file.subarray(at, at + length));
    if (body.length !== length || etagOf(body, 'identity') !== digest) return undefined;
    bodies.push({ coding, etag, body });
    at += length;
  }
  const hasIdentity = bodies.some(({ coding }) => coding === 'identity');
  if (at !== file.length || !hasIdentity) return undefined;
  const { key, status, ownHeaders, versions, renderStartedAt, expiresAt } = line;
  return makeEntry(
    {
      key,
      status,
      ownHeaders,
      versions,
      renderStartedAt,
      bodies,
      validatedEpoch: -1,
      expiresAt: expiresAt ?? Infinity,
    },
    security,
  );
}
