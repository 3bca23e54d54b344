import { readdirSync, readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import path from 'node:path';
import { parse } from 'acorn';
import { ownFolders, ownPaths } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { top } from '../support/cms-settings.ts';
import { type RawAnswer, rawGet } from '../support/raw-get.ts';
import { type Stack, startStack } from '../support/stack.ts';

/**
 * Every route of the built site, and the status of its response to GET and POST from outside. A new line is a new way
 * into the site: ask who needs it.
 */
const routes: Record<string, { get: number; post: number }> = {
  '/**': { get: 200, post: 405 },
  '/_health': { get: 204, post: 405 },
  '/_ready': { get: 200, post: 405 },
  '/_ready.txt': { get: 200, post: 405 },
  '/api/form-token': { get: 200, post: 405 },
  '/blog/:slug/comments.xml': { get: 404, post: 405 },
  '/blog/:slug/comments/:number': { get: 404, post: 405 },
  '/calendar/:file': { get: 404, post: 405 },
  '/.well-known/security.txt': { get: 200, post: 405 },
  '/feed.json': { get: 200, post: 405 },
  '/feed.xml': { get: 200, post: 405 },
  '/webhooks/content-changed': { get: 405, post: 401 },
  '/webhooks/purge-threads': { get: 405, post: 401 },
  '/media/:file': { get: 404, post: 405 },
  '/robots.txt': { get: 200, post: 405 },
  '/sitemap.xml': { get: 200, post: 405 },
  '/topics/:slug/feed.xml': { get: 200, post: 405 },
  '/workshops/:slug/calendar.ics': { get: 404, post: 405 },
  '/workshops/calendar.ics': { get: 200, post: 405 },
  '/workshops/feed.xml': { get: 200, post: 405 },
  '/your-call/:token/call.ics': { get: 404, post: 405 },
  '/your-place/:token/certificate.pdf': { get: 404, post: 405 },
  '/your-place/:token/workshop.ics': { get: 404, post: 405 },
  // What Nuxt and @nuxt/content add for themselves; not reachable from outside.
  '/__nuxt_content/info/query': { get: 404, post: 404 },
  '/__nuxt_content/info/sql_dump.txt': { get: 404, post: 404 },
  '/__nuxt_content/policies/query': { get: 404, post: 404 },
  '/__nuxt_content/policies/sql_dump.txt': { get: 404, post: 404 },
  '/__nuxt_error': { get: 404, post: 404 },
};

/** The pages of the site, as its router knows them. */
const pages = [
  '/',
  '/:slug',
  '/accessibility',
  '/blog',
  '/blog/:slug',
  '/blog/:slug/comment',
  '/blog/:slug/comment/thanks/:sealed',
  '/book',
  '/book/thanks/:sealed',
  '/certificates',
  '/certificates/:number',
  '/comment-policy',
  '/comments/:number/report',
  '/comments/:number/report/thanks/:sealed',
  '/contact',
  '/contact/:kind',
  '/contact/thanks/:sealed',
  '/decide/:token',
  '/facts',
  '/help-now',
  '/mail/confirm/:token',
  '/mail/unsubscribe/:token',
  '/privacy',
  '/topics/:slug',
  '/workshops',
  '/workshops/:slug',
  '/workshops/:slug/register',
  '/workshops/:slug/register/thanks/:sealed',
  '/your-call/:token',
  '/your-comment',
  '/your-comment/:token',
  '/your-message/:token',
  '/your-place/:token',
  '/your-place/confirm/:token',
];

const server = path.join(top, 'web/.output/server');

/** Nitro's own table of handlers, as it was built. */
function builtRoutes(): string[] {
  const code = readFileSync(path.join(server, 'chunks/nitro/nitro.mjs'), 'utf8');
  return [...code.matchAll(/\{ route: '([^']*)', handler: \w+, lazy: \w+, middleware: false/g)]
    .map(([, route]) => route ?? '')
    .sort();
}

let stack: Stack;
let topic: string;
beforeAll(async () => {
  stack = await startStack();
  topic = /\/topics\/([a-z0-9-]+)/.exec(await (await fetch(`${stack.site.url}/sitemap.xml`)).text())?.[1] ?? 'none';
});
afterAll(async () => {
  await stack.stop();
});

const targetOf = (route: string): string =>
  route.replace('/**', '/').replace(':slug', topic).replace(':file', 'anything.jpg').replace(':number', '999');
/** Status and headers, without what differs between any two responses. */
const shapeOf = ({ status, headers }: RawAnswer) => {
  return { status, headers: { ...headers, date: '', 'x-request-id': '', age: '' } };
};
const ask = async (method: string, target: string) =>
  (await rawGet(stack.site.url, { 'content-length': '0' }, method, target)).status;

describe('the routes of the site', () => {
  const targets: string[] = [];
  beforeAll(() => void targets.push(...Object.keys(routes).map(targetOf)));

  it('are exactly these', () => {
    expect(builtRoutes()).toEqual(Object.keys(routes).sort());
  });

  it.each(Object.entries(routes))('%s', async (route, { get, post }) => {
    const target = targetOf(route);
    expect({ get: await ask('GET', target), post: await ask('POST', target) }).toEqual({ get, post });
  });

  it('answer HEAD as they answer GET, without a body', async () => {
    for (const target of [...targets, ...pages.map(targetOf), '/favicon.svg', '/api/none', '/no/such/page', '/blog/']) {
      const [get, head] = [
        await rawGet(stack.site.url, {}, 'GET', target),
        await rawGet(stack.site.url, {}, 'HEAD', target),
      ];
      expect(shapeOf(head), target).toEqual(shapeOf(get));
      expect(head.body, target).toHaveLength(0);
    }
  });

  it('have a reason phrase that says nothing of the request', async () => {
    for (const target of [
      ...targets,
      '/api/none-of-your-secret',
      '/api/a%0d%0ab',
      '/media/none',
      '/blog/none/comments/x',
    ])
      for (const method of ['GET', 'POST']) {
        const { status, reason } = await rawGet(stack.site.url, { 'content-length': '0' }, method, target);
        expect(reason, `${method} ${target}`).toBe(STATUS_CODES[status]);
      }
  });

  it.each([
    '/_ipx/w_99999/x.jpg',
    '/__nuxt_island/x.json',
    '/__nuxt_devtools__/client',
    '/_content/x',
    '/api/_content/query',
    '/api/_mdc/highlight',
    '/__vite_ping',
    '/_nuxt/builds/latest.json',
    '/_nuxt/builds/meta/x.json',
    '/__nuxt_content/policies/query?q=1',
    '/%5F%5Fnuxt_error',
    '/__NUXT_ERROR',
    '/dev/components',
  ])('%s leads nowhere', async (target) => {
    expect([await ask('GET', target), await ask('POST', target)]).toEqual([404, expect.any(Number)]);
  });

  it.each([
    ['exit', 2015],
    ['main', 2020],
    ['zone', 2020],
  ] as const)('send the script "%s" in the syntax of %i, without lookbehind', async (name, ecmaVersion) => {
    const files = readdirSync(path.join(top, 'web/.output/public/_client'));
    const file = files.find((one) => one.startsWith(`${name}.`) && one.endsWith('.js')) ?? '';
    const code = readFileSync(path.join(top, 'web/.output/public/_client', file), 'utf8');
    expect(parse(code, { ecmaVersion }).body).toHaveLength(1);
    // Part of ES2018, but Safari up to 16.3 rejects the whole script for it.
    expect(code).not.toMatch(/\(\?<[=!]/);
  });

  it('serve no script but the client scripts', async () => {
    const files = readdirSync(path.join(top, 'web/.output/public/_nuxt'))
      .filter((name) => /\.(?:js|wasm)$/.test(name))
      .slice(0, 20);
    for (const name of files) expect(await ask('GET', `/_nuxt/${name}`), name).toBe(404);
    const [script] = readdirSync(path.join(top, 'web/.output/public/_client')).filter((name) => name.endsWith('.js'));
    const answer = await rawGet(`${stack.site.url}/_client/${script}`);
    expect([answer.status, answer.headers['cache-control']]).toEqual([
      200,
      expect.stringContaining('max-age=31536000'),
    ]);
  });

  it('are no old address of anything: those without a parameter, and the first parts of those that have no content', () => {
    const fixed = [...pages, ...Object.keys(routes)].filter(
      (route) => !/[:*]|^\/(?:_|webhooks|api|\.well-known)/.test(route),
    );
    expect([...ownPaths].sort()).toEqual([...fixed, '/favicon.ico'].sort());
    const folders = [...pages, ...Object.keys(routes)]
      .map((route) => route.split('/'))
      .filter((parts) => parts.length > 2);
    const ofContent = ['blog', 'topics', 'workshops'];
    const own = folders
      .map(([, folder = '']) => folder)
      .filter((one) => !ofContent.includes(one) && !one.startsWith('_'));
    expect([...ownFolders].sort()).toEqual([...new Set(own)].sort());
  });

  it('include these pages', () => {
    const code = readFileSync(path.join(server, 'chunks/virtual/entry.mjs'), 'utf8');
    const found = [...code.matchAll(/path: "([^"]*)",\s*(?:meta: [\s\S]*?,\s*)?component:/g)].map(([, page]) =>
      (page ?? '').replaceAll('()', ''),
    );
    expect(found.sort()).toEqual(pages);
  });
});

describe('files of the build', () => {
  it('may be cached for a year if their name has a hash, and for a day otherwise, also for HEAD', async () => {
    const home = (await rawGet(`${stack.site.url}/`)).body.toString();
    const hashed = [...home.matchAll(/(?:href|src)="(\/(?:_nuxt|_fonts|_client)\/[^"]+)"/g)].map(
      ([, target]) => target ?? '',
    );
    expect(hashed.length).toBeGreaterThan(1);
    for (const target of new Set(hashed)) {
      const answer = await rawGet(stack.site.url, {}, 'HEAD', target);
      expect([answer.status, answer.headers['cache-control'], answer.body.length], target).toEqual([
        200,
        expect.stringContaining('max-age=31536000'),
        0,
      ]);
      const known = await rawGet(stack.site.url, { 'if-none-match': String(answer.headers.etag) }, 'GET', target);
      expect(known.status, target).toBe(304);
    }
    expect((await rawGet(`${stack.site.url}/favicon.svg`)).headers['cache-control']).toBe('public, max-age=86400');
  });
});
