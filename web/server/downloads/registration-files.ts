import { registrationToken } from 'shared';
import { seeOther } from '#server/forms/define-form';
import { type FileRequest, type PrivateFile, refuse, toRefusal } from './private-file';

/**
 * Returns the sessions of a participant's workshop as an iCalendar file. Without a seat, redirects to the private page.
 */
export async function registrationCalendar(request: FileRequest<'registrationCalendar'>): Promise<PrivateFile> {
  const refusal = refuse(request, registrationToken);
  if (refusal) return refusal;
  const result = await request.cms.registrationCalendar(request.token);
  if (result.ok) return { bytes: Buffer.from(result.data.ics, 'utf8') };
  return result.status === 409 ? seeOther(`/your-place/${request.token}`) : toRefusal(result);
}

/**
 * Returns the certificate of attendance as a PDF. Where its typeface lacks letters of the name, redirects to the field
 * for the name.
 */
export async function registrationCertificate(request: FileRequest<'registrationCertificate'>): Promise<PrivateFile> {
  const refusal = refuse(request, registrationToken);
  if (refusal) return refusal;
  const result = await request.cms.registrationCertificate(request.token);
  if (result.ok) return { bytes: Buffer.from(result.data.pdf, 'base64') };
  if (result.status === 422) return seeOther(`/your-place/${request.token}?certificate=unprintable`);
  return result.status === 409 ? seeOther(`/your-place/${request.token}?certificate=none`) : toRefusal(result);
}
