import { type H3Event, sendRedirect, setResponseHeader, setResponseHeaders } from 'h3';
import type { z } from 'zod';
import type { Cms } from '#server/cms/client';
import type { CmsResult } from '#server/cms/commands';
import { cmsError } from '#server/cms/errors';
import type { seeOther } from '#server/forms/define-form';
import type { FormServices } from '#server/forms/form-services';

/** A file behind a private link, a redirect, or the status of the refusal. `retryAfter` in seconds (429). */
export type PrivateFile =
  { bytes: Buffer } | ReturnType<typeof seeOther> | { refused: 404 | 429 | 503; retryAfter?: number };

export interface FileRequest<Command extends keyof Cms> {
  /** The secret of the private link. */
  token: string;
  cms: Pick<Cms, Command>;
  forms: Pick<FormServices, 'consume'>;
}

/** Returns what a file request gets that the CMS refused. */
export const toRefusal = ({ status, retryAfter }: Extract<CmsResult<unknown>, { ok: false }>): PrivateFile => {
  if (status === 429) return { refused: 429, retryAfter };
  return { refused: status === 503 ? 503 : 404 };
};

/** Refuses links that cannot be valid, and networks that fetch more files than anybody needs: each is made anew. */
export function refuse({ token, forms }: Omit<FileRequest<never>, 'cms'>, schema: z.ZodType): PrivateFile | null {
  if (!schema.safeParse(token).success) return { refused: 404 };
  const retryAfter = forms.consume('other');
  return retryAfter > 0 ? { refused: 429, retryAfter } : null;
}

/**
 * Sends a file as a download with a neutral name. The request pipeline adds the headers that keep it out of every
 * cache.
 * @throws 404, 429 and 503 as pages do
 */
export async function sendPrivateFile(
  event: H3Event,
  file: PrivateFile,
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
