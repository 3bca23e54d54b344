import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { discardBody, readBody } from '#server/http/body';

/** The fields of a posted form: text by name, the first where a name comes twice, with `\n` as line break. */
export type FormFields = ReadonlyMap<string, string>;

/** A form, or the status of the rejection: from another site, too large, not a form. */
export type ReadForm = { fields: FormFields } | { rejected: 403 | 413 | 415 };

/**
 * Returns whether a form was sent from the site itself, as far as the browser says: by Fetch Metadata or by Origin. A
 * request that says neither is accepted: old browsers send neither, and there is no cookie that another site could
 * misuse. Pages with the referrer policy
 * `no-referrer` send `Origin: null`.
 * @see https://www.w3.org/TR/fetch-metadata/
 * @see https://fetch.spec.whatwg.org/#append-a-request-origin-header
 */
export function isSameOrigin(headers: IncomingHttpHeaders, siteUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  // `none` is an action of the reader, such as sending a form again after the browser was restarted.
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  return origin === undefined || origin === 'null' || origin === siteUrl;
}

// eslint-disable-next-line no-control-regex -- no browser lets anybody type it, and HTML cannot contain it
const nul = /\u0000/g;

function toFields(entries: Iterable<[string, unknown]>): FormFields {
  const fields = new Map<string, string>();
  for (const [name, value] of entries) {
    // No form of this site has a file field.
    if (typeof value === 'string' && !fields.has(name))
      fields.set(name, value.toWellFormed().replace(nul, '').replace(/\r\n?/g, '\n'));
  }
  return fields;
}

/**
 * Returns the fields of a body that is `application/x-www-form-urlencoded` or `multipart/form-data`, or null for
 * anything else. The text is read as UTF-8 whatever the content type says; broken escapes stay as they are, broken
 * bytes become U+FFFD.
 * @see https://url.spec.whatwg.org/#urlencoded-parsing
 * @see https://www.rfc-editor.org/rfc/rfc7578
 */
export async function parseFormBody(body: Buffer, contentType: string): Promise<FormFields | null> {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return toFields(new URLSearchParams(body.toString('utf8')));
  if (type !== 'multipart/form-data') return null;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => null);
  return form && toFields(form);
}

/**
 * Reads the form of a request.
 * @throws when the client goes away before the end
 */
export async function readForm(req: IncomingMessage, siteUrl: string): Promise<ReadForm> {
  if (!isSameOrigin(req.headers, siteUrl)) return { rejected: 403 };
  const body = await readBody(req);
  if (!body) return { rejected: 413 };
  const fields = await parseFormBody(body, req.headers['content-type'] ?? '');
  return fields ? { fields } : { rejected: 415 };
}

/**
 * Reads the form of a request that may come from anywhere, as mail programs send it: without a body, or with one that
 * is no form.
 * @throws when the client goes away before the end
 */
export async function readAnyForm(req: IncomingMessage): Promise<{ fields: FormFields }> {
  const body = await readBody(req);
  if (!body) discardBody(req);
  const fields = body && (await parseFormBody(body, req.headers['content-type'] ?? ''));
  return { fields: fields ?? new Map() };
}

/** Returns the text of a field; empty where there is none. */
export const textField = (fields: FormFields, name: string): string => fields.get(name) ?? '';

/** Returns whether a checkbox was ticked: browsers leave out those that are not. */
export const isTicked = (fields: FormFields, name: string): boolean => fields.has(name);
