import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import {
  defineEventHandler,
  getRequestHeader,
  getRouterParam,
  type H3Event,
  setResponseHeaders,
  setResponseStatus,
} from 'h3';
import { sendPlainText } from '#server/http/plain-page';
import { matchesEtag } from '#server/http/representation';
import { type MediaFile, mediaFile } from '#server/media/media-cache';
import { site } from '#server/site';

function setHeaders(event: H3Event, { name, contentType, isDownload }: MediaFile): void {
  setResponseHeaders(event, {
    'content-type': contentType,
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    // Feed readers on the web show a post's pictures on pages of their own.
    'cross-origin-resource-policy': 'cross-origin',
    etag: `"${name}"`,
    ...(isDownload ? { 'content-disposition': 'attachment' } : {}),
  });
}

async function sendFile({ node: { res } }: H3Event, file: FileHandle, bytes: number): Promise<void> {
  res.setHeader('content-length', bytes);
  res.writeHead(200);
  // A client that disconnects half-way is no error.
  await pipeline(file.createReadStream({ autoClose: false }), res).catch(() => {
    res.destroy();
  });
}

/** Returns the file, fetched once more if somebody has deleted the copy that is listed. */
async function openFile(name: string): Promise<{ handle: FileHandle; bytes: number } | 'not-found' | 'unavailable'> {
  const { media } = site();
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const cached = await media.get(name);
    if (typeof cached === 'string') return cached;
    const handle = await open(cached.path).catch(() => undefined);
    if (handle) return { handle, bytes: cached.bytes };
    media.drop(name);
  }
  return 'unavailable';
}

/**
 * GET /media/:file -> 200, cacheable for a year; 404 for any name that Strapi would not give, and for a deleted upload;
 * 503 while it can't be fetched.
 */
export default defineEventHandler(async (event) => {
  const file = mediaFile(getRouterParam(event, 'file') ?? '');
  if (!file) return sendPlainText(event, 404);
  const opened = await openFile(file.name);
  if (opened === 'not-found') return sendPlainText(event, 404);
  if (opened === 'unavailable') return sendPlainText(event, 503);
  const { handle, bytes } = opened;
  try {
    setHeaders(event, file);
    if (matchesEtag(getRequestHeader(event, 'if-none-match'), `"${file.name}"`)) {
      setResponseStatus(event, 304);
      return null;
    }
    await sendFile(event, handle, bytes);
    return undefined;
  } finally {
    // A stream of a client that was gone before the first byte leaves it open.
    await handle.close();
  }
});
