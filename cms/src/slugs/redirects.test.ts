import { describe, expect, it } from 'vitest';
import { keptAddresses, pathFromTyped, pathOf, slugInPath } from './redirects';

describe('pathOf and slugInPath', () => {
  it('are each other’s way back', () => {
    expect(pathOf('post', 'rest')).toBe('/blog/rest');
    expect(slugInPath('post', '/blog/rest')).toBe('rest');
    expect(slugInPath('page', '/about')).toBe('about');
    expect(slugInPath('topic', '/topics/rest/feed.xml')).toBeNull();
    expect(slugInPath('post', '/about')).toBeNull();
    expect(slugInPath('page', '/')).toBeNull();
  });
});

describe('keptAddresses', () => {
  it('adds where it stood until now', () => {
    expect(keptAddresses(['/blog/a'], '/blog/b', '/blog/c')).toEqual(['/blog/a', '/blog/b']);
  });
  it('drops the redirect from an address that it gets back', () => {
    expect(keptAddresses(['/blog/a'], '/blog/b', '/blog/a')).toEqual(['/blog/b']);
  });
  it('adds nothing when it stays, or was not public', () => {
    expect(keptAddresses([], '/blog/a', '/blog/a')).toEqual([]);
    expect(keptAddresses(['/old'], null, '/blog/a')).toEqual(['/old']);
  });
  it('keeps each once', () => {
    expect(keptAddresses(['/blog/a', '/blog/a'], '/blog/a', '/blog/b')).toEqual(['/blog/a']);
  });
});

describe('pathFromTyped', () => {
  it.each([
    ['https://old.example/post/why-we-resist?x=1#top', '/post/why-we-resist'],
    ['post/why-we-resist/', '/post/why-we-resist'],
    [' /about ', '/about'],
    ['/', null],
    ['', null],
    ['two words', null],
  ])('%s', (typed, path) => {
    expect(pathFromTyped(typed)).toBe(path);
  });
});
