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
import { namesEtag } from '#server/http/negotiation';
import { sendPlainText } from '#server/http/plain-page';
import { type MediaFile, mediaFile } from '#server/media/name';
import { site } from '#server/site';

function describe(event: H3Event, { name, type, download }: MediaFile): void {
  setResponseHeaders(event, {
    'content-type': type,
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    // Feed readers on the web show a post's pictures on pages of their own.
    'cross-origin-resource-policy': 'cross-origin',
    etag: `"${name}"`,
    ...(download ? { 'content-disposition': 'attachment' } : {}),
  });
}

async function send(event: H3Event, path: string, bytes: number): Promise<void> {
  const file = await open(path);
  event.node.res.setHeader('content-length', bytes);
  event.node.res.writeHead(200);
  // A reader who leaves half-way is no error of ours.
  await pipeline(file.createReadStream(), event.node.res).catch(() => {
    event.node.res.destroy();
  });
}

/** GET /media/<file>: what Strapi made of an upload, for a year; 404 for any other name, 503 while it can't be fetched. */
export default defineEventHandler(async (event) => {
  const file = mediaFile(getRouterParam(event, 'file') ?? '');
  if (!file) return sendPlainText(event, 404);
  const { media } = site();
  const copy = await media.find(file.name);
  if (copy === 'missing') return sendPlainText(event, 404);
  if (copy === 'away') return sendPlainText(event, 503);
  describe(event, file);
  if (namesEtag(getRequestHeader(event, 'if-none-match'), `"${file.name}"`)) {
    setResponseStatus(event, 304);
    return null;
  }
  if (event.method === 'HEAD') {
    event.node.res.setHeader('content-length', copy.bytes);
    event.node.res.end();
    return;
  }
  await send(event, copy.path, copy.bytes).catch(() => {
    media.forget(file.name);
    return sendPlainText(event, 503);
  });
});
