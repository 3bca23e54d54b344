import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { representations } from './representation';

describe('representations', () => {
  it('are made once for each coding, each with a tag of its own', async () => {
    const body = Buffer.from('<p>kind words</p>'.repeat(300));
    const [plain, br, gz] = await representations(body, 'text/html; charset=utf-8');
    expect([plain?.coding, br?.coding, gz?.coding]).toEqual(['identity', 'br', 'gzip']);
    expect(brotliDecompressSync(br?.body ?? '')).toEqual(body);
    expect(gunzipSync(gz?.body ?? '')).toEqual(body);
    expect(new Set([plain?.etag, br?.etag, gz?.etag]).size).toBe(3);
  });

  it('are one where compressing saves nothing', async () => {
    expect(await representations(Buffer.from('short'), 'text/html')).toHaveLength(1);
    expect(await representations(Buffer.alloc(5000), 'image/png')).toHaveLength(1);
  });

  it('have the same tag for the same words', async () => {
    const tags = await Promise.all(
      [1, 2].map(async () => (await representations(Buffer.from('words'), 'text/html'))[0]?.etag),
    );
    expect(tags[0]).toBe(tags[1]);
  });
});
