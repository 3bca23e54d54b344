import { describe, expect, it } from 'vitest';
import { current } from './current-page';

describe('current', () => {
  it.each([
    { path: '/blog', here: '/blog', is: 'page' },
    { path: '/blog', here: '/blog/', is: 'page' },
    { path: '/blog', here: '/blog/self-kindness', is: 'true' },
    { path: '/blog', here: '/blogging', is: undefined },
    { path: '/', here: '/', is: 'page' },
    { path: '/', here: '/blog', is: undefined },
  ])('$path on $here: $is', ({ path, here, is }) => {
    expect(current(path, here)).toBe(is);
  });
});
