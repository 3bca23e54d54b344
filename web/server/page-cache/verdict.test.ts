import { describe, expect, it } from 'vitest';
import { type Rendered,verdictOn } from './verdict';

const rendered = (some: Partial<Rendered>): Rendered => ({
  status: 200,
  headers: { 'content-type': 'text/html;charset=utf-8' },
  body: Buffer.from('<p>words</p>'),
  facts: { kinds: new Set() },
  ...some,
});

describe('verdict', () => {
  it.each([
    ['a page', rendered({}), 'page'],
    ['a feed', rendered({ headers: { 'content-type': 'application/rss+xml; charset=utf-8' } }), 'page'],
    ['a feed in JSON', rendered({ headers: { 'content-type': 'application/feed+json' } }), 'page'],
    ['a permanent move', rendered({ status: 301, headers: { location: '/new' }, body: Buffer.alloc(0) }), 'page'],
    ['a move to nowhere', rendered({ status: 301, headers: {} }), 'failure'],
    ['a passing move', rendered({ status: 302, headers: { location: '/x' } }), 'private'],
    ['nothing there', rendered({ status: 404 }), 'missing'],
    ['nothing there any more', rendered({ status: 410 }), 'missing'],
    ['an empty page', rendered({ body: Buffer.alloc(0) }), 'failure'],
    ['a mistake of ours', rendered({ status: 500 }), 'failure'],
    ['no CMS', rendered({ status: 503 }), 'failure'],
    ['a page that had to do without the CMS', rendered({ facts: { kinds: new Set(), incomplete: true } }), 'failure'],
    [
      'a page for one reader',
      rendered({ headers: { 'content-type': 'text/html', 'cache-control': 'private, no-store' } }),
      'private',
    ],
    ['a cookie', rendered({ headers: { 'content-type': 'text/html', 'set-cookie': 'a=b' } }), 'private'],
    ['bytes', rendered({ headers: { 'content-type': 'application/octet-stream' } }), 'private'],
  ])('on %s', (_, page, verdict) => {
    expect(verdictOn(page)).toBe(verdict);
  });
});
