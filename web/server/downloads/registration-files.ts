import { type H3Event, sendRedirect, setResponseHeader, setResponseHeaders } from 'h3';
import { registrationToken } from 'shared';
import type { Cms } from '#server/cms/client';
import type { CmsResult } from '#server/cms/commands';
import { cmsError } from '#server/cms/errors';
import { seeOther } from '#server/forms/define-form';
import type { FormServices } from '#server/forms/form-services';

/** A file for one participant, a redirect, or the status of the refusal. `retryAfter` in seconds (429). */
export type RegistrationFile =
  { bytes: Buffer } | ReturnType<typeof seeOther> | { refused: 404 | 429 | 503; retryAfter?: number };

interface FileRequest<Command extends keyof Cms> {
  /** The secret of the private link. */
  token: string;
  cms: Pick<Cms, Command>;
  forms: Pick<FormServices, 'consume'>;
}

const toRefusal = ({ status, retryAfter }: Extract<CmsResult<unknown>, { ok: false }>): RegistrationFile => {
  if (status === 429) return { refused: 429, retryAfter };
  return { refused: status === 503 ? 503 : 404 };
};

/** Refuses links that cannot be valid, and networks that fetch more files than anybody needs: each is made anew. */
function refuse({ token, forms }: Omit<FileRequest<never>, 'cms'>): RegistrationFile | null {
  if (!registrationToken.safeParse(token).success) return { refused: 404 };
  const retryAfter = forms.consume('other');
  return retryAfter > 0 ? { refused: 429, retryAfter } : null;
}

/**
 * Returns the sessions of a participant's workshop as an iCalendar file. Without a seat, redirects to the private page.
 */
export async function registrationCalendar(request: FileRequest<'registrationCalendar'>): Promise<RegistrationFile> {
  const refusal = refuse(request);
  if (refusal) return refusal;
  const result = await request.cms.registrationCalendar(request.token);
  if (result.ok) return { bytes: Buffer.from(result.data.ics, 'utf8') };
  return result.status === 409 ? seeOther(`/your-place/${request.token}`) : toRefusal(result);
}

/**
 * Returns the certificate of attendance as a PDF. Where its typeface lacks letters of the name, redirects to the field
 * for the name.
 */
export async function registrationCertificate(
  request: FileRequest<'registrationCertificate'>,
): Promise<RegistrationFile> {
  const refusal = refuse(request);
  if (refusal) return refusal;
  const result = await request.cms.registrationCertificate(request.token);
  if (result.ok) return { bytes: Buffer.from(result.data.pdf, 'base64') };
  if (result.status === 422) return seeOther(`/your-place/${request.token}?certificate=unprintable`);
  return result.status === 409 ? seeOther(`/your-place/${request.token}?certificate=none`) : toRefusal(result);
}

/**
 * Sends a participant's file as a download with a neutral name. The request pipeline adds the headers that keep it out
 * of every cache.
 * @throws 404, 429 and 503 as pages do
 */
export async function sendRegistrationFile(
  event: H3Event,
  file: RegistrationFile,
  { type, name }: { type: string; name: string },
): Promise<Buffer | void> {
  if ('to' in file) return sendRedirect(event, file.to, file.status);
  if ('refused' in file) {
    if (file.retryAfter !== undefined) setResponseHeader(event, 'retry-after', file.retryAfter);
    throw cmsError(file.refused);
  }
  setResponseHeaders(event, { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` });
  return file.bytes;
}
