import { placeToken } from 'shared';
import type { Cms } from '#server/cms/client';
import type { CmsResult } from '#server/cms/commands';
import { seeOther } from '#server/forms/define-form';
import type { FormServices } from '#server/forms/form-services';

/** A file for one participant, somewhere else to go, or the status that says why there is neither. `wait` in seconds (429). */
export type PlaceFile = { bytes: Buffer } | ReturnType<typeof seeOther> | { refused: 404 | 429 | 503; wait?: number };

const refused = ({ status, retryAfter }: Extract<CmsResult<unknown>, { ok: false }>): PlaceFile => {
  if (status === 429) return { refused: 429, wait: retryAfter };
  return { refused: status === 503 ? 503 : 404 };
};

interface FileParts<Act extends keyof Cms> {
  token: string;
  cms: Pick<Cms, Act>;
  forms: Pick<FormServices, 'consume'>;
}

/** Nobody fetches a file sixty times an hour, and each is made when it is asked for. */
function mayNot({ token, forms }: Omit<FileParts<never>, 'cms'>): PlaceFile | null {
  if (!placeToken.safeParse(token).success) return { refused: 404 };
  const wait = forms.consume('other');
  return wait > 0 ? { refused: 429, wait } : null;
}

/** The sessions of somebody's workshop as a file of iCalendar. Without a place there is none: their page says how it stands. */
export async function placeCalendar(parts: FileParts<'registrationCalendar'>): Promise<PlaceFile> {
  const no = mayNot(parts);
  if (no) return no;
  const sent = await parts.cms.registrationCalendar(parts.token);
  if (sent.ok) return { bytes: Buffer.from(sent.data.ics, 'utf8') };
  return sent.status === 409 ? seeOther(`/your-place/${parts.token}`) : refused(sent);
}

/** The certificate of attendance as PDF. Where the name can't be set in its type, the way leads to the field for the name. */
export async function placeCertificate(parts: FileParts<'registrationCertificate'>): Promise<PlaceFile> {
  const no = mayNot(parts);
  if (no) return no;
  const sent = await parts.cms.registrationCertificate(parts.token);
  if (sent.ok) return { bytes: Buffer.from(sent.data.pdf, 'base64') };
  if (sent.status === 422) return seeOther(`/your-place/${parts.token}?certificate=unprintable`);
  return sent.status === 409 ? seeOther(`/your-place/${parts.token}?certificate=none`) : refused(sent);
}
