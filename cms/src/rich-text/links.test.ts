import { describe, expect, it } from 'vitest';
import { readLink } from './links';

const addresses = { siteUrl: 'https://www.example.org', cmsUrl: 'https://cms.example.org' };
const urlOf = (typed: string, at = addresses) => {
  const link = readLink(typed, at);
  return 'problem' in link ? null : link.url;
};

describe('a link in rich text', () => {
  it.each([
    'https://www.bacp.co.uk/',
    'http://elsewhere.test/a?b=c#d',
    'https://fa.wikipedia.org/wiki/می\u200cخواهم',
    'mailto:hello@elsewhere.test?subject=A%20question',
    'tel:+441144960123',
    'sms:85258?body=SHOUT',
    '/blog/a?page=2#why',
    '/',
    '#why',
  ])('stays as it is: %s', (url) => {
    expect(urlOf(url)).toBe(url);
  });

  it.each([
    ['\u200bhttps://elsewhere.test/a\u200b', 'https://elsewhere.test/a'],
    ['https://else\u00adwhere.test/\u2060a\ufeff', 'https://elsewhere.test/a'],
    ['https://elsewhere.test/a%E2%80%8B%EF%BB%BF', 'https://elsewhere.test/a'],
    ['\u202ahttps://elsewhere.test\u202c', 'https://elsewhere.test'],
    ['https://https://elsewhere.test', 'https://elsewhere.test'],
    ['http://https//elsewhere.test/a', 'https://elsewhere.test/a'],
    ['https://http://elsewhere.test', 'http://elsewhere.test'],
    ['http:/elsewhere.test/a', 'http://elsewhere.test/a'],
    ['https:elsewhere.test', 'https://elsewhere.test'],
    ['https//elsewhere.test', 'https://elsewhere.test'],
    ['htttps://elsewhere.test', 'https://elsewhere.test'],
    ['https:\\\\elsewhere.test\\a', 'https://elsewhere.test/a'],
    ['https:// elsewhere.test', 'https://elsewhere.test'],
    ['https://elsewhere.test/a b', 'https://elsewhere.test/a%20b'],
    ['<https://elsewhere.test>,', 'https://elsewhere.test'],
    ['“https://elsewhere.test”', 'https://elsewhere.test'],
    ['https://elsewhere.test)', 'https://elsewhere.test'],
    ['(https://elsewhere.test/a)', 'https://elsewhere.test/a'],
    ['https://elsewhere.test/a_(b)', 'https://elsewhere.test/a_(b)'],
    ['https://elsewhere.test/a_(b)])', 'https://elsewhere.test/a_(b)'],
    ['www.elsewhere.test', 'https://www.elsewhere.test'],
    ['elsewhere.test/a?b', 'https://elsewhere.test/a?b'],
    ['//elsewhere.test/a', 'https://elsewhere.test/a'],
    ['mailto: ann@elsewhere.test', 'mailto:ann@elsewhere.test'],
    ['MAILTO:Ann Lee <ann@elsewhere.test>', 'mailto:ann@elsewhere.test'],
    ['mailto:mailto:ann@elsewhere.test', 'mailto:ann@elsewhere.test'],
    ['http://mailto:ann@elsewhere.test', 'mailto:ann@elsewhere.test'],
    ['https://ann@elsewhere.test', 'mailto:ann@elsewhere.test'],
    ['mailto:https://elsewhere.test', 'https://elsewhere.test'],
    ['mailto:ann@müller.example?subject=a b', 'mailto:ann@xn--mller-kva.example?subject=a%20b'],
    ['ann@elsewhere.test', 'mailto:ann@elsewhere.test'],
    ['\u200bann@elsewhere.test,', 'mailto:ann@elsewhere.test'],
    ['tel: 0114 496 0123', 'tel:01144960123'],
    ['tel:+44 (0)114 496-0123', 'tel:+441144960123'],
    ['0114 496 0123', 'tel:01144960123'],
    ['sms: 85258', 'sms:85258'],
  ])('is read as it was meant: %j', (typed, url) => {
    expect(urlOf(typed)).toBe(url);
  });

  it.each([
    ['https://cms.example.org/uploads/a_0123456789.pdf', '/media/a_0123456789.pdf'],
    ['http://cms.example.org:1337/uploads/a_0123456789.pdf?width=5', '/media/a_0123456789.pdf'],
    ['CMS.Example.org/uploads/a_0123456789.pdf', '/media/a_0123456789.pdf'],
    ['https://www.cms.example.org./uploads/a_0123456789.pdf', '/media/a_0123456789.pdf'],
    ['/uploads/a_0123456789.pdf', '/media/a_0123456789.pdf'],
    ['https://example.org/uploads/a_0123456789.pdf', '/media/a_0123456789.pdf'],
    ['https://www.example.org/blog/rest?page=2#why', '/blog/rest?page=2#why'],
    ['http://example.org/blog/rest/', '/blog/rest'],
    ['https://https://example.org//fees', '/fees'],
    ['example.org', '/'],
    ['https://cms.example.org/blog/rest', '/blog/rest'],
    ['//example.org/fees', '/fees'],
    ['//fees', '/fees'],
    ['fees', '/fees'],
    ['../fees', '/fees'],
    ['\u200b/fees', '/fees'],
  ])('has no host if it leads to this site: %j', (typed, path) => {
    expect(urlOf(typed)).toBe(path);
    expect(readLink(typed, addresses)).toHaveProperty('path', path.replace(/[?#].*/, ''));
  });

  it('knows the site and the CMS apart by their ports where they share a name', () => {
    const local = { siteUrl: 'http://localhost:3000', cmsUrl: 'http://localhost:1337' };
    expect(urlOf('http://127.0.0.1:1337/uploads/a_0123456789.png', local)).toBe('/media/a_0123456789.png');
    expect(urlOf('localhost:3000/fees', local)).toBe('/fees');
    expect(urlOf('http://localhost:1337/admin', local)).toBeNull();
    expect(urlOf('http://localhost:8080/', local)).toBeNull();
  });

  it.each([
    '',
    '\u200b ',
    '#',
    'https://',
    'mailto:',
    'tel:',
    'http:/x',
    'https://intranet/page',
    'http://192.168.0.10/photos',
    'http://nas.local/',
    'https://user:secret@elsewhere.test/',
    'https://else where.test',
    'https://..',
    'https://cms.example.org/admin/content-manager',
    'https://cms.example.org/api/posts',
    'mailto:ann',
    'mailto:ann@',
    'tel:one one one',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' JavaScript : alert(1)',
    'https://javascript:alert(1)',
    'data:text/html,x',
    'file:///C:/photo.jpg',
    'vbscript:x',
    'ask Ann for it',
  ])('is refused if it cannot work: %j', (typed) => {
    expect(readLink(typed, addresses)).toHaveProperty('problem');
  });

  it.each([
    'https://cms.example.org',
    'cms.example.org/x',
    'http://cms.example.org:80//\\x',
    'https://x@cms.example.org/',
  ])('never leads to the CMS: %s', (typed) => {
    expect(urlOf(typed)).toMatch(/^\/(?!\/)|^mailto:/);
  });

  it('is read as the same when it is read again', () => {
    for (const typed of ['https://https://elsewhere.test/a b', '//fees', 'tel: 0114 496 0123', 'ann@elsewhere.test']) {
      const once = urlOf(typed) ?? '';
      expect(urlOf(once)).toBe(once);
    }
  });
});
