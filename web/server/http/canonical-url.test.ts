import { describe, expect, it } from 'vitest';
import { readAddress } from './canonical-url';

const key = (target: string) => {
  const address = readAddress(target);
  return address.kind === 'here' ? address.key : address;
};

describe('address', () => {
  it('is its path and the parameters that a page knows', () => {
    expect(key('/blog?utm_source=x&page=2')).toBe('/blog?page=2');
    expect(key('/blog/self-kindness?page=2')).toBe('/blog/self-kindness');
    expect(key('/')).toBe('/');
    expect(key('/?')).toBe('/');
  });

  it('is the same however it is spelt', () => {
    expect(key('/%62log')).toBe('/blog');
    expect(key('/caf%c3%a9')).toBe('/caf%C3%A9');
    expect(key('/100%25')).toBe('/100%25');
    expect(key('/what%3F')).toBe('/what%3F');
  });

  it('moves from a slash at the end', () => {
    expect(readAddress('/blog/?page=3&x=1')).toEqual({ kind: 'moved', to: '/blog?page=3' });
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
  ])('refuses what could be read in two ways: %j', (target) => {
    expect(readAddress(target)).toEqual({ kind: 'refused', status: 400 });
  });

  it('refuses what is too long', () => {
    expect(readAddress(`/${'a'.repeat(3000)}`)).toEqual({ kind: 'refused', status: 414 });
  });
});
