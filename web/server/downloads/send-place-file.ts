import { type H3Event, sendRedirect, setResponseHeader, setResponseHeaders } from 'h3';
import { cmsError } from '#server/cms/errors';
import type { PlaceFile } from './registration-files';

/**
 * Sends a participant's file to be saved under a name that tells nothing. Nobody keeps it: the door says so on every answer of its
 * address. Throws 404, 429 and 503 as pages do.
 */
export async function sendPlaceFile(
  event: H3Event,
  file: PlaceFile,
  { type, name }: { type: string; name: string },
): Promise<Buffer | void> {
  if ('to' in file) return sendRedirect(event, file.to, file.status);
  if ('refused' in file) {
    if (file.wait !== undefined) setResponseHeader(event, 'retry-after', file.wait);
    throw cmsError(file.refused);
  }
  setResponseHeaders(event, { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` });
  return file.bytes;
}
