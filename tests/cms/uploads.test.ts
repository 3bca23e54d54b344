import { rmSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';

const drawing = (width = 1800, height = 1200) =>
  sharp({ create: { width, height, channels: 3, background: '#c8a26a' } });
const place = {
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 22/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '1/1 28/1 0/1' },
};
const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
const html = Buffer.from('<!doctype html><script>alert(document.domain)</script>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

describe('uploads', () => {
  let cms: CmsHere;
  let counsellor: SignedIn;
  beforeAll(async () => {
    cms = await startCmsHere();
    counsellor = await signIn(cms, cms.logins.counsellor);
  });
  afterAll(() => cms.stop());

  const send = (content: Buffer, filename: string, contentType: string) =>
    counsellor.post('/upload').attach('files', content, { filename, contentType });
  const fetchFile = (url: string) =>
    request(cms.strapi.server.httpServer)
      .get(url)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });

  it.each([
    ['morning.jpg', 'image/jpeg', 'jpeg'],
    ['morning.jpeg', 'image/jpeg', 'jpeg'],
    ['MORNING.PNG', 'image/png', 'png'],
    ['morning.webp', 'image/webp', 'webp'],
  ] as const)('%s is stored with the sizes that the site offers', async (name, type, format) => {
    const answer = await send(await drawing().toFormat(format).toBuffer(), name, type);
    expect(answer.status, answer.text).toBe(201);
    const [file] = answer.body;
    expect(file).toMatchObject({ mime: type, width: 1800, height: 1200 });
    expect(Object.keys(file.formats).sort()).toEqual(['large', 'medium', 'small', 'thumbnail', 'xlarge']);
  });

  it('a picture loses the place where it was taken, its hidden rest, and what is wider than 2400 pixels', async () => {
    const photograph = await drawing(3000, 2000).withExif(place).jpeg().toBuffer();
    expect((await sharp(photograph).metadata()).exif).toBeDefined();
    const answer = await send(Buffer.concat([photograph, html]), 'garden.jpg', 'image/jpeg');
    expect(answer.status, answer.text).toBe(201);
    const served = (await fetchFile(answer.body[0].url)).body as Buffer;
    expect(served.includes('<script>')).toBe(false);
    const stored = await sharp(served).metadata();
    expect(stored).toMatchObject({ width: 2400, height: 1600 });
    expect(stored.exif).toBeUndefined();
  });

  it('a picture is stored although somebody has deleted the folder since the start', async () => {
    rmSync(path.join(cms.dataDir, 'public'), { recursive: true });
    const answer = await send(await drawing().png().toBuffer(), 'again.png', 'image/png');
    expect(answer.status, answer.text).toBe(201);
    expect((await fetchFile(answer.body[0].url)).status).toBe(200);
  });

  it('a file is a download: it runs nothing, is never sniffed, and is kept for good', async () => {
    for (const [content, name, type] of [
      [await drawing().png().toBuffer(), 'a.png', 'image/png'],
      [pdf, 'a.pdf', 'application/pdf'],
    ] as const) {
      const stored = await send(content, name, type);
      expect(stored.status, stored.text).toBe(201);
      const served = await fetchFile(stored.body[0].url);
      expect(served.status).toBe(200);
      expect(served.headers).toMatchObject({
        'content-type': type,
        'content-security-policy': "default-src 'none'; sandbox",
        'content-disposition': 'attachment',
        'x-content-type-options': 'nosniff',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      const askedOddly = await fetchFile(String(stored.body[0].url).replace('/uploads/', '/%75ploads/'));
      if (askedOddly.status < 400)
        expect(askedOddly.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    }
  });

  it.each([
    ['HTML named .png', html, 'page.png', 'image/png'],
    ['HTML', html, 'page.html', 'text/html'],
    ['SVG', svg, 'drawing.svg', 'image/svg+xml'],
    ['SVG named .png', svg, 'drawing.png', 'image/png'],
    ['a GIF that is also a script', Buffer.from('GIF89a/*\0\0*/=1;alert(1)//;'), 'moving.gif', 'image/gif'],
    ['the same, named .jpg', Buffer.from('GIF89a/*\0\0*/=1;alert(1)//;'), 'moving.jpg', 'image/jpeg'],
    ['a PDF with a page before it', Buffer.concat([html, pdf]), 'paper.pdf', 'application/pdf'],
    ['half a PDF', pdf.subarray(0, 40), 'paper.pdf', 'application/pdf'],
    [
      'a PDF with something behind it',
      Buffer.concat([pdf, Buffer.from('PK\u0003\u0004 and a whole archive')]),
      'paper.pdf',
      'application/pdf',
    ],
    [
      'the beginning of a JPEG and then a page',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), html]),
      'half.jpg',
      'image/jpeg',
    ],
    ['nothing', Buffer.alloc(0), 'empty.png', 'image/png'],
  ])('%s is refused', async (_what, content, name, type) => {
    const answer = await send(content, name, type);
    expect(answer.status).toBe(400);
    expect(await cms.strapi.db.query('plugin::upload.file').count({ where: { name } })).toBe(0);
  });

  const refused = async (content: Buffer, name: string, type: string): Promise<string> => {
    const answer = await send(content, name, type);
    expect(answer.status).toBe(400);
    return (answer.body as { error: { message: string } }).error.message;
  };

  it('AVIF is refused, in words that say what to do instead', async () => {
    const answer = await send(await drawing(64, 64).avif().toBuffer(), 'new.avif', 'image/avif');
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toBe(
      '“new.avif” can’t be used: pictures must be JPEG, PNG or WebP, and documents PDF.',
    );
  });

  it('is taken by its bytes, whatever its name and its type say, and every size of it can be fetched', async () => {
    const [jpeg, png, webp] = await Promise.all(
      (['jpeg', 'png', 'webp'] as const).map((format) => drawing(600, 400).toFormat(format).toBuffer()),
    );
    const uploads: [Buffer | undefined, string, string, string][] = [
      [jpeg, '写真.jpg', 'image/jpeg', 'jpg'],
      [jpeg, 'תמונה.jpeg', 'image/jpg', 'jpg'],
      [png, '🙏🏽.png', 'image/png', 'png'],
      [jpeg, `${'a very long name '.repeat(14)}.jpg`, 'image/jpeg', 'jpg'],
      [jpeg, `${'長'.repeat(230)}.jpg`, 'image/jpeg', 'jpg'],
      [jpeg, 'saved by Windows.jfif', 'image/pjpeg', 'jpg'],
      [webp, 'from the web.jpg', 'image/jpeg', 'webp'],
      [jpeg, 'PHOTO.PNG', 'image/png', 'jpg'],
      [png, 'without an ending', 'application/octet-stream', 'png'],
      [jpeg, 'what? a "name": <1>|*.jpg', 'image/jpeg', 'jpg'],
      [pdf, 'fees.jpg', 'image/jpeg', 'pdf'],
      [png, 'page.html', 'text/html', 'png'],
      [png, '.png', 'image/png', 'png'],
      [jpeg, '\u202egnp.jpg', 'image/jpeg', 'jpg'],
    ];
    for (const [content = jpeg, name, type, ending] of uploads) {
      const answer = await counsellor
        .post('/upload')
        .field('fileInfo', JSON.stringify({ name, alternativeText: 'A lighthouse with a green door' }))
        .attach('files', content ?? Buffer.alloc(0), { filename: name, contentType: type });
      expect(answer.status, `${name}: ${answer.text}`).toBe(201);
      const { url, mime, formats } = answer.body[0] as { url: string; mime: string; formats: object | null };
      expect(mime).toBe({ jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', pdf: 'application/pdf' }[ending]);
      const sizes = Object.values(formats ?? {}).map((format: { url: string }) => format.url);
      expect(sizes).toHaveLength(ending === 'pdf' ? 0 : 2);
      for (const path of [url, ...sizes]) {
        // What the site passes on: a slug, ten hexadecimal digits, the extension.
        expect(path).toMatch(new RegExp(`^/uploads/[a-z0-9_]{1,80}_[0-9a-f]{10}\\.${ending}$`));
        expect((await fetchFile(path)).headers['content-type']).toBe(mime);
      }
    }
  });

  it('is refused with the way on when it cannot be shown', async () => {
    const frames = await sharp({
      create: { width: 8, height: 24, channels: 3, noise: { type: 'gaussian', mean: 99, sigma: 40 } } as never,
    })
      .raw()
      .toBuffer();
    const animation = sharp(frames, { raw: { width: 8, height: 24, channels: 3, pageHeight: 8 } });
    const jpeg = await drawing(600, 400).jpeg().toBuffer();
    const png = await drawing(64, 64).png().toBuffer();
    const chunk = Buffer.from('\0\0\0\u0008acTL\0\0\0\u0002\0\0\0\0');
    const apng = Buffer.concat([png.subarray(0, 33), chunk, Buffer.from([0x25, 0x77, 0xa0, 0xb4]), png.subarray(33)]);
    const heic = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic\0\0\0\u0008mdat', 'latin1');
    const still = /the site only shows still pictures/;
    const uploads: [Buffer, string, string, RegExp][] = [
      [heic, 'IMG_0012.HEIC', 'image/heic', /is a HEIC picture.*save it as JPEG.*iPhone.*Mac/],
      [heic, 'IMG_0012.jpg', 'image/jpeg', /is a HEIC picture/],
      [await animation.clone().gif().toBuffer(), 'moving.gif', 'image/gif', /is a GIF.*PNG or JPEG/],
      [
        await animation
          .clone()
          .webp({ loop: 0, delay: [90, 90, 90] })
          .toBuffer(),
        'moving.webp',
        'image/webp',
        still,
      ],
      [apng, 'moving.png', 'image/png', still],
      [svg, 'drawing.svg', 'image/svg+xml', /is an SVG drawing.*PNG/],
      [jpeg.subarray(0, jpeg.length / 2), 'half.jpg', 'image/jpeg', /is damaged or incomplete.*add that/],
    ];
    for (const [content, name, type, reason] of uploads) {
      const message = await refused(content, name, type);
      expect(message).toMatch(reason);
      expect(message).toContain(`“${name}” can’t be used: `);
    }
    expect(await refused(Buffer.alloc(0), 'empty.jpg', 'image/jpeg')).toMatch(
      /^This file is empty\. .*add it from there/,
    );
  });

  it('of 50 megapixels as phones take them is taken, and so are CMYK and a turned picture', async () => {
    const large = await sharp({ create: { width: 8192, height: 6144, channels: 3, background: '#c8a26a' } })
      .jpeg()
      .toBuffer();
    const cmyk = await drawing(600, 400).toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer();
    const turned = await drawing(600, 400).withExif(place).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    for (const [content, width, height] of [
      [large, 2400, 1800],
      [cmyk, 600, 400],
      [turned, 400, 600],
    ] as const) {
      const answer = await send(content, 'photo.jpg', 'image/jpeg');
      expect(answer.status, answer.text).toBe(201);
      expect(answer.body[0]).toMatchObject({ width, height });
      const { space, exif, orientation, ...stored } = await sharp(
        (await fetchFile(answer.body[0].url)).body as Buffer,
      ).metadata();
      expect([space, exif, orientation, stored.width]).toEqual(['srgb', undefined, undefined, width]);
    }
  });

  it('can be renamed to nothing that the library or the database could not store', async () => {
    const stored = await send(await drawing(64, 64).png().toBuffer(), 'door.png', 'image/png');
    const { id } = stored.body[0] as { id: number };
    const rename = (name: string) => counsellor.put(`/upload/files/${id}`).send({ fileInfo: { name } });
    expect((await rename(`${'a'.repeat(400)}.png`)).body.name).toBe(`${'a'.repeat(120)}.png`);
    expect((await rename('Green\ndoor')).body.name).toBe('Green door');
    expect((await rename('\u200b')).body.name).toBe('Green door');
  });

  it.each([
    ['another picture', () => drawing(200, 300).png().toBuffer()],
    ['something else', async () => html],
  ])('a picture can’t be changed under its old name into %s: readers keep it for a year', async (_what, content) => {
    const stored = await send(await drawing(300, 200).png().toBuffer(), 'kept.png', 'image/png');
    const { id, url } = stored.body[0] as { id: number; url: string };
    const before = (await fetchFile(url)).body as Buffer;
    const answer = await counsellor
      .post(`/upload?id=${id}`)
      .attach('files', await content(), { filename: 'kept.png', contentType: 'image/png' });
    expect(answer.status).toBe(400);
    expect(((await fetchFile(url)).body as Buffer).equals(before)).toBe(true);
  });

  it('more than 10 MB are refused', async () => {
    const answer = await send(Buffer.alloc(10 * 1024 * 1024 + 1, 0xff), 'large.jpg', 'image/jpeg');
    expect(answer.status).toBe(413);
    expect(answer.body.error.message).toContain('10 MB');
  });

  it('a small file that claims to be an enormous picture is refused', async () => {
    const enormous = await drawing(9000, 9000).png({ compressionLevel: 9 }).toBuffer();
    const answer = await send(enormous, 'enormous.png', 'image/png');
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('50 megapixels');
  });

  it('the server fetches nothing from addresses that it is given', async () => {
    const answer = await counsellor.post('/upload/actions/upload-from-urls').send({ urls: ['http://127.0.0.1:1/'] });
    expect(answer.status).toBe(403);
  });

  it('strangers can’t even send a file', async () => {
    for (const path of ['/upload', '/api/upload', '/admin/login', '/']) {
      const answer = await request(cms.strapi.server.httpServer).post(path).attach('files', html, 'page.html');
      expect([401, 403, 404, 405]).toContain(answer.status);
    }
  });
});
