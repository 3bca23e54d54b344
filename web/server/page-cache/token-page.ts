import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { findPlaceholder, type TokenForm } from '#server/forms/form-token';

/** A page with a form: each reader gets it with a form token of their own, so it has no entity tag. */
export interface TokenPage {
  token: TokenForm;
  /** What comes before and after the token. */
  before: Part;
  after: Part;
  /** Without its coding and length. */
  headers: readonly string[];
}

interface Part {
  plain: Buffer;
  deflated: Buffer;
}

/** As of other pages in gzip. */
const level = 7;
/** Names the format, and neither file, time nor system: https://www.rfc-editor.org/rfc/rfc1952#section-2.3 */
const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** Returns a page around the placeholder of its form token; undefined if it has none. */
export function tokenPage(page: Buffer, headers: readonly string[]): TokenPage | undefined {
  const found = findPlaceholder(page);
  if (!found) return undefined;
  const [before, after] = [page.subarray(0, found.at), page.subarray(found.end)];
  return {
    token: found.form,
    // Ends at a whole byte, so that other blocks can follow.
    before: { plain: before, deflated: deflateRawSync(before, { level, finishFlush: constants.Z_FULL_FLUSH }) },
    after: { plain: after, deflated: deflateRawSync(after, { level }) },
    headers,
  };
}

/**
 * Returns a page in gzip with a token in its middle. Only the token is new, as a block that is not compressed.
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-3.2.4
 */
function gzipWith({ before, after }: TokenPage, token: Buffer): Buffer {
  const block = Buffer.alloc(5);
  block.writeUInt16LE(token.length, 1);
  block.writeUInt16LE(0xffff - token.length, 3);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(after.plain, crc32(token, crc32(before.plain))), 0);
  trailer.writeUInt32LE(before.plain.length + token.length + after.plain.length, 4);
  return Buffer.concat([gzipHeader, before.deflated, block, token, after.deflated, trailer]);
}

/** Sends a page with a token, in gzip where the client takes it. */
export function sendWithToken(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  { page, token, takesGzip }: { page: TokenPage; token: Buffer; takesGzip: boolean },
): void {
  const body = takesGzip ? gzipWith(page, token) : Buffer.concat([page.before.plain, token, page.after.plain]);
  const coding = takesGzip ? ['content-encoding', 'gzip'] : [];
  res.writeHead(status, [...page.headers, ...coding, 'content-length', String(body.length)]);
  res.end(req.method === 'HEAD' ? undefined : body);
}
