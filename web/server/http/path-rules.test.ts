import { readdirSync } from 'node:fs';
import { reservedPageSlugs } from 'shared';
import { describe, expect, it } from 'vitest';
import { pageRules } from '#page-rules';
import { isFormPage } from '#server/forms/form-pages';
import { allowedMethods, formAt, isDynamic, isInternal, isSameForAll, privateHeaders } from './path-rules';

const read = ['GET', 'HEAD'];
const readAndPost = ['GET', 'HEAD', 'POST'];
const noStore = ['cache-control', 'no-store', 'x-robots-tag', 'noindex'];
const secret = [...noStore, 'referrer-policy', 'no-referrer', 'cross-origin-opener-policy', 'same-origin'];

describe('the rules of a path', () => {
  it.each([
    ['/', read, null],
    ['/blog', read, null],
    ['/blog/a-post', read, null],
    ['/blog/a-post/comment', readAndPost, noStore],
    ['/blog/a-post/comment/thanks/sealed', read, secret],
    ['/blog/a-post/comments/7', read, noStore],
    ['/blog/a-post/comments.xml', read, null],
    ['/book', readAndPost, ['cache-control', 'no-store']],
    ['/book/thanks/sealed', read, secret],
    ['/your-call/token', readAndPost, secret],
    ['/your-call/token/call.ics', read, secret],
    ['/calendar/token.ics', read, secret],
    ['/certificates', readAndPost, noStore],
    ['/certificates/ABCD-2345-WXYZ', readAndPost, secret],
    ['/comments/7/report', readAndPost, noStore],
    ['/comments/7/report/thanks/sealed', read, secret],
    ['/decide/token', readAndPost, secret],
    ['/mail/confirm/token', readAndPost, secret],
    ['/mail/unsubscribe/token', readAndPost, secret],
    ['/workshops/nights', read, null],
    ['/workshops/nights/register', readAndPost, noStore],
    ['/workshops/nights/register/thanks/sealed', read, secret],
    ['/workshops/nights/calendar.ics', read, null],
    ['/your-comment', readAndPost, noStore],
    ['/your-comment/token', readAndPost, secret],
    ['/your-place/token', readAndPost, secret],
    ['/your-place/confirm/token', readAndPost, secret],
    ['/your-place/token/workshop.ics', read, secret],
    ['/your-place/token/certificate.pdf', read, secret],
    ['/your-place/token/other.pdf', read, null],
    ['/your-comment/token/deeper', read, null],
    // Only whole paths have a rule.
    ['/x/blog/a-post/comments/7', read, null],
    ['/blog/a-post/comments/7/x', read, null],
    ['/blog/a/b/comments/7', read, null],
    ['/x/your-place/token/workshop.ics', read, null],
    ['/your-place/token/workshop.ics/x', read, null],
    ['/your-place/a/b/workshop.ics', read, null],
    ['/x/webhooks/content-changed', read, null],
    ['/webhooks/content-changed/x', read, null],
    ['/webhooks/content-changed', ['POST'], null],
    ['/webhooks/purge-threads', ['POST'], null],
    ['/webhooks/other', read, null],
  ])('%s', (path, methods, headers) => {
    expect({ methods: allowedMethods(path), headers: privateHeaders(path) }).toEqual({ methods, headers });
  });

  it.each(['/media/a.jpg', '/webhooks/content-changed', '/api/form-token'])('%s bypasses the page cache', (path) => {
    expect(isDynamic(path)).toBe(true);
  });

  it.each(['/', '/blog/media/x', '/x/webhooks/y', '/x/api/y', '/mediation', '/apiary'])(
    '%s is served from the page cache',
    (path) => {
      expect(isDynamic(path)).toBe(false);
    },
  );

  it.each([
    '/__nuxt_error',
    '/_ipx',
    '/_ipx/w_100/a.jpg',
    '/_content/query',
    '/api/_content/query',
    '/_nuxt/builds/latest.json',
    '/_nuxt/entry.js',
    '/_nuxt/sqlite.wasm.br',
    '/_nuxt/deeper/entry.js.map',
  ])('%s is not open to readers', (path) => {
    expect(isInternal(path)).toBe(true);
  });

  it.each([
    '/_nuxt/entry.css',
    '/_nuxt/entry.js.css',
    '/_nuxt/font.woff2',
    '/api/form-token',
    '/blog/__x',
    '/_ipxa',
    '/_contents',
    '/x/_ipx/y',
    '/x/_content/y',
    '/x/api/_y',
    '/x/_nuxt/builds/y.css',
    '/x/_nuxt/y.js',
    '/_client/client.js',
  ])('%s is open to readers', (path) => {
    expect(isInternal(path)).toBe(false);
  });
});

describe('the addresses that the counsellor’s pages may not have', () => {
  it('include the first part of every path of the site', () => {
    const names = ['../../app/pages', '../routes'].flatMap((folder) => readdirSync(new URL(folder, import.meta.url)));
    const firstParts = names.map((name) => name.split('.')[0] ?? '').filter((part) => /^[a-z]/.test(part));
    expect(firstParts).toContain('webhooks');
    expect(reservedPageSlugs).toEqual(expect.arrayContaining(firstParts.filter((part) => part !== 'index')));
  });
});

describe('the rules that pages declare', () => {
  it('are all of these', () => {
    expect(pageRules.map(({ pattern, form, hasSecretUrl }) => [pattern, form, hasSecretUrl]).sort()).toEqual([
      ['^/blog/(?<slug>[^/]+)/comment$', 'writeComment', false],
      ['^/blog/(?<slug>[^/]+)/comment/thanks/(?<sealed>[^/]+)$', null, true],
      ['^/book$', 'bookCall', false],
      ['^/book/thanks/(?<sealed>[^/]+)$', null, true],
      ['^/certificates$', 'findCertificate', false],
      ['^/certificates/(?<number>[^/]+)$', 'verifyCertificate', true],
      ['^/comments/(?<number>[^/]+)/report$', 'reportComment', false],
      ['^/comments/(?<number>[^/]+)/report/thanks/(?<sealed>[^/]+)$', null, true],
      ['^/contact$', 'contact', false],
      ['^/contact/(?<kind>[^/]+)$', 'contact', false],
      ['^/contact/thanks/(?<sealed>[^/]+)$', null, true],
      ['^/decide/(?<token>[^/]+)$', 'decideByLink', true],
      ['^/mail/confirm/(?<token>[^/]+)$', 'confirmMailbox', true],
      ['^/mail/unsubscribe/(?<token>[^/]+)$', 'unsubscribeMailbox', true],
      ['^/workshops/(?<slug>[^/]+)/register$', 'register', false],
      ['^/workshops/(?<slug>[^/]+)/register/thanks/(?<sealed>[^/]+)$', null, true],
      ['^/your-call/(?<token>[^/]+)$', 'managePrivateCall', true],
      ['^/your-comment$', 'findComment', false],
      ['^/your-comment/(?<token>[^/]+)$', 'managePrivateComment', true],
      ['^/your-message/(?<token>[^/]+)$', 'managePrivateEnquiry', true],
      ['^/your-place/(?<token>[^/]+)$', 'managePrivateRegistration', true],
      ['^/your-place/confirm/(?<token>[^/]+)$', 'confirmRegistration', true],
    ]);
  });

  it('take four forms from the page cache, which time and tags alone change', () => {
    const same = pageRules.filter(({ isSameForAll }) => isSameForAll).map(({ form }) => form);
    expect(same.sort()).toEqual(['bookCall', 'contact', 'contact', 'register', 'writeComment']);
    expect([isSameForAll('/workshops/a/register'), isSameForAll('/your-place/a')]).toEqual([true, false]);
  });

  it('let search engines list the pages for contact and calls, and no other that takes a form', () => {
    expect(pageRules.filter(({ isListed }) => isListed).map(({ pattern }) => pattern)).toEqual([
      '^/book$',
      '^/contact$',
    ]);
    expect(privateHeaders('/contact')).not.toContain('noindex');
    expect(privateHeaders('/contact/space')).toContain('noindex');
  });

  it('say which handler answers, and with which parameters', () => {
    expect(formAt('/blog/a-post/comment?reply=4')).toEqual({ name: 'writeComment', parameters: { slug: 'a-post' } });
    expect(formAt('/mail/confirm/a%20b')).toEqual({ name: 'confirmMailbox', parameters: { token: 'a b' } });
    expect([formAt('/blog/a-post'), formAt('/blog/a-post/comment/thanks/abc')]).toEqual([null, null]);
  });

  it('name a handler that exists', () => {
    for (const { form } of pageRules) if (form !== null) expect(isFormPage(form), form).toBe(true);
  });
});
