import { describe, expect, it } from 'vitest';
import { cacheKey } from './key';

describe('page key', () => {
  it.each([
    ['/blog', '', '/blog'],
    ['/blog', 'page=2', '/blog?page=2'],
    ['/topics/grief', 'page=12&x=y', '/topics/grief?page=12'],
    ['/blog', 'page=1', '/blog'],
    ['/blog', 'page=0', '/blog'],
    ['/blog', 'page=02', '/blog'],
    ['/blog', 'page=-1', '/blog'],
    ['/blog', 'page=2&page=3', '/blog?page=2'],
    ['/blog', 'page=999999', '/blog'],
    ['/blog/a-post', 'comments=3&reply=4&page=2', '/blog/a-post?comments=3'],
    ['/blog/a-post/comment', 'reply=4&page=2', '/blog/a-post/comment?reply=4'],
    ['/blog/a-post/comment', 'reply=<b>', '/blog/a-post/comment'],
    ['/blog/a-post', 'comments=1', '/blog/a-post'],
    ['/blog', 'comments=3', '/blog'],
    ['/workshops', 'past=2&page=3', '/workshops?past=2'],
    ['/workshops/a-morning', 'past=2', '/workshops/a-morning'],
    ['/contact/workshop', 'about=a-morning&page=2', '/contact/workshop?about=a-morning'],
    ['/contact/workshop', 'about=<b>', '/contact/workshop'],
    ['/contact', 'about=a-morning', '/contact'],
    ['/book', 'from=2026-12-01&zone=America%2FNew_York&x=y', '/book?from=2026-12-01&zone=America/New_York'],
    ['/book', 'zone=America%2FNew_York&from=2026-12-01', '/book?from=2026-12-01&zone=America/New_York'],
    ['/book', 'from=&zone=', '/book'],
    ['/book', 'from=2026-13-01&zone=Moon/Base', '/book'],
    ['/book', 'zone=america/new_york', '/book'],
    ['/contact', 'zone=Europe/Paris', '/contact'],
    ['/about', 'page=2', '/about'],
    ['/topics/grief/feed.xml', 'page=2', '/topics/grief/feed.xml'],
  ])('of %s with "%s" is %s', (path, search, key) => {
    expect(cacheKey(path, search)).toBe(key);
  });
});
