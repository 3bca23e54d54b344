import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const top = path.resolve(import.meta.dirname, '../..');

function filesBelow(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir).flatMap((name) => {
    if (/^(node_modules|dist|build|generated|\..*)$/.test(name)) return [];
    const file = path.join(dir, name);
    return statSync(file).isDirectory() ? filesBelow(file) : [file];
  });
}

const sources = (dir: string) => filesBelow(path.join(top, dir)).filter((file) => /\.(ts|tsx|mts|mjs|vue)$/.test(file));

describe('the package of the contracts', () => {
  it('depends on zod alone', () => {
    const manifest = JSON.parse(readFileSync(path.join(top, 'shared/package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(manifest.dependencies)).toEqual(['zod']);
  });
});

describe('every contract is proved', () => {
  const endpoints = sources('shared/src/contracts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(GET|POST|PUT|DELETE) (\/api\/[\w/:-]+)/g)].map(
      (match) => `${match[1]} ${match[2]}`,
    ),
  );
  const cmsTests = sources('tests/cms')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

  it('finds the endpoints in the contracts', () => {
    expect(endpoints).toContain('GET /api/posts/:slug');
  });

  it.each([...new Set(endpoints)])('%s has a CMS test that names it', (endpoint) => {
    expect(cmsTests).toContain(endpoint);
  });
});

describe('every page of the site is checked for accessibility', () => {
  const pagesDir = path.join(top, 'web/app/pages');
  const routes = filesBelow(pagesDir)
    .filter((file) => file.endsWith('.vue'))
    .map(
      (file) =>
        `/${path
          .relative(pagesDir, file)
          .replace(/\.vue$/, '')
          .replace(/(^|\/)index$/, '')}`,
    );

  it.each(routes)('%s is in tests/browser/pages.ts', (route) => {
    expect(readFileSync(path.join(top, 'tests/browser/pages.ts'), 'utf8')).toContain(`'${route}'`);
  });
});

describe('names say what is in a file', () => {
  it('has no rooms without a name', () => {
    const nameless = ['shared', 'cms', 'web', 'tests', 'scripts']
      .flatMap(sources)
      .filter((file) => /(^|\/)(utils?|helpers?|misc|common|constants|types)\.\w+$/.test(file));
    expect(nameless).toEqual([]);
  });
});
