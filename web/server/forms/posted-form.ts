/** What a reader's browser sent with a form: text by name, the first where a name comes twice, with `\n` as line break. */
export type PostedForm = ReadonlyMap<string, string>;

// eslint-disable-next-line no-control-regex -- no browser lets anybody type it, and HTML has no way to show it again
const nul = /\u0000/g;

function mapOf(entries: Iterable<[string, unknown]>): PostedForm {
  const form = new Map<string, string>();
  for (const [name, value] of entries) {
    // Files are no part of any form of this site.
    if (typeof value === 'string' && !form.has(name))
      form.set(name, value.toWellFormed().replace(nul, '').replace(/\r\n?/g, '\n'));
  }
  return form;
}

const kindOf = (contentType: string): string => (contentType.split(';')[0] ?? '').trim().toLowerCase();

/**
 * Reads a form as browsers send it (https://url.spec.whatwg.org/#urlencoded-parsing, RFC 7578), always as UTF-8 whatever it calls
 * itself: broken escapes and bytes stay as they are or become U+FFFD. Null for anything that is no form.
 */
export async function postedForm(body: Buffer, contentType: string): Promise<PostedForm | null> {
  const kind = kindOf(contentType);
  if (kind === 'application/x-www-form-urlencoded') return mapOf(new URLSearchParams(body.toString('utf8')));
  if (kind !== 'multipart/form-data') return null;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => null);
  return form && mapOf(form);
}

export const textOf = (form: PostedForm, name: string): string => form.get(name) ?? '';

/** Whether a tick box was ticked: browsers leave out those that are not. */
export const isTicked = (form: PostedForm, name: string): boolean => form.has(name);
