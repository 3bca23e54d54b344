import { open } from 'node:fs/promises';
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

async function sendFile({ node: { res } }: H3Event, path: string, bytes: number): Promise<void> {
  const file = await open(path);
  res.setHeader('content-length', bytes);
  res.writeHead(200);
  // A client that disconnects half-way is no error.
  await pipeline(file.createReadStream(), res).catch(() => {
    res.destroy();
  });
}

/**
 * GET /media/:file -> 200, cacheable for a year; 404 for any name that Strapi would not give; 503 while it can't be
 * fetched.
 */
export default defineEventHandler(async (event) => {
  const file = mediaFile(getRouterParam(event, 'file') ?? '');
  if (!file) return sendPlainText(event, 404);
  const { media } = site();
  const cached = await media.get(file.name);
  if (cached === 'not-found') return sendPlainText(event, 404);
  if (cached === 'unavailable') return sendPlainText(event, 503);
  setHeaders(event, file);
  if (matchesEtag(getRequestHeader(event, 'if-none-match'), `"${file.name}"`)) {
    setResponseStatus(event, 304);
    return null;
  }
  if (event.method === 'HEAD') {
    event.node.res.setHeader('content-length', cached.bytes);
    event.node.res.end();
    return;
  }
  await sendFile(event, cached.path, cached.bytes).catch(() => {
    media.drop(file.name);
    return sendPlainText(event, 503);
  });
});
