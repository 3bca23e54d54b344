import { describe, expect, it } from 'vitest';
import { wixPath } from './old-path';

describe('wixPath', () => {
  it('writes the title as Wix does', () => {
    expect(wixPath('Why We Resist Self-Compassion (Even When We Know It Matters)')).toBe(
      '/post/why-we-resist-self-compassion-even-when-we-know-it-matters',
    );
    expect(wixPath('It’s okay')).toBe('/post/it-s-okay');
    expect(wixPath('…')).toBeNull();
    expect(wixPath('word '.repeat(60))?.length).toBeLessThanOrEqual('/post/'.length + 100);
  });
});
