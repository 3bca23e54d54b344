import { z } from 'zod';
import { type Coding, codings } from '#server/http/negotiation';
import { type Entry, type FlatHeaders, makeEntry } from './entry';
import { etagOf, type Representation } from './representation';

/** The first line of a page's file; the bodies follow it in the order of `forms`. `digest` is each body's own. */
const heading = z.object({
  layout: z.literal(1),
  key: z.string(),
  status: z.number().int(),
  own: z.record(z.string(), z.string()),
  numbers: z.record(z.string(), z.number()),
  began: z.number(),
  endsAt: z.number().nullable(),
  forms: z
    .array(z.object({ coding: z.enum(codings), etag: z.string(), length: z.number().int().min(0), digest: z.string() }))
    .min(1),
});

const added = new Set(['content-length', 'content-encoding', 'etag', 'vary']);

/** Its own headers, without those that every form gets and those of the site, which may be others after a restart. */
function ownHeadersOf(entry: Entry, security: FlatHeaders): Record<string, string> {
  const flat = entry.forms.identity.headers;
  const own: Record<string, string> = {};
  for (let at = 0; at < flat.length - security.length; at += 2) {
    const name = flat[at] ?? '';
    if (!added.has(name)) own[name] = flat[at + 1] ?? '';
  }
  return own;
}

/** A page as the bytes of one file. Only pages with known numbers are worth keeping. */
export function pack(entry: Entry, security: FlatHeaders): Buffer {
  const forms = codings.flatMap((coding) => (entry.forms[coding] ? [{ coding, ...entry.forms[coding] }] : []));
  const line: z.input<typeof heading> = {
    layout: 1,
    key: entry.key,
    status: entry.status,
    own: ownHeadersOf(entry, security),
    numbers: { ...entry.numbers },
    began: entry.began,
    endsAt: Number.isFinite(entry.endsAt) ? entry.endsAt : null,
    forms: forms.map(({ coding, etag, body }) => ({
      coding,
      etag,
      length: body.length,
      digest: etagOf(body, 'identity'),
    })),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(line)}\n`), ...forms.map(({ body }) => body)]);
}

/** The page that a file holds; undefined for a file that is cut short, damaged, or of another layout. */
export function unpack(file: Buffer, security: FlatHeaders): Entry | undefined {
  const end = file.indexOf(10);
  if (end < 0) return undefined;
  let line: z.infer<typeof heading>;
  try {
    line = heading.parse(JSON.parse(file.subarray(0, end).toString('utf8')));
  } catch {
    return undefined;
  }
  let at = end + 1;
  const found: Representation[] = [];
  for (const { coding, etag, length, digest } of line.forms) {
    const body = Buffer.from(file.subarray(at, at + length));
    if (body.length !== length || etagOf(body, 'identity') !== digest) return undefined;
    found.push({ coding, etag, body });
    at += length;
  }
  if (at !== file.length || !found.some(({ coding }: { coding: Coding }) => coding === 'identity')) return undefined;
  const { key, status, own, numbers, began } = line;
  return makeEntry(
    { key, status, own, numbers, began, representations: found, generation: -1, endsAt: line.endsAt ?? Infinity },
    security,
  );
}
