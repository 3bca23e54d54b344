import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const inRoot = (file: string): string => path.join(root, file);

const documents = globSync(['*.md', 'docs/**/*.md', '.github/**/*.md'], { cwd: root }).sort();
const textOf = (document: string): string => readFileSync(inRoot(document), 'utf8');

/** The anchor that GitHub gives to a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsIn = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading.trim()));

/** Links and pictures to files of the repository, as written: `target#anchor`. */
const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !/^[a-z]+:/.test(link));

const topFolders = ['.ci', '.github', 'cms', 'deploy', 'docs', 'scripts', 'shared', 'tests', 'web'];

/** Paths in backticks that begin at the top of the repository; `<feature>` and `*` stand for any name. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, quoted = '']) => quoted.replace(/<[^>]+>/g, '*').replace(/\/$/, ''))
    .filter((quoted) => topFolders.some((folder) => quoted.startsWith(`${folder}/`)));

const isMissing = (document: string, link: string): boolean => {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? document : path.join(path.dirname(document), file);
  if (!existsSync(inRoot(target))) return true;
  return anchor !== undefined && !anchorsIn(textOf(target)).includes(anchor);
};

describe('the documentation', () => {
  it('consists of files that this test has found', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'docs/guide/counsellor.md']));
  });

  it.each(documents)('%s links only to files and headings that exist', (document) => {
    expect(linksIn(textOf(document)).filter((link) => isMissing(document, link))).toEqual([]);
  });

  it.each(documents)('%s names only paths that exist', (document) => {
    expect(pathsIn(textOf(document)).filter((named) => globSync(named, { cwd: root }).length === 0)).toEqual([]);
  });

  it.each(documents)('%s names only commands that package.json has', (document) => {
    const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { scripts: Record<string, string> };
    const named = [...textOf(document).matchAll(/npm run ([\w-]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('has a status, context, decision and consequences in every decision record', () => {
    const records = documents.filter((document) => /^docs\/adr\/\d{4}-/.test(document));
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) {
      expect(textOf(record), record).toMatch(
        /\n\nStatus: .+\n\n## Context\n[^]+\n## Decision\n[^]+\n## Consequences\n/,
      );
      expect(textOf('docs/adr/README.md'), record).toContain(`(${path.basename(record)})`);
    }
  });
});
