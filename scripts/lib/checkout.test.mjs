import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inRoot, isNoSource } from './checkout.mjs';

describe('what a build depends on', () => {
  it('is nothing that git ignores in a package: each build would ask for the next', () => {
    const ignoredByGit = readFileSync(inRoot('.gitignore'), 'utf8')
      .split('\n')
      .flatMap((line) => /^(\.?[\w-]+)\/$/.exec(line)?.[1] ?? []);
    expect(ignoredByGit).toContain('.styles');
    const written = ['cms', 'shared', 'web'].flatMap((place) => readdirSync(inRoot(place)));
    for (const name of written.filter((found) => ignoredByGit.includes(found)))
      expect(isNoSource(name), name).toBe(true);
    expect(isNoSource('.styles')).toBe(true);
    expect(isNoSource('.well-known')).toBe(false);
  });
});
