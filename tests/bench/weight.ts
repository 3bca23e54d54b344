import type { Browser } from 'playwright-core';

export interface Weight {
  path: string;
  requests: number;
  /** Bytes over the wire (compressed bodies) by kind of file. */
  bytes: Record<'html' | 'css' | 'js' | 'fonts' | 'images', number>;
  /** html + css + js + fonts: the first view without photographs. */
  firstView: number;
}

const kinds: Record<string, keyof Weight['bytes']> = {
  document: 'html',
  stylesheet: 'css',
  script: 'js',
  font: 'fonts',
  image: 'images',
};

/** Opens a page in an empty browser on a phone and adds up what came over the wire until nothing more was asked for. */
export async function weigh(browser: Browser, site: string, path: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const bytes = { html: 0, css: 0, js: 0, fonts: 0, images: 0 };
  let requests = 0;
  const measured: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    requests += 1;
    measured.push(
      request.sizes().then((sizes) => {
        const kind = kinds[request.resourceType()];
        if (kind) bytes[kind] += sizes.responseBodySize;
      }),
    );
  });
  await page.goto(site + path, { waitUntil: 'networkidle' });
  await Promise.all(measured);
  await context.close();
  return { path, requests, bytes, firstView: bytes.html + bytes.css + bytes.js + bytes.fonts };
}
