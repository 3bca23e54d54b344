import { describe, expect, it } from 'vitest';
import { canonicalUrl } from './canonical-url';

const key = (target: string) => {
  const url = canonicalUrl(target);
  return url.kind === 'canonical' ? url.key : url;
};

describe('the canonical URL', () => {
  it('consists of the path and the parameters that the page knows', () => {
    expect(key('/blog?utm_source=x&page=2')).toBe('/blog?page=2');
    expect(key('/blog/self-kindness?page=2')).toBe('/blog/self-kindness');
    expect(key('/')).toBe('/');
    expect(key('/?')).toBe('/');
  });

  it('is the same for every spelling', () => {
    expect(key('/%62log')).toBe('/blog');
    expect(key('/caf%c3%a9')).toBe('/caf%C3%A9');
    expect(key('/100%25')).toBe('/100%25');
    expect(key('/what%3F')).toBe('/what%3F');
  });

  it('has no trailing slash', () => {
    expect(canonicalUrl('/blog/?page=3&x=1')).toEqual({ kind: 'redirect', to: '/blog?page=3' });
  });

  it.each([
    '//evil.example',
    '/a//b',
    '/a%2fb',
    '/a%5Cb',
    '/a\\b',
    '/../etc',
    '/%2e%2e/x',
    '/./x',
    '/a%00b',
    '/a%0d%0ab',
    '/%',
    '/%ff',
    'http://evil.example/',
    '*',
    '',
    '/a#b',
  ])('is undefined for a target that could be read in two ways: %j', (target) => {
    expect(canonicalUrl(target)).toEqual({ kind: 'invalid', status: 400 });
  });

  it('is undefined for a target that is too long', () => {
    expect(canonicalUrl(`/${'a'.repeat(3000)}`)).toEqual({ kind: 'invalid', status: 414 });
  });
});
