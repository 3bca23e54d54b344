import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawGet } from '../support/raw-get.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { type RunningWeb, startWeb } from '../support/start-web.ts';

let stack: Stack;
let alone: RunningWeb;
let secure: RunningWeb;

beforeAll(async () => {
  stack = await startStack();
  const { url: cmsUrl, webToken, webhookSecret } = stack.cms;
  alone = await startWeb({ cmsUrl: 'http://127.0.0.1:9', webToken, webhookSecret });
  secure = await startWeb({ cmsUrl, webToken, webhookSecret, env: { SITE_URL: 'https://quiet-room.example' } });
});
afterAll(async () => {
  await alone.stop();
  await secure.stop();
  await stack.stop();
});

/** The style sheet of the first screen, as far as a page has it; undefined in what is no page. */
const stylesIn = (page: string): string | undefined => /^<!DOCTYPE html>.*?<style>(.*?)<\/style>/s.exec(page)?.[1];
const hashOf = (text: string) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`;
/** The whole policy, so that no part of it can go unnoticed, of a page or of anything else. */
const policyOf = (body: Buffer): string => {
  const styles = stylesIn(body.toString());
  return (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'" +
    (styles === undefined ? '' : hashOf(styles)) +
    "; img-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  );
};
const expected: Record<string, RegExp> = {
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'cross-origin-resource-policy': /^same-origin$/,
};

/** `body` is that of the page, also where the answer has none. */
function expectSafe(headers: Record<string, string | string[] | undefined>, body: Buffer = Buffer.alloc(0)): void {
  for (const [name, value] of Object.entries(expected)) expect(String(headers[name]), name).toMatch(value);
  expect(headers['content-security-policy']).toBe(policyOf(body));
  // A browser that is told to isolate a page starts another process for it, and shows it later.
  expect(headers['cross-origin-opener-policy']).toBeUndefined();
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers.server).toBeUndefined();
  expect(headers['set-cookie']).toBeUndefined();
}

const asset = async () =>
  /\/_styles\/[\w.-]+\.css/.exec((await rawGet(`${stack.site.url}/`)).body.toString())?.[0] ?? '/_styles/none.css';

describe('security headers', () => {
  it.each([
    ['a page', 'GET', '/', 200],
    ['a page, HEAD', 'HEAD', '/blog', 200],
    ['help', 'GET', '/help-now', 200],
    ['a feed', 'GET', '/feed.xml', 200],
    ['robots.txt', 'GET', '/robots.txt', 200],
    ['an icon', 'GET', '/favicon.svg', 200],
    ['a trailing slash', 'GET', '/blog/', 301],
    ['a doubled slash', 'GET', '/blog//x', 301],
    ['a broken escape', 'GET', '/%ff', 301],
    ['a path traversal', 'GET', '/../etc/passwd', 404],
    ['a target that is no path', 'OPTIONS', '*', 400],
    ['a page that does not exist', 'GET', '/nothing/here', 404],
    ['an internal URL', 'GET', '/__nuxt_error', 404],
    ['an upload of a type that is not served', 'GET', '/media/x.svg', 404],
    ['a file that does not exist', 'GET', '/_nuxt/none.css', 404],
    ['a method', 'POST', '/', 405],
    ['TRACE', 'TRACE', '/', 405],
    ['OPTIONS', 'OPTIONS', '/blog', 405],
    ['a webhook that is read', 'GET', '/webhooks/content-changed', 405],
    ['a webhook without its secret', 'POST', '/webhooks/content-changed', 401],
    ['a URL that is too long', 'GET', `/${'x'.repeat(3000)}`, 414],
  ])('are on %s', async (_, method, place, status) => {
    const answer = await rawGet(stack.site.url, {}, method, place);
    expect(answer.status).toBe(status);
    expectSafe(answer.headers, method === 'HEAD' ? (await rawGet(stack.site.url + place)).body : answer.body);
    expect(answer.body.toString()).not.toMatch(/node_modules|\bat \w+ \(|stack/);
  });

  it('are on an immutable style sheet, on 304 and on 503', async () => {
    const file = await rawGet(stack.site.url + (await asset()), { 'accept-encoding': 'br' });
    expect([file.status, file.headers['content-encoding']]).toEqual([200, 'br']);
    expect(file.headers['cache-control']).toMatch(/max-age=31536000, immutable/);
    expectSafe(file.headers);
    const page = await rawGet(`${stack.site.url}/`);
    const known = await rawGet(`${stack.site.url}/`, { 'if-none-match': String(page.headers.etag) });
    expect(known.status).toBe(304);
    // A browser takes them over into its copy of the page.
    expectSafe(known.headers, page.body);
    const away = await rawGet(`${alone.url}/`);
    expect([away.status, away.headers['cache-control']]).toEqual([503, 'no-store']);
    expectSafe(away.headers, away.body);
  });

  it.each([
    ['the home page', '/'],
    ['a list', '/blog'],
    ['a post with a picture', '/blog/when-the-night-is-loud'],
    ['a post without one', '/blog/practising-a-small-no'],
    ['help', '/help-now'],
    ['a form', '/workshops/self-kindness-for-therapists/register'],
    ['a page that does not exist', '/blog/nothing-here'],
  ])(
    'are on %s, whose one style sheet has what it needs, whose rest comes once, in the body, and whose fonts come last',
    async (_, place) => {
      const answer = await rawGet(stack.site.url + place);
      expectSafe(answer.headers, answer.body);
      const page = answer.body.toString();
      const [head, body] = page.split('</head>');
      expect(page.match(/<style/g)).toHaveLength(1);
      const styles = stylesIn(page) ?? '';
      expect(styles).not.toContain('/_fonts/');
      expect([styles.includes('.safety-bar'), styles.includes('.hero'), styles.includes('.input')]).toEqual([
        true,
        page.includes('class="hero'),
        page.includes('class="input'),
      ]);
      expect(head).not.toMatch(/rel="?(stylesheet|preload)/);
      expect(body?.match(/<link rel="stylesheet"/g)).toHaveLength(1);
      const rest = await rawGet(stack.site.url + (/\/_styles\/[\w.-]+\.css/.exec(body ?? '')?.[0] ?? '/none'));
      expect(rest.status).toBe(200);
      expect(rest.body.toString()).toContain('/_fonts/');
    },
  );

  it('name the methods that a URL allows', async () => {
    const answer = await rawGet(`${stack.site.url}/`, {}, 'DELETE');
    expect(answer.headers.allow).toBe('GET, HEAD');
  });

  it('come with error pages, never with JSON that says what went wrong inside', async () => {
    for (const place of ['/nothing', '/media/x', '/webhooks/content-changed']) {
      const answer = await rawGet(stack.site.url + place, { accept: 'application/json' });
      expect(String(answer.headers['content-type'])).not.toContain('json');
    }
  });

  it('are on the answer to something that is no request', async () => {
    const { port } = new URL(stack.site.url);
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      let said = '';
      socket.on('data', (part) => {
        said += part.toString();
      });
      socket.once('end', () => resolve(said));
      socket.once('error', reject);
    });
    const [line, ...headers] = text.trim().split('\r\n');
    expect(line).toBe('HTTP/1.1 400 Bad Request');
    expectSafe(
      Object.fromEntries(
        headers.map((header) => [
          header.slice(0, header.indexOf(':')).toLowerCase(),
          header.slice(header.indexOf(':') + 2),
        ]),
      ),
    );
  });

  it('hold browsers to https when the site is https', async () => {
    const plain = await rawGet(`${stack.site.url}/`);
    expect(plain.headers['strict-transport-security']).toBeUndefined();
    const answer = await rawGet(`${secure.url}/`);
    expect(answer.headers['strict-transport-security']).toBe('max-age=63072000');
    expect(answer.headers['content-security-policy']).toBe(`${policyOf(answer.body)}; upgrade-insecure-requests`);
    expect(answer.body.toString()).toContain('https://quiet-room.example/');
  });
});
