import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AdminClient, paragraphs, type Upload } from '../support/admin-client.ts';
import { freePort } from '../support/free-port.ts';
import { rawGet } from '../support/raw-get.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';
import { type RunningWeb, startWeb, type WebOptions } from '../support/start-web.ts';

/** A plain grey PNG: https://www.w3.org/TR/png-3/ */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Buffer.alloc(height * (width + 1), 0x99);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

let cms: RunningCms;
let site: RunningWeb;
let options: WebOptions;
let admin: AdminClient;
let file: string;

beforeAll(async () => {
  cms = await startCms();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-web-'));
  options = {
    cmsUrl: cms.url,
    webToken: cms.webToken,
    webhookSecret: cms.webhookSecret,
    dataDir,
    port: await freePort(),
  };
  site = await startWeb(options);
  admin = await AdminClient.signIn(cms.url, cms.logins.counsellor);
  file = path.basename((await admin.upload('A quiet room.png', 'image/png', png(640, 400))).url);
});
afterAll(async () => {
  await site.stop();
  await cms.stop();
  rmSync(options.dataDir ?? '', { recursive: true, force: true });
});

/** Sends a request and is gone before, or as soon as, the response begins. */
const abandon = (name: string, afterMs: number | null): Promise<void> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(site.url);
    const socket = connect(Number(port), hostname, () => {
      socket.write(`GET /media/${name} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
      if (afterMs !== null) setTimeout(() => socket.destroy(), afterMs);
    });
    socket.once('data', () => socket.destroy());
    socket.on('error', () => undefined).once('close', () => resolve());
  });

describe('a picture whose reader has gone', () => {
  it('is closed on the site, and is no problem in its log', async () => {
    expect((await fetch(`${site.url}/media/${file}`)).status).toBe(200);
    const linesBefore = site.output().length;
    for (const afterMs of [0, 1, 2, 4, null])
      await Promise.all(Array.from({ length: 30 }, () => abandon(file, afterMs)));
    // Where there is no /proc, the log alone tells: Node warns when it finds a file that was left open.
    const openFiles = (): string[] =>
      existsSync(`/proc/${site.pid}/fd`)
        ? readdirSync(`/proc/${site.pid}/fd`).flatMap((fd) => {
            const target = readlinkSync(`/proc/${site.pid}/fd/${fd}`, { encoding: 'utf8' });
            return target.endsWith(file) ? target : [];
          })
        : [];
    await expect.poll(openFiles, { timeout: 10_000 }).toEqual([]);
    expect((await fetch(`${site.url}/media/${file}`)).status).toBe(200);
    expect(site.output().slice(linesBefore)).not.toMatch(/problem|warn/i);
  });
});

describe('a picture', () => {
  it('is served with its own type and may be cached for a year', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => rawGet(`${site.url}/media/${file}`)));
    const there = await rawGet(`${cms.url}/uploads/${file}`);
    for (const { status, headers, body } of answers) {
      expect(status).toBe(200);
      expect(body.equals(there.body)).toBe(true);
      expect(headers).toMatchObject({
        'content-type': 'image/png',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-length': String(body.length),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'cross-origin',
      });
    }
    const tag = String(answers[0]?.headers.etag);
    expect((await rawGet(`${site.url}/media/${file}`, { 'if-none-match': tag })).status).toBe(304);
    const head = await rawGet(`${site.url}/media/${file}`, {}, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([
      200,
      String(there.body.length),
      0,
    ]);
  });

  it.each(['none_0123456789.png', 'x.svg', 'x_0123456789.html', '..%2fquiet-room.db', 'logins.txt'])(
    'is not %s',
    async (name) => {
      const { status, headers, body } = await rawGet(site.url, {}, 'GET', `/media/${name}`);
      expect([400, 404]).toContain(status);
      expect(headers['cache-control']).toBe('no-store');
      expect(body.length).toBeLessThan(1000);
    },
  );
});

/** The names of a picture in every size. */
const namesOf = ({ url, formats }: Upload): string[] =>
  [url, ...Object.values(formats ?? {}).map((format) => format.url)].map((at) => path.basename(at));

const copiesOf = ({ hash }: Upload, { dataDir }: RunningWeb): string[] =>
  readdirSync(path.join(dataDir, 'media-cache')).filter((name) => name.includes(hash));

const statuses = (names: readonly string[], { url }: RunningWeb): Promise<number[]> =>
  Promise.all(names.map(async (name) => (await rawGet(`${url}/media/${name}`)).status));

describe('a picture that was deleted in the CMS', () => {
  const upload = (name: string) => admin.upload(name, 'image/png', png(640, 400));

  it('is gone within seconds in every size, from the disk too, in every process of the site', async () => {
    // Only the first process is told by the webhook.
    const other = await startWeb({
      ...options,
      dataDir: mkdtempSync(path.join(tmpdir(), 'quiet-room-web-')),
      port: await freePort(),
    });
    const picture = await upload('Lighthouse.png');
    const names = namesOf(picture);
    expect(names.length).toBeGreaterThan(2);
    for (const web of [site, other]) {
      expect(await statuses(names, web)).toEqual(names.map(() => 200));
      expect(copiesOf(picture, web)).toHaveLength(names.length);
    }
    await admin.deleteUploads([picture.id]);
    for (const web of [site, other]) {
      await vi.waitFor(async () => {
        expect(await statuses(names, web)).toEqual(names.map(() => 404));
        expect(copiesOf(picture, web)).toEqual([]);
      }, 20_000);
    }
    const { headers } = await rawGet(`${site.url}/media/${names[0]}`);
    expect(headers['cache-control']).toBe('no-store');
    await other.stop();
    rmSync(other.dataDir, { recursive: true, force: true });
  });

  it('leaves the pages whole that showed it: in the text, above it and in lists', async () => {
    const [inText, above] = [await upload('Harbour.png'), await upload('Green door.png')];
    const body = [
      ...paragraphs('Before the picture.'),
      { type: 'image', image: inText, children: [{ type: 'text', text: '' }] },
      ...paragraphs('After the picture.'),
    ];
    await admin.publishPost({ title: 'A walk', slug: 'a-walk', body: body as never, cover: above.id });
    const pages = ['/blog/a-walk', '/blog', '/feed.xml'];
    const read = async () =>
      (await Promise.all(pages.map(async (page) => (await rawGet(site.url + page)).body.toString()))).join('');
    await vi.waitFor(async () => {
      const html = await read();
      for (const { hash } of [inText, above]) expect(html).toContain(hash);
    }, 20_000);
    // Their records go past the CMS, which would refuse it.
    const database = new DatabaseSync(path.join(cms.dataDir, 'quiet-room.db'), { timeout: 5_000 });
    database.prepare('delete from files where id in (?, ?)').run(inText.id, above.id);
    database.close();
    await vi.waitFor(async () => {
      const html = await read();
      for (const { hash } of [inText, above]) expect(html).not.toContain(hash);
      expect(html).not.toContain('A picture for a test');
      expect(html).toContain('Before the picture.');
      expect(html).toContain('After the picture.');
    }, 20_000);
  });

  it('is gone after a restart, also when the site was down while it was deleted', async () => {
    const picture = await upload('Tide.png');
    const names = namesOf(picture);
    expect(await statuses(names, site)).toEqual(names.map(() => 200));
    await site.stop();
    await admin.deleteUploads([picture.id]);
    site = await startWeb(options);
    expect(await statuses(names, site)).toEqual(names.map(() => 404));
    expect(copiesOf(picture, site)).toEqual([]);
    await site.stop();
    site = await startWeb(options);
    expect(await statuses(names, site)).toEqual(names.map(() => 404));
  });
});

describe('a picture, while the CMS can’t be asked,', () => {
  it('is still served, also after a restart', async () => {
    cms.kill('SIGKILL');
    expect((await rawGet(`${site.url}/media/${file}`)).status).toBe(200);
    expect((await rawGet(`${site.url}/media/other_0123456789.png`)).status).toBe(503);
    await site.stop();
    site = await startWeb(options);
    expect((await rawGet(`${site.url}/media/${file}`)).status).toBe(200);
  });
});
